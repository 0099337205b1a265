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
  await expect(page.locator('.trigger').first().getByText('curl', { exact: true }).last()).toBeVisible();
  await page.goto('/scopes/');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /POST \/contacts$/ })
      .first(),
  ).toBeVisible();
});

test('without JavaScript a page has the theme of the system', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const address of ['/', '/explorer/']) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address);
    expect(await background(), address).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(), address).toBe('rgb(11, 18, 19)');
  }
  // The link that the explorer offers instead stands out from its page.
  const link = page.getByRole('main').or(page.locator('[data-explorer]')).getByRole('link', { name: 'API reference' });
  expect(await link.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(85, 211, 193)');
});

test('a phone has the sections on pages that have no sidebar, without JavaScript too', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  for (const address of ['/', '/404.html']) {
    await page.goto(address);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'API reference' }).click();
    await expect(page).toHaveURL(/\/reference\/$/);
  }
});
