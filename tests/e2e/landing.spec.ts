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
