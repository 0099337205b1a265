import { expect, test } from 'vitest';
import { stylesLoadedLate, withoutLinks } from './late-styles.ts';
import type { Chunk } from './late-styles.ts';

function chunk(styles: readonly string[], rest: Partial<Chunk> = {}): Chunk {
  return { type: 'chunk', viteMetadata: { importedCss: new Set(styles) }, ...rest };
}

test('what a script of a page cannot run without is early, through other chunks and in circles too', () => {
  const bundle = {
    'page.js': chunk([], { isEntry: true, imports: ['shared.js'] }),
    'shared.js': chunk(['shared.css'], { imports: ['page.js', 'deep.js'] }),
    'deep.js': chunk(['deep.css', 'both.css']),
    'tool.js': chunk(['tool.css', 'both.css'], { imports: ['shared.js', 'form.js'] }),
    'form.js': chunk(['form.css']),
    'tool.css': { type: 'asset' as const },
  };
  expect([...stylesLoadedLate(bundle)].sort()).toEqual(['form.css', 'tool.css']);
});

test('only the links to late sheets go from a page', () => {
  const early = '<link rel="stylesheet" href="/_astro/page.css" media="print">';
  const html = `<head>${early}<link rel="stylesheet" href="/_astro/tool.css"><link rel="icon" href="/_astro/tool.css"></head>`;
  expect(withoutLinks(html, (file) => file === '/_astro/tool.css')).toBe(
    `<head>${early}<link rel="icon" href="/_astro/tool.css"></head>`,
  );
});
