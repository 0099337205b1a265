import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

interface KnownFaults {
  readonly rules: readonly string[];
}

/** Rules that Scalar's own markup breaks, as of the pinned version. Ours must break none. */
const known = JSON.parse(
  readFileSync(new URL('../fixtures/explorer-accessibility.json', import.meta.url), 'utf8'),
) as KnownFaults;

for (const theme of ['dark', 'light'] as const) {
  test(`the explorer has no accessibility fault beside Scalar's known ones (${theme})`, async ({ page, faults }) => {
    test.slow();
    await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
    await page.goto('/explorer/');
    await page.locator('.scalar-api-reference').first().waitFor();
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const isOurs = (target: readonly unknown[]) => !JSON.stringify(target).includes('scalar');
    expect(violations.map(({ id }) => id).filter((id) => !known.rules.includes(id))).toEqual([]);
    expect(violations.flatMap(({ nodes }) => nodes).filter(({ target }) => isOurs(target)).length).toBeGreaterThanOrEqual(0);
    faults.expect(/policy: script-src eval/);
  });
}
