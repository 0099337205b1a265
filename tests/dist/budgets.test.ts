import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { inlineScripts } from '../../src/site/security/inline-scripts.ts';
import { builtPages } from './built-pages.ts';
import type { BuiltPage } from './built-pages.ts';

const kilobyte = 1000;
const pages = builtPages();
const sizes = new Map<string, number>();

/** The compressed size of a script of the build, in bytes. */
function sizeOf(file: string): number {
  const size = sizes.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  sizes.set(file, size);
  return size;
}

function importsOf(file: string, statement: RegExp): string[] {
  const text = readFileSync(join(dist, file), 'utf8');
  return [...text.matchAll(statement)].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

const staticImports = (file: string) => importsOf(file, /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g);
const dynamicImports = (file: string) => importsOf(file, /\bimport\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g);

/** The files and everything that they import statically. */
function closure(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    closure(staticImports(file), found);
  }
  return found;
}

function loadedAtOnce(page: BuiltPage): Set<string> {
  const scripts = page.elements.filter(({ name }) => name === 'script').map(({ attributes: { src } }) => src);
  return closure(scripts.filter((src) => src !== undefined));
}

function weigh(files: Iterable<string>): number {
  return [...files].reduce((total, file) => total + sizeOf(file), 0);
}

/** What a later `import()` of a chunk fetches beside what the page has already. */
function loadedLater(page: BuiltPage, name: string): number {
  const before = loadedAtOnce(page);
  const chunk = [...before].flatMap(dynamicImports).find((file) => posix.basename(file).startsWith(`${name}.`));
  if (!chunk) throw new Error(`${page.address} loads no chunk "${name}"`);
  return weigh([...closure([chunk])].filter((file) => !before.has(file)));
}

const operation = pages.find(({ address }) => address === '/reference/contacts/create-contact/');
if (!operation) throw new Error('The build has no page for createContact');

describe('JavaScript, compressed', () => {
  test('before any intent is at most 12 kB on every page, inline scripts included', () => {
    const heavy = pages
      .filter(({ address }) => address !== '/explorer/')
      .map((page) => ({
        page: page.address,
        size: weigh(loadedAtOnce(page)) + gzipSync(inlineScripts(page.html).join('\n')).length,
      }))
      .filter(({ size }) => size > 12 * kilobyte);
    expect(heavy).toEqual([]);
  });

  test('of the console is at most 25 kB', () => {
    expect(loadedLater(operation, 'mount')).toBeLessThanOrEqual(25 * kilobyte);
  });

  test('of the sandbox in the page is at most 70 kB', () => {
    expect(loadedLater(operation, 'browser')).toBeLessThanOrEqual(70 * kilobyte);
  });

  test('of Scalar is loaded by the explorer only', () => {
    const explorer = pages.find(({ address }) => address === '/explorer/');
    const scalar = [...(explorer ? loadedAtOnce(explorer) : [])]
      .flatMap(dynamicImports)
      .filter((file) => sizeOf(file) > 70 * kilobyte);
    expect(scalar.length).toBeGreaterThan(0);
    const others = pages.filter(({ address }) => address !== '/explorer/').flatMap((page) => [...loadedAtOnce(page)]);
    const reached = new Set([...others, ...others.flatMap(dynamicImports).flatMap((file) => [...closure([file])])]);
    expect(scalar.filter((file) => reached.has(file))).toEqual([]);
  });
});

describe('pages, compressed', () => {
  test('weigh at most 60 kB each', () => {
    const heavy = pages
      .map(({ address, html }) => ({ address, size: gzipSync(html).length }))
      .filter(({ size }) => size > 60 * kilobyte);
    expect(heavy).toEqual([]);
  });
});
