/** Keys of one character, and long lines of code. */
import { readFileSync } from 'node:fs';
import { languages } from '../../src/generators/samples/languages.ts';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { addressOf } from './console-page.ts';
import { sendButton } from './console.ts';
import { expect, test } from './fixtures.ts';

const languageIds = languages.map(({ id }) => id);
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
  await expect(dialog.getByRole('definition')).toHaveText([
    'Search',
    'Try it: go to the first request',
    'Wrap long lines of code',
    'Show this',
  ]);
  await dialog.getByRole('checkbox', { name: 'Use these keys' }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('long lines of code wrap; a button or a key keeps them whole, on every page and after a reload, as copies are', async ({
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
  expect(await isLong()).toBe(false);
  const text = await code.innerText();
  await code.hover();
  const wrap = block.first().getByRole('button', { name: 'Wrap' });
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  await wrap.click();
  await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  expect(await isLong()).toBe(true);
  await block.first().getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text.trimEnd());
  await page.reload();
  expect(await isLong()).toBe(true);
  await page.goto(addressOf('searchContacts'));
  await expect(page.locator('html')).toHaveAttribute('data-keep-lines', '');
  await page.keyboard.press('w');
  await expect(page.locator('html')).not.toHaveAttribute('data-keep-lines');
});

const places: readonly (readonly [address: string, button: string])[] = [
  [addressOf('createContact'), 'Try it'],
  ['/reference/events/message.created/', 'Emit message.created'],
  ['/guides/webhooks/', 'Start the time machine'],
];

test('the second tab leads past everything to what can be done, and t opens it', async ({ page }) => {
  for (const [address, name] of places) {
    await page.goto(address);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to “Try it”' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('t');
  await expect(page.locator('[data-demo]')).toHaveAttribute('data-open', 'machine');
  await page.goto('/guides/errors/');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Run' }).first()).toBeFocused();
});

test('at a width of 1280 no line of code is cut off, in any language', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const address of ['/', '/guides/webhooks/', '/guides/authentication/', addressOf('sendMessage')]) {
    await page.goto(address);
    const cut = await page.evaluate((ids) => {
      const isCut = (block: Element) => block.scrollWidth > block.clientWidth;
      return ids.flatMap((id) => {
        document.documentElement.dataset['language'] = id;
        return [...document.querySelectorAll('pre')].filter(isCut).map((block) => `${id}: ${block.textContent}`);
      });
    }, languageIds);
    expect(cut, address).toEqual([]);
  }
});

test('of a change the new code is copied whole, and its signs are words to a screen reader', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => localStorage.setItem('sample-language', 'python'));
  await page.goto('/guides/rate-limits/');
  const block = page.locator('figure.ob-code', { hasText: 'ask_again.py' });
  const lines = block.locator('pre:visible');
  await expect(lines.getByRole('deletion').first()).toHaveText('-def ask(request):');
  await expect(lines.getByRole('insertion').filter({ hasText: 'attempts=5' })).toHaveCount(1);
  await expect(lines.getByRole('img', { name: 'added' }).first()).toBeVisible();
  await block.getByRole('button', { name: 'Copy' }).click();
  const code = readFileSync('content/examples/ask-again/ask_again.py', 'utf8');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.trimEnd());
});
