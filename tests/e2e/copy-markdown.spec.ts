import { expect, test } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const address of ['/guides/webhooks', '/reference/contacts/create-contact', '/errors']) {
  test(`“Copy as Markdown” gives the page as Markdown, to the letter: ${address}`, async ({ page, request }) => {
    await page.goto(`${address}/`);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(1_000);
    expect(copied).toBe(await (await request.get(`${address}.md`)).text());
    await expect(page.getByRole('link', { name: 'View as Markdown' })).toHaveAttribute('href', `${address}.md`);
  });
}

test('Markdown that does not come is told', async ({ page }) => {
  await page.route('**/guides/webhooks.md', (route) => route.fulfill({ status: 503 }));
  await page.goto('/guides/webhooks/');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copying failed: open it instead' })).toHaveCount(1);
});
