import type { Page } from '@playwright/test';
import { ConsolePage, operations } from './console-page.ts';
import { expect, test } from './fixtures.ts';

test('the operations succeed one after the other in one profile, and opening a console changes no sample', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const console = new ConsolePage(page);
  for (const { id, address, success } of operations) {
    await test.step(id, async () => {
      await page.goto(address);
      const built = await samples(page);
      expect(built.length).toBeGreaterThanOrEqual(2);
      await page.getByRole('button', { name: 'Try it' }).click();
      await console.sendFor(success);
      expect(await samples(page)).toEqual(built);
    });
  }
});

/** The code of all samples with its colours: the build's at first, then the console's. */
function samples(page: Page): Promise<string[]> {
  return page.locator('figure[data-language] code').evaluateAll((codes) => codes.map((code) => code.innerHTML));
}
