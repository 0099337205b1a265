/** The line that tells what a reader has done in the sandbox of this browser, and the menus of the ids that came of it. */
import type { Page } from '@playwright/test';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { openConsole, response, send, sendButton } from './console.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const HOSTILE = '<img src=x onerror="document.title=1">';

const strip = (page: Page) => page.getByRole('complementary', { name: 'Your sandbox' });
const line = (page: Page) => strip(page).getByRole('button', { name: /^Your sandbox/ });

/** Makes a contact in the console of the page. */
async function makeContact(page: Page, name: string): Promise<string> {
  await openConsole(page, 'contacts/create-contact');
  await page.getByLabel('name', { exact: true }).fill(name);
  await send(page, 201);
  return /con_k\w+/.exec((await response(page).textContent()) ?? '')?.[0] ?? '';
}

test('the strip tells what was done, on every page from then on, and resets it', async ({ page, context }) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await watchShifts(page);
  await page.goto('/guides/errors/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/(?:strip|browser)\./.test(url))).toEqual([]);
  await expect(strip(page)).toHaveCount(0);
  const other = await context.newPage();
  await other.goto('/guides/webhooks/');

  const id = await makeContact(page, HOSTILE);
  await expect(line(page)).toContainText('1 record made');
  await expect(line(page)).toContainText(/[\d,]+ of [\d,]+ requests left/);
  expect(await totalShift(page)).toBeLessThan(0.01);
  await expect(line(other)).toContainText('1 record made');

  for (const address of ['/', '/guides/rate-limits/', '/playground/']) {
    await page.goto(address);
    await expect(line(page)).toContainText('made');
  }
  await page.goto('/guides/pagination/');
  await line(page).focus();
  await page.keyboard.press('Enter');
  const details = page.locator('.ob-strip-details');
  await expect(details).toContainText(HOSTILE);
  await expect(details).toContainText(/[\d,]+ of [\d,]+ this minute, [\d,]+ of [\d,]+ this second/);
  await expect(details.getByRole('button', { name: 'Copy replay link' })).toBeVisible();
  await expect(details.getByRole('link', { name: 'contacts', exact: true })).toHaveAttribute(
    'href',
    '/reference/contacts/list-contacts/',
  );
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      expect(await accessibilityFaults(page), `${theme}, ${width} px`).toEqual([]);
    }
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ media: 'print' });
  await expect(strip(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await details.getByRole('button', { name: 'Sandbox controls' }).click();
  await expect(page.getByRole('dialog', { name: 'Sandbox' })).toBeVisible();
  await page.keyboard.press('Escape');

  await details.getByRole('link', { name: id }).click();
  await expect(page).toHaveURL(/\/reference\/contacts\/get-contact\//);
  await sendButton(page).click();
  await expect(response(page)).toHaveAttribute('data-status', '200');
  await expect(page).not.toHaveTitle('1');

  await strip(page).getByRole('button', { name: 'Hide your sandbox' }).click();
  await page.goto('/scopes/');
  await expect(strip(page)).toHaveText('Your sandbox');
  await strip(page).getByRole('button').click();
  await line(page).click();
  await details.getByRole('button', { name: 'Reset', exact: true }).click();
  await details.getByRole('button', { name: 'Reset now' }).click();
  await expect(details.getByRole('status').last()).toContainText('The sample data is back');
  await expect(line(page)).not.toContainText('made');
  await expect(line(other)).not.toContainText('made');
});

test('what is no key is told before and after it is sent, and the line claims nothing of a workspace it does not open', async ({
  page,
}) => {
  await makeContact(page, 'Ana');
  await expect(line(page)).toContainText('1 record made');
  const key = page.getByLabel('API key', { exact: true });
  await key.fill('foo');
  await expect(page.locator('.ob-preflight')).toContainText('This is no key: sandbox keys begin with sk_test_.');
  await expect(page.locator('.ob-preflight').getByRole('button')).toHaveText('Use sk_test_admin');
  await sendButton(page).click();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(response(page)).toHaveAttribute('data-status', '401');
  await expect(response(page)).not.toContainText('Your sign-in');
  await expect(strip(page)).toHaveCount(0);
  await response(page).getByRole('button', { name: 'Use sk_test_admin and send' }).click();
  await expect(key).toHaveValue('sk_test_admin');
  await expect(line(page)).toContainText('1 record made');
  await expect(line(page)).not.toContainText('Clock');
});

test('consoles and runnable blocks offer the ids of what the reader made, and what is shown and sent follows', async ({
  page,
}) => {
  const id = await makeContact(page, HOSTILE);
  await openConsole(page, 'contacts/update-contact');
  const menu = page.getByRole('combobox', { name: 'Your own ids for id' });
  await expect(menu).toContainText('Use one of your contacts');
  await menu.selectOption(id);
  await expect(page.getByRole('textbox', { name: 'id', exact: true })).toHaveValue(id);
  await expect(page.getByRole('textbox', { name: 'id', exact: true })).toBeFocused();
  await expect(page.locator('.sample:visible')).toContainText(`/contacts/${id}`);
  await send(page, 200);
  await expect(response(page)).toContainText(id);
  await expect(page).not.toHaveTitle('1');

  await page.goto('/guides/errors/');
  const block = page.locator('[data-runnable]', { hasText: 'con_nosuch' }).last();
  await block.getByRole('combobox', { name: 'Your own ids for this request' }).selectOption(id);
  await expect(block.locator('pre').first()).toContainText(`PATCH /v1/contacts/${id}`);
  await block.getByRole('button', { name: 'Run' }).click();
  await expect(block.getByRole('region', { name: 'Response' })).toHaveAttribute('data-status', '200');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test(
  'every error of the catalogue runs in the page and is what is answered, whatever the reader has done',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto('/errors/');
    const blocks = await page.locator('.entry [data-runnable]').all();
    expect(blocks.length).toBeGreaterThan(20);
    for (const block of blocks) {
      const code = await block.evaluate((element) => element.closest('.entry')?.querySelector('h3')?.id ?? '');
      await block.getByRole('button', { name: 'Run' }).click();
      await expect(block.getByLabel('Response body')).toContainText(`"code": "${code}"`);
      await expect(block.getByRole('status')).toContainText('a sandbox of its own');
    }
    await expect(strip(page)).toHaveCount(0);
    const entry = page.locator('.entry', { has: page.locator('#internal_error') });
    await entry.getByRole('radio', { name: 'In this page' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(entry.locator('.terminal [data-sample]:visible').first()).toContainText('/_sandbox/faults');
    await expect(entry.getByRole('button', { name: 'Run' })).toBeHidden();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await accessibilityFaults(page)).toEqual([]);
  },
);
