import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { inlineScripts } from '../../src/site/security/inline-scripts.ts';
import { builtPages, idsOf } from './built-pages.ts';
import type { BuiltPage } from './built-pages.ts';

const pages = builtPages();

/** Lists each fault with the page it stands on. */
function faults(find: (page: BuiltPage) => string[]): string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${page.address}: ${fault}`));
}

describe('every page', () => {
  test('has each id once', () => {
    expect(faults((page) => idsOf(page).filter((id, index, all) => all.indexOf(id) !== index))).toEqual([]);
  });

  test('has one main heading, a title, a description and a language', () => {
    const missing = faults((page) => {
      const count = (name: string) => page.elements.filter((element) => element.name === name).length;
      const description = page.elements.some(
        ({ attributes }) => attributes.name === 'description' && attributes.content,
      );
      const language = page.elements.find(({ name }) => name === 'html')?.attributes.lang;
      return [
        ...(count('h1') === 1 ? [] : [`${count('h1')} main headings`]),
        ...(page.elements.some(({ name }) => name === 'title') ? [] : ['no title']),
        ...(description || page.address === '/404.html' ? [] : ['no description']),
        ...(language ? [] : ['no language']),
      ];
    });
    expect(missing).toEqual([]);
  });

  test('has no event handler and no script address in its markup', () => {
    const inline = faults(({ elements }) =>
      elements.flatMap(({ name, attributes }) =>
        Object.entries(attributes)
          .filter(([key, value]) => /^on/i.test(key) || /^\s*javascript:/i.test(value))
          .map(([key]) => `<${name} ${key}>`),
      ),
    );
    expect(inline).toEqual([]);
  });

  test('asks no other host for a script, style, font, image or frame', () => {
    const loading = new Set(['script', 'img', 'iframe', 'source', 'video', 'audio', 'embed', 'object']);
    const foreign = faults(({ elements }) =>
      elements.flatMap(({ name, attributes: { src, href, rel, data } }) => {
        const loaded = loading.has(name) || /stylesheet|preload|icon|preconnect|prefetch/.test(rel ?? '');
        const address = src ?? data ?? href ?? '';
        return loaded && /^(?:https?:)?\/\//.test(address) ? [`<${name}> ${address}`] : [];
      }),
    );
    expect(foreign).toEqual([]);
  });
});

describe('headers file', () => {
  const headers = readFileSync(join(dist, '_headers'), 'utf8');

  test('allows the inline scripts of every page, and few enough for a header', () => {
    const scripts = new Set(pages.flatMap(({ html }) => inlineScripts(html)));
    expect(headers.match(/'sha256-/g)).toHaveLength(scripts.size);
    expect(scripts.size).toBeLessThanOrEqual(20);
  });

  test('keeps every line under the 2,000 characters that static hosts accept', () => {
    for (const line of headers.split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

test('no style says what Safari 17.0 does not know: it would have no colours at all', () => {
  const files = globSync('**/*.{css,js,html}', { cwd: dist }).filter((file) =>
    readFileSync(join(dist, file), 'utf8').includes('light-dark('),
  );
  expect(files).toEqual([]);
});
