import { accessibilityFaults, setTheme, unfold } from './accessibility.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

for (const [operationId, tag] of [
  ['createContact', []],
  ['listConversations', ['@long']],
  ['getMessage', ['@long']],
] as const) {
  const title = `the open console of ${operationId} is accessible with an answer and with errors, in both themes`;
  test(title, { tag: [...tag] }, async ({ page }) => {
    test.slow();
    const console = new ConsolePage(page);
    await console.open(operationId);
    for (const key of ['sk_test_admin', 'wrong']) {
      await console.key.fill(key);
      await console.send.click();
      await expect(console.response).toHaveAttribute('data-status');
      await unfold(page);
      for (const theme of ['light', 'dark'] as const) {
        await setTheme(page, theme);
        expect(await accessibilityFaults(page), `${theme}, key ${key}`).toEqual([]);
      }
    }
  });
}

test('the question before a call to live is accessible', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('deleteContact');
  await console.environment.selectOption({ label: 'Live' });
  await console.send.click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await console.key.fill('sk_live_abc');
  await console.send.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('at 320 px the open console fits, with an answer in it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.sendFor('201');
  await unfold(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const clipped = await page
    .locator('.ob-console :is(input, select, textarea, button)')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.getBoundingClientRect().right > 320)
        .map((control) => control.outerHTML.slice(0, 80)),
    );
  expect(clipped).toEqual([]);
  await expect(console.response).toBeInViewport();
});
