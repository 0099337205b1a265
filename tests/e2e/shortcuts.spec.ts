/** Keys of one character, and long lines of code. */
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { addressOf } from './console-page.ts';
import { sendButton } from './console.ts';
import { expect, test } from './fixtures.ts';

const sheet = { name: 'Keyboard shortcuts' };

test('t opens the console, / the search, and neither where something is typed', async ({ page }) => {
  await page.goto(addressOf('createContact'));
  await page.keyboard.press('t');
  await expect(sendButton(page)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'name', exact: true }).first();
  await field.fill('');
  await field.pressSequentially('w/t?');
  await expect(field).toHaveValue('w/t?');
  await field.blur();
  await page.keyboard.press('/');
  const search = page.getByRole('dialog', { name: 'Search' });
  await expect(search).toBeVisible();
  await page.keyboard.type('/t');
  await expect(search.getByRole('combobox')).toHaveValue('/t');
});

test('the sheet tells the keys, and turns them off for good', async ({ page }) => {
  await page.goto(addressOf('createContact'));
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', sheet);
  await expect(dialog.getByRole('definition')).toHaveText([
    'Search',
    'Try it: open the console',
    'Wrap long lines of code',
    'Show this',
  ]);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await accessibilityFaults(page), theme).toEqual([]);
  }
  await dialog.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('t');
  await page.reload();
  await page.keyboard.press('t');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(sendButton(page)).toHaveCount(0);

  await page.goto('/guides/errors/');
  await page.getByRole('button', sheet).click();
  await expect(dialog.getByRole('definition')).toHaveText(['Search', 'Wrap long lines of code', 'Show this']);
  await dialog.getByRole('checkbox', { name: 'Use these keys' }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('long lines of code wrap by a button or a key, on every page and after a reload; copies stay whole', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/guides/pagination/');
  const block = page
    .locator('figure.ob-code', { hasText: 'for await (const visitor' })
    .or(page.locator('figure.ob-code', { hasText: 'everyVisitor' }));
  const code = block.first().locator('pre:visible');
  const isLong = () => code.evaluate((pre) => pre.scrollWidth > pre.clientWidth);
  expect(await isLong()).toBe(true);
  const text = await code.innerText();
  await code.hover();
  const wrap = block.first().getByRole('button', { name: 'Wrap' });
  await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  await wrap.click();
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  expect(await isLong()).toBe(false);
  await block.first().getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text.trimEnd());
  await page.reload();
  expect(await isLong()).toBe(false);
  await page.goto(addressOf('searchContacts'));
  await expect(page.locator('html')).toHaveAttribute('data-break-lines', '');
  await page.keyboard.press('w');
  await expect(page.locator('html')).not.toHaveAttribute('data-break-lines');
});

test('the second tab leads past everything to the console', async ({ page }) => {
  await page.goto(addressOf('createContact'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to “Try it”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Try it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sendButton(page)).toBeVisible();
});
