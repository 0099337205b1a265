import { expect, test } from './fixtures.ts';

test('the headings of the scope matrix stay in sight; a phone reads in words what the marks say', async ({ page }) => {
  for (const width of [768, 1024]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto('/scopes/');
    await page.getByRole('rowheader', { name: '/chatbots' }).first().scrollIntoViewIfNeeded();
    await expect(page.getByRole('columnheader', { name: 'chatbots:write' })).toBeInViewport({ ratio: 1 });
    const [frame, table] = await page
      .locator('.matrix, .matrix table')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().width));
    expect((frame ?? 0) - (table ?? 0), 'the frame ends with the table').toBeLessThanOrEqual(2);
  }
  await page.setViewportSize({ width: 375, height: 700 });
  const row = page.getByRole('row').filter({ hasText: 'DELETE' }).filter({ hasText: '/webhooks/{id}' });
  await expect(row).toContainText('admin key, or webhooks:manage');
  await expect(page.locator('.mark').first()).toBeHidden();
});
