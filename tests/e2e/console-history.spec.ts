import type { Page } from '@playwright/test';
import { ConsolePage, addressOf } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { answerWith, mock } from './answers.ts';

const history = (page: Page) => page.getByRole('dialog', { name: 'History' });

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await expect(history(page)).toBeVisible();
}

test('calls are kept for all pages, run again on the page of their operation, and cleared', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await page.getByLabel('id', { exact: true }).fill('con_def456');
  await console.sendFor('200');
  await console.open('listContacts');
  await console.sendFor('200');
  await openHistory(page);
  await expect(history(page).getByRole('listitem')).toHaveCount(2);
  await history(page)
    .getByRole('button', { name: /Run again.*con_def456/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`${addressOf('getContact')}#try=`));
  await console.expectStatus('200');
  await expect(page.getByLabel('id', { exact: true })).toHaveValue('con_def456');
  await openHistory(page);
  await history(page).getByRole('button', { name: 'Clear history' }).click();
  await expect(history(page)).toContainText('No calls yet.');
  await page.keyboard.press('Escape');
  await expect(history(page)).toBeHidden();
});

test('two answers are compared line by line', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('updateContact');
  await console.fillBody({ company: 'Before' });
  await console.sendFor('200');
  await console.fillBody({ company: 'After' });
  await console.sendAgainFor('200');
  await openHistory(page);
  for (const box of await history(page).getByRole('checkbox').all()) await box.check();
  const differences = history(page).getByLabel('Differences');
  await expect(differences).toContainText('−  only before:   "company": "Before"'.replace('−  ', ''));
  await expect(differences).toContainText('only after:   "company": "After"');
});

test('answers of the sandbox are compared across pages and reloads, in this tab only', async ({ page, context }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.sendFor('200');
  await console.open('updateContact');
  await console.fillBody({ company: 'Changed meanwhile' });
  await console.sendFor('200');
  await page.reload();
  await console.open('getOperator');
  await openHistory(page);
  for (const box of await history(page).getByRole('checkbox').all()) await box.check();
  await expect(history(page).getByLabel('Differences')).toContainText('only after:   "company": "Changed meanwhile"');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  await new ConsolePage(other).open('getOperator');
  await openHistory(other);
  await expect(history(other).getByRole('listitem')).toHaveCount(2);
  await expect(history(other).getByRole('checkbox', { disabled: true })).toHaveCount(2);
});

test('answers of a mock, and one that holds a secret, end with the page', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createWebhook');
  await console.sendFor('201');
  await expect(console.response).toContainText('whsec_');
  mayReach(page, mock);
  await answerWith(console, () => ({ status: 201, body: '{"url":"https://private.example"}' }));
  await console.sendAgainFor('201');
  await openHistory(page);
  await expect(history(page).getByRole('checkbox', { disabled: false })).toHaveCount(2);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/whsec_|private\.example/);
  await page.keyboard.press('Escape');
  await console.open('createWebhook');
  await openHistory(page);
  await expect(history(page).getByRole('checkbox', { disabled: true })).toHaveCount(2);
});

test('what stands in storage is never trusted, and holds no key', async ({ page }) => {
  const console = new ConsolePage(page);
  await page.addInitScript(() => {
    const call = { values: { 'path.id': '<img src=x onerror=alert(1)>' }, body: '' };
    const past = {
      time: 1,
      operationId: 'x',
      method: '<b>GET</b>',
      path: '/{id}',
      page: 'https://evil.example/',
      environment: 'live',
      call,
      result: '200',
    };
    localStorage.setItem('orbinto-call:evil', JSON.stringify(past));
    localStorage.setItem('orbinto-call:broken', '{');
    localStorage.setItem('orbinto-call:hostile', JSON.stringify({ ...past, page: '/reference/' }));
  });
  await console.open('createContact');
  await console.key.fill('sk_test_topsecret_admin');
  await console.sendFor('201');
  await openHistory(page);
  await expect(history(page).getByRole('listitem')).toHaveCount(2);
  expect(await history(page).locator('img, b').count()).toBe(0);
  expect(await page.evaluate(() => JSON.stringify(localStorage) + location.href)).not.toContain('topsecret');
});

test('a link restores a call in a fresh profile and sends nothing', async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const console = new ConsolePage(page);
  await console.open('updateContact');
  await page.getByLabel('id', { exact: true }).fill('con_1/ü?');
  await console.fillBody({ name: 'Zoë 🎉', company: 'key sk_live_abc123' });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('What looks like a secret was left out of it.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  const restored = new ConsolePage(other);
  await expect(other.getByText('Restored from the link. Nothing has been sent.')).toBeVisible();
  await expect(other.getByLabel('id', { exact: true })).toHaveValue('con_1/ü?');
  await restored.showBodyAs('JSON');
  expect(JSON.parse(await restored.body.inputValue())).toEqual({ name: 'Zoë 🎉', company: 'key ' });
  await expect(restored.response).not.toHaveAttribute('data-status');
  await other.context().close();
});

test('a hostile or damaged link is told, and nothing is lost', async ({ page }) => {
  const console = new ConsolePage(page);
  for (const fragment of ['#try=%E0%A4%A', '#try=<script>alert(1)</script>', `#try=${'A'.repeat(40_000)}`]) {
    await page.goto('about:blank');
    await page.goto(addressOf('createContact') + fragment);
    await expect(page.getByText(/^The link .*The form is as it was\.$/)).toBeVisible();
    await expect(page.getByLabel('email', { exact: true })).toHaveValue('jane@example.com');
  }
  await page.getByLabel('email', { exact: true }).fill('typed@example.com');
  await page.evaluate(() => (location.hash = '#try=e30'));
  await expect(page.getByText(/^The link is damaged/)).toBeVisible();
  await expect(page.getByLabel('email', { exact: true })).toHaveValue('typed@example.com');
  await page.evaluate(() => (location.hash = '#body-email'));
  await expect(console.send).toBeVisible();
});
