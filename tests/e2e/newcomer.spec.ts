import { expect, test } from './fixtures.ts';

test('the landing page answers 200 after one click on Run', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Run' }).first().click();
  await expect(page.locator('[data-status="200"]')).toBeVisible();
  await expect(page.getByText('conv_abc123').first()).toBeVisible();
});

test('a reader comes from the landing page to the quick start, the reference and a first created contact', async ({
  page,
}) => {
  const main = page.getByRole('main');
  await page.goto('/');
  await main
    .getByRole('link', { name: /quick start/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/guides\/quick-start\/$/);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /reference/i })
    .click();
  await main
    .getByRole('link', { name: /create a contact/i })
    .first()
    .click();
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
