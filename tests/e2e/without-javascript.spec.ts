import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

test('an operation page shows all there is to know without JavaScript', async ({ page }) => {
  await page.goto('/reference/contacts/create-contact/');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main.getByText('/contacts').first()).toBeVisible();
  for (const field of ['email', 'name', 'phone', 'company', 'avatar_url', 'custom_attributes', 'tags']) {
    await expect(main.getByText(field, { exact: true }).first(), field).toBeVisible();
  }
  for (const fact of ['contacts:write', '201', '409', '422', '429']) {
    await expect(main.getByText(fact).first(), fact).toBeVisible();
  }
  await expect(main.getByText(/^curl -X POST/).first()).toBeVisible();
  await expect(main.getByText('ORBINTO_API_KEY').first()).toBeVisible();
});

test('guides, errors and scopes can be read and walked through without JavaScript', async ({ page }) => {
  await page.goto('/guides/quick-start/');
  await expect(page.getByRole('main').getByText('/v1/conversations').first()).toBeVisible();
  await page.goto('/errors/#rate_limit_exceeded');
  await expect(page.getByRole('main').getByText('429').first()).toBeVisible();
  await page.goto('/scopes/');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /POST \/contacts$/ })
      .first(),
  ).toBeVisible();
});
