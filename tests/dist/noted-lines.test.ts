import { expect, test } from 'vitest';
import { builtPages } from './built-pages.ts';

/** Blocks with notes: the files of each, and the notes below. */
const blocks = builtPages().flatMap(({ address, html }) =>
  html
    .split('<div class="ob-noted">')
    .slice(1)
    .map((part) => ({
      address,
      files: [...part.slice(0, part.indexOf('</figure>')).matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([pre]) => pre),
      notes: /<\/figure>\s*<ol>[\s\S]*?<\/ol>/.exec(part)?.[0].match(/<li>/g)?.length ?? 0,
    }))
    .filter(({ notes, files }) => notes > 0 || files.some((file) => file.includes('data-note'))),
);

test('each note below a block is about a line of it, in every language, and each number has its note', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  for (const { address, files, notes } of blocks) {
    const numbers = Array.from({ length: notes }, (_, index) => index + 1);
    for (const file of files) {
      const marked = [...file.matchAll(/data-note="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' ').map(Number));
      expect([...new Set(marked)].sort(), `${address} ${file.slice(0, 80)}`).toEqual(numbers);
    }
  }
});
