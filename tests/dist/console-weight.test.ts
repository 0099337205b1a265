import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dist } from '../../scripts/paths.ts';

const page = readFileSync(join(dist, 'reference/contacts/create-contact/index.html'), 'utf8');
const read = (name: string) => readFileSync(join(dist, '_astro', name), 'utf8');

/** File names in the static imports of a chunk, or in its dynamic ones. */
function importsOf(name: string, kind: 'static' | 'dynamic'): string[] {
  const pattern =
    kind === 'static' ? /(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g : /import\(\s*["'`]\.\/([^"'`]+)["'`]/g;
  return [...read(name).matchAll(pattern)].flatMap(([, file]) => file ?? []);
}

/** Chunks with all that they import statically. */
function withImports(names: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    importsOf(name, 'static').forEach(visit);
  };
  for (const name of names) visit(name);
  return all;
}

const weigh = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
const without = (names: Set<string>, others: Set<string>) => [...names].filter((name) => !others.has(name));

const scripts = [...page.matchAll(/<script[^>]*\ssrc="\/_astro\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);
const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text ?? '');
const before = withImports(scripts);
const intent = scripts.find((name) => name.startsWith('Intent.'));
const onIntent = importsOf(intent ?? '', 'dynamic');
const named = (start: string) => onIntent.filter((name) => name.startsWith(start));

describe('an operation page', () => {
  it('asks for the console, the form of a body and the sandbox on intent, each in a chunk of its own', () => {
    for (const start of ['mount.', 'BodySection.', 'browser.']) expect(named(start)).toHaveLength(1);
    // Numbers with more digits than a double has need another one; few operations have such.
    expect(onIntent.filter((name) => !name.startsWith('exact.chunk.'))).toHaveLength(3);
  });

  it('runs less than 12 kB of JavaScript before that, the code of Starlight’s header included', () => {
    expect(inline.length).toBeGreaterThan(0);
    expect(weigh(before) + gzipSync(inline.join('\n')).length).toBeLessThan(12_000);
  });

  it('loads a console of at most 25 kB, with the form and the editor of any body, and less where there is none', () => {
    const bare = without(withImports(named('mount.')), before);
    const formats = [...withImports(named('mount.'))]
      .flatMap((name) => importsOf(name, 'dynamic'))
      .filter((name) => name.startsWith('media-types.chunk.'));
    expect(formats).toHaveLength(1);
    const heaviest = without(withImports([...named('mount.'), ...named('BodySection.'), ...formats]), before);
    expect(weigh(bare)).toBeGreaterThan(10_000);
    expect(weigh(bare)).toBeLessThan(20_000);
    expect(weigh(heaviest)).toBeGreaterThan(weigh(bare) + 5_000);
    expect(weigh(heaviest)).toBeLessThanOrEqual(25_000);
  });

  it('fetches what prints samples, checks a body and sends a request later, with the first change or Send', () => {
    const later = [...withImports(named('mount.'))].flatMap((name) => importsOf(name, 'dynamic'));
    for (const start of ['print-samples.chunk.', 'body-check.chunk.', 'send.chunk.']) {
      expect(later.filter((name) => name.startsWith(start))).toHaveLength(1);
    }
  });
});
