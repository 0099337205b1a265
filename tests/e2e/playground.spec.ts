/** The playground as a reader plays it: a visitor writes, an operator answers, and the API between them is seen. */
import type { Page } from '@playwright/test';
import { accessibilityFaults, setTheme } from './accessibility.ts';
import { expect, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

const visitor = (page: Page) => page.getByRole('region', { name: 'Visitor' });
const operator = (page: Page) => page.getByRole('region', { name: 'Operator' });
const traffic = (page: Page) => page.getByRole('region', { name: 'API traffic' });
const chat = (page: Page) => page.getByRole('list', { name: 'Chat of the visitor' });
const log = (page: Page) => page.getByRole('list', { name: /^Requests and deliveries/ });

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message of the visitor' });
  await field.fill(text);
  await field.press('Enter');
  await expect(chat(page)).toContainText(text);
}

async function reply(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Reply of the operator' });
  await field.fill(text);
  await field.press('Enter');
}

test('a message is delivered and verified, and a reply is a call in the reader’s language', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sample-language', 'python'));
  await watchShifts(page, '.pg-traffic');
  await page.goto('/playground/');
  await write(page, 'Is the lamp in stock?');
  await expect(log(page).getByText('Both signatures verify.', { exact: true })).toHaveCount(2);
  await expect(page.getByRole('heading', { name: '2 of 12 events' })).toBeVisible();
  await expect(operator(page)).toContainText('Is the lamp in stock?');

  await reply(page, 'It is.');
  await expect(chat(page)).toContainText('It is.');
  const code = traffic(page).getByLabel('The last call as code');
  await expect(code).toContainText('import urllib.request');
  await expect(code).toContainText('/reply');
  await traffic(page).getByRole('combobox', { name: 'Language' }).selectOption('ruby');
  await expect(code).toContainText('require "net/http"');
  await expect(log(page).getByText('Both signatures verify.', { exact: true })).toHaveCount(3);
  expect(await totalShift(page)).toBeLessThan(0.01);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await accessibilityFaults(page), theme).toEqual([]);
  }

  await log(page).locator('summary', { hasText: 'The operator replies' }).click();
  await log(page).getByRole('link', { name: 'Open it in the reference, filled in' }).click();
  await expect(page).toHaveURL(/\/reference\/conversations\/reply-to-conversation\/#try=/);
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  const filledIn = () =>
    page
      .locator('.ob-console :is(input, textarea)')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join('\n'));
  await expect.poll(filledIn).toContain('It is.');
});

test('all events happen here, by the keyboard of a phone, and hostile text stays text', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('/playground/');
  const hostile = '<img src=x onerror="document.title=1">';
  const show = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await expect(page.locator('.pg-trouble')).toHaveCount(0);
  };
  await write(page, hostile);
  await press('Open another page');
  await show('Operator');
  await press('Chatbot joins');
  await page.getByRole('combobox', { name: 'Assign the conversation' }).selectOption({ index: 2 });
  await page.getByRole('textbox', { name: 'Email address of the contact' }).fill('new.person@example.com');
  await press('Save contact');
  await expect(page.getByText(/^\d+ of 12 events$/)).toHaveText('6 of 12 events');
  await show('Visitor');
  await press('Say who I am');
  await show('Operator');
  await press('Tag the contact');
  await press('Go offline');
  await press('Chatbot finishes');
  await press('Close');
  await show('Visitor');
  await press('5 of 5');
  await expect(page.getByText(/^\d+ of 12 events$/)).toHaveText('12 of 12 events');
  await expect(page.locator('.pg img')).toHaveCount(0);
  await show('API traffic');
  await expect(log(page)).toContainText('The widget does this.');
  await expect(log(page).getByText('Both signatures verify.', { exact: true })).toHaveCount(13);
  expect(await accessibilityFaults(page, { targetSize: true })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('a reload, a second tab and a reset there show the same records', async ({ page, context }) => {
  await page.goto('/playground/');
  await write(page, 'Before the reload');
  await expect(page).toHaveURL(/#conv_\w+$/);
  await page.reload();
  await expect(chat(page)).toContainText('Before the reload');
  await expect(page.getByRole('heading', { name: '2 of 12 events' })).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(chat(other)).toContainText('Before the reload');
  await reply(other, 'From the other tab');
  await expect(chat(page)).toContainText('From the other tab');
  await expect(log(page).getByText('Both signatures verify.', { exact: true })).toHaveCount(1);

  const panel = new ControlPanel(other);
  await panel.open();
  await panel.unfold('Records');
  await panel.reset();
  await expect(visitor(page)).toContainText('Write something.');
  await expect(page.getByRole('heading', { name: '0 of 12 events' })).toBeVisible();
  await write(page, 'After the reset');
  await expect(log(page).getByText('Both signatures verify.', { exact: true })).toHaveCount(2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page tells what it is, and what the sandbox has played', async ({ page }) => {
    await page.goto('/playground/');
    await expect(page.getByText('The playground needs JavaScript.')).toBeVisible();
    await expect(page.getByText(/^message\.created was delivered to this page/).first()).toBeVisible();
  });
});
