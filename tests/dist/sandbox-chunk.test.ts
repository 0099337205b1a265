import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';

const BUDGET = 70_000;

const scripts = new Map(
  globSync('_astro/*.js', { cwd: dist }).map((file) => [basename(file), readFileSync(join(dist, file), 'utf8')]),
);

/** The script that keeps the in-page sandbox's changes, found by the name of its database. */
const [sandbox = ''] = [...scripts].find(([, text]) => /["'`]orbinto-sandbox["'`]/.test(text)) ?? [];

/** A script and all that it cannot start without. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const imports = scripts.get(name)?.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g) ?? [];
  for (const [, imported = ''] of imports) closure(imported, seen);
  return seen;
}

test('the in-page sandbox is a chunk of at most 70 kB, compressed, with all it needs', () => {
  expect(sandbox).not.toBe('');
  const sizes = [...closure(sandbox)].map((name) => gzipSync(scripts.get(name) ?? '', { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
});

test('it carries nothing of the OpenAPI document', () => {
  const text = [...closure(sandbox)].map((name) => scripts.get(name)).join('\n');
  expect(text).toContain('createContact');
  expect(text).not.toMatch(/x-key-level|x-error-codes|#\/components\/|Where this page stands in the list/);
});

test('no page loads it before it is wanted', () => {
  const pages = globSync('**/*.html', { cwd: dist });
  const eager = pages.filter((page) => readFileSync(join(dist, page), 'utf8').includes(sandbox));
  expect(pages.length).toBeGreaterThan(0);
  expect(eager).toEqual([]);
});
