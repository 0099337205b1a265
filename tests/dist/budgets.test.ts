import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { BUDGETS, BuiltScripts, weighSite } from '../../src/site/quality/page-weights.ts';
import type { Weight } from '../../src/site/quality/quality-report.ts';

const scripts = new BuiltScripts(dist);
const weights = new Map(weighSite(scripts).map((weight) => [weight.name, weight]));

/** The heaviest is within its budget; and there is something that was weighed. */
function expectWithin(name: Weight['name']): void {
  const { page, bytes, budget } = weights.get(name) ?? { page: `no page has ${name}`, bytes: Infinity, budget: 0 };
  expect(bytes, page).toBeLessThanOrEqual(budget);
  expect(bytes).toBeGreaterThan(100);
}

describe('JavaScript, compressed', () => {
  test('before any intent is at most 12 kB on every page, inline scripts included', () => {
    expect(BUDGETS.first_script).toBe(12_000);
    expectWithin('first_script');
  });

  test('of the console is at most 25 kB', () => {
    expect(BUDGETS.console).toBe(25_000);
    expectWithin('console');
  });

  test('of the sandbox in the page is at most 70 kB', () => {
    expect(BUDGETS.sandbox).toBe(70_000);
    expectWithin('sandbox');
  });

  test('of Scalar is loaded by the explorer only', () => {
    const loaded = (isExplorer: boolean) =>
      scripts.pages
        .filter(({ address }) => (address === '/explorer/') === isExplorer)
        .flatMap((page) => [...scripts.loadedAtOnce(page)]);
    const later = (files: readonly string[]) => files.flatMap((file) => scripts.dynamicImports(file));
    const scalar = later(loaded(true)).filter((file) => scripts.sizeOf(file) > BUDGETS.sandbox);
    expect(scalar.length).toBeGreaterThan(0);
    const others = [...new Set(loaded(false))];
    const reached = new Set([...others, ...later(others).flatMap((file) => [...scripts.closure([file])])]);
    expect(scalar.filter((file) => reached.has(file))).toEqual([]);
  });
});

describe('pages, compressed', () => {
  test('wait for at most three style sheets of 18 kB before they are painted', () => {
    for (const { address, html } of scripts.pages) {
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"(?![^>]*media="print")/g)];
      const files = sheets.map(([, file = '']) => file);
      expect(files.length, address).toBeLessThanOrEqual(3);
      if (address !== '/explorer/') expect(scripts.weigh(files), address).toBeLessThanOrEqual(18_000);
    }
  });

  test('weigh at most 60 kB each', () => {
    expect(BUDGETS.page).toBe(60_000);
    expectWithin('page');
    const [{ html } = { html: '' }] = scripts.pages.filter(({ address }) => address === weights.get('page')?.page);
    expect(weights.get('page')?.bytes).toBe(gzipSync(html).length);
  });
});
