import { expect, test } from './fixtures.ts';

test('the landing page answers 200 after one click on Run', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Run' }).first().click();
  await expect(page.locator('[data-status="200"]')).toBeVisible();
  await expect(page.getByText('conv_abc123').first()).toBeVisible();
});

test('from the landing page a reader comes to the quick start, the reference and a first created contact', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: /quick start/i }).first().click();
  await expect(page).toHaveURL(/\/guides\/quick-start\/$/);
  await page.goto('/reference/');
  await page.getByRole('main').getByRole('link', { name: /create a contact/i }).first().click();
  await expect(page).toHaveURL(/\/reference\/contacts\/create-contact\/$/);
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Response' })).toHaveAttribute('data-status', '201');
});

test('an unknown address answers 404 with ways back', async ({ page }) => {
  const answer = await page.goto('/no/such/page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('the search finds an operation by its path, its name and a field', async ({ page }) => {
  await page.goto('/');
  for (const query of ['/conversations/{id}/assign', 'createContact', 'avatar_url']) {
    await page.keyboard.press('ControlOrMeta+k');
    const search = page.getByRole('dialog').getByRole('textbox');
    await search.fill(query);
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    await page.keyboard.press('Escape');
  }
});
