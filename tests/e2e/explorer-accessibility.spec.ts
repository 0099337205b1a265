import { readFileSync } from 'node:fs';
import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

/** Faults of Scalar's own markup in the pinned version, as `rule`: what the element is. Ours has none. */
const knownFile = new URL('../fixtures/explorer-accessibility.json', import.meta.url);

for (const theme of ['dark', 'light'] as const) {
  test(`the explorer has no accessibility fault beside Scalar's known ones (${theme})`, async ({ page, faults }) => {
    test.slow();
    const known = JSON.parse(readFileSync(knownFile, 'utf8')) as { rules: string[] };
    await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
    await page.goto('/explorer/');
    await page.locator('.scalar-api-reference').first().waitFor();
    const found = await accessibilityFaults(page);
    expect(found.filter(({ rule }) => !known.rules.includes(rule))).toEqual([]);
    faults.expect(/policy: script-src eval/);
  });
}
