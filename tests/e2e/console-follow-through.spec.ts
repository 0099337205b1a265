import type { Page } from '@playwright/test';
import { answerWith } from './answers.ts';
import { ConsolePage, addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const focused = (page: Page) => page.locator(':focus');

test('an answer that refuses a field marks it, says why and how to mend it, and leads there in form and JSON', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  const email = page.getByLabel('email', { exact: true });
  await email.fill('no address');
  await console.send.click();
  await page.getByRole('button', { name: 'Send anyway' }).focus();
  await page.keyboard.press('Enter');
  await console.expectStatus('422');
  // The button that was pressed is gone, the focus is not.
  await expect(console.send).toBeFocused();

  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/must be a valid email address/);
  const help = console.response.locator('.ob-error-help');
  await expect(help.getByRole('link', { name: 'invalid_parameter' })).toHaveAttribute(
    'href',
    '/errors/#invalid_parameter',
  );
  await expect(help).toContainText('The field named in param has the wrong type');
  await expect(help).toContainText('Correct the field named in param');
  await expect(page.getByRole('status').filter({ hasText: /^Response: 422.*valid email address/ })).toHaveCount(1);
  const show = help.getByRole('button', { name: 'Show field email' });
  await show.click();
  await expect(email).toBeFocused();

  await console.showBodyAs('JSON');
  await expect(console.body).toHaveAttribute('aria-invalid', 'true');
  await expect(console.body).toHaveAccessibleDescription(/^email: .*must be a valid email address/);
  await show.click();
  await expect(console.body).toBeFocused();
  const selected = () =>
    console.body.evaluate((text: HTMLTextAreaElement) => text.value.slice(text.selectionStart, text.selectionEnd));
  await expect.poll(selected).toBe('"no address"');
  // The text has its colours, and is the same text.
  const colours = page.locator('.ob-editor-colours');
  await expect(colours.locator('.s').first()).toBeVisible();
  expect(await colours.textContent()).toBe(`${await console.body.inputValue()}\n`);

  await console.body.fill('{"email":"mended@example.com"}');
  await expect(console.body).not.toHaveAttribute('aria-invalid');
  await expect(show).toHaveCount(0);
  await console.body.fill(JSON.stringify({ email: 'long@example.com', name: 'x'.repeat(20_001) }));
  await expect(colours).toHaveCount(0);
});

test('a refused parameter is marked, and no control takes the focus away with itself', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await page.getByText('Optional parameters').click();
  const size = page.getByLabel('per_page', { exact: true });
  await size.fill('101');
  await console.sendFor('400');
  await expect(size).toHaveAccessibleDescription(/must be/);
  await page.getByText('Optional parameters').click();
  await console.response.getByRole('button', { name: 'Show field per_page' }).click();
  await expect(size).toBeFocused();
  await size.fill('10');
  await expect(size).not.toHaveAttribute('aria-invalid');

  await console.key.fill('sk_live_abcdefgh');
  await page.getByRole('button', { name: 'Use sk_test_admin' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(console.key).toHaveValue('sk_test_admin');
  await expect(focused(page)).toHaveCount(1);

  await answerWith(console, () => ({ status: 429, headers: { 'Retry-After': '1' }, body: '{}' }));
  await console.sendFor('429');
  await console.response.getByRole('button', { name: 'Retry then' }).focus();
  await expect(console.response.getByRole('button', { name: 'Retry now' })).toBeFocused();

  await page.getByRole('button', { name: 'History', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  await dialog.getByRole('button', { name: 'Clear history' }).click();
  await expect(dialog.locator(':focus')).toHaveCount(1);
});

test('the console stays open from page to page, keeps what was filled in for “back”, and can be closed', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await page.getByLabel('email', { exact: true }).fill('draft@example.com');
  await expect(console.sample).toContainText('draft@example.com');
  await watchShifts(page);
  await page.goto(addressOf('getContact'));
  await expect(page.getByLabel('id', { exact: true })).toHaveValue('con_abc123');
  await expect(focused(page)).toHaveCount(0);
  expect(await totalShift(page)).toBeLessThan(0.1);
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(console.send).toBeFocused();

  await page.goBack();
  await expect(page.getByLabel('email', { exact: true })).toHaveValue('draft@example.com');
  await page.goto(addressOf('createContact'));
  await expect(page.getByLabel('email', { exact: true })).toHaveValue('jane@example.com');

  await page.getByRole('button', { name: 'Close the console' }).click();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeFocused();
  await expect(console.send).toHaveCount(0);
  await page.goto(addressOf('getContact'));
  await page.waitForLoadState('networkidle');
  await expect(console.send).toHaveCount(0);
});

test('calls of one operation are told apart in the history, and what differs in every answer is folded', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.sendFor('201');
  await console.sendFor('409');
  await page.getByRole('button', { name: 'History', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /jane@example\.com → email_taken.*409 Conflict/,
    /jane@example\.com → con_\w+.*201 Created/,
  ]);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await expect(dialog.getByLabel('Differences')).toContainText('HTTP 409');
  await expect(dialog.getByLabel('Differences')).not.toContainText('x-request-id');
  await expect(dialog.getByText(/^Differs in every answer: .*x-request-id/)).toBeVisible();
});
