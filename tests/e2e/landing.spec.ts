/** The quick start of the landing page: an answer, then a change and the webhook that tells of it. */
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

for (const width of [1440, 375])
  test(`Run answers, and the next press changes a record and shows its webhook: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await watchShifts(page);
    await page.goto('/');
    const panel = page.locator('[data-quick-start]');
    const answer = panel.getByRole('region', { name: 'Response' });
    await panel.getByRole('button', { name: 'Run' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^200 OK in /);
    await panel.getByRole('button', { name: 'Close conv_abc123, one of your 142, and see its webhook' }).click();
    await expect(panel.getByRole('status')).toHaveText('Delivered: 200 OK');
    await expect(answer).toContainText('caused conversation.closed, sent to https://hooks.example.com/orbinto');
    await expect(answer).toContainText(/webhook-signature: v1,\S{40,}/);
    await expect(answer).toContainText('"event": "conversation.closed"');
    await expect(answer).toContainText('"id": "conv_abc123"');
    expect(await totalShift(page)).toBeLessThan(0.01);
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      expect(await accessibilityFaults(page), theme).toEqual([]);
    }
    // The change is there: another is offered, and this one is told as closed by the reference's console too.
    await panel.getByRole('button', { name: 'Run' }).click();
    await expect(answer).toContainText('"status": "closed"');
    await expect(panel.getByRole('button', { name: /^Close conv_(?!abc123)\w+, one of your 142/ })).toBeVisible();
  });

test('the three promises are kept at a press, one after the other, and nothing moves', async ({ page }) => {
  await watchShifts(page);
  await page.goto('/');
  const proofs = page.getByRole('region', { name: 'Three promises, to be tried' });
  for (const name of ['Verify a delivery', 'Run the schedule', 'Get refused'])
    await proofs.getByRole('button', { name }).click();
  const log = (name: string) => proofs.getByRole('log', { name: `What came of it: ${name}` });
  await expect(log('Signed')).toContainText('Both signatures verify.');
  await expect(log('Signed')).toContainText('With one letter changed: Neither signature verifies');
  await expect(log('Retried').getByRole('listitem')).toHaveCount(7);
  await expect(log('Retried')).toContainText('Delivered. Nothing was lost.');
  await expect(log('Behaves like the real thing')).toContainText(/429 Too Many Requests, rate_limit_exceeded/);
  await expect(proofs.locator('[data-tone="error"]')).toHaveCount(0);
  expect(await totalShift(page)).toBeLessThan(0.01);
  expect(await accessibilityFaults(page, { include: '.proofs' })).toEqual([]);
  await log('Behaves like the real thing')
    .getByRole('link', { name: /email_taken/ })
    .click();
  await expect(page).toHaveURL(/\/errors\/#email_taken$/);
});
