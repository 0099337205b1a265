import { freePort } from '../../scripts/ports.ts';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;
const live = 'https://api.orbinto.com/**';
const liveKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';

test('the local mock answers over HTTP, and samples address it', async ({ page }) => {
  mayReach(page, mock);
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await expect(console.sample).toContainText('http://127.0.0.1:4010/v1/contacts');
  await page.getByLabel('Mock address').fill(mock);
  await expect(console.sample).toContainText(`${mock}/contacts`);
  await console.key.fill(`sk_test_console${process.env.E2E_MOCK_PORT}${Date.now()}`);
  const request = page.waitForRequest(`${mock}/contacts`);
  await console.sendFor('201');
  expect((await request).method()).toMatch(/OPTIONS|POST/);
  await console.response.locator('summary').click();
  await expect(console.response.getByText('x-ratelimit-limit', { exact: true })).toBeVisible();
});

test('an address that is not on this machine is refused with a reason', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill('http://192.168.0.7:4010/v1');
  await expect(page.getByText('A mock must run on this machine')).toBeVisible();
  await expect(console.sample).toContainText('http://127.0.0.1:4010/v1');
});

test('where no mock runs, the console says how to start one', async ({ page, faults }) => {
  const port = await freePort();
  mayReach(page, `http://127.0.0.1:${port}`);
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(`http://127.0.0.1:${port}`);
  await console.sendFor('failure');
  await expect(console.response).toContainText(`Nothing answers at http://127.0.0.1:${port}`);
  await expect(console.response).toContainText(`npm run mock -- --port ${port}`);
  await expect(page.getByRole('status').filter({ hasText: 'No response' })).toHaveCount(1);
  await console.environment.selectOption({ label: 'In-page sandbox' });
  await expect(console.response).not.toContainText('Nothing answers');
  await console.sendFor('200');
  faults.expect(/ERR_CONNECTION_REFUSED/);
});

test('environment and mock address are remembered, a key is not', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock);
  await console.key.fill('sk_test_rememberme');
  await console.open('listContacts');
  await expect(console.environment).toHaveValue('mock');
  await expect(page.getByLabel('Mock address')).toHaveValue(mock);
  await expect(console.key).toHaveValue('sk_test_admin');
});

test('a slow request can be stopped', async ({ page }) => {
  mayReach(page, mock);
  await page.route(`${mock}/**`, () => undefined);
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock);
  await console.send.click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await console.expectStatus('failure');
  await expect(console.response).toContainText('You stopped the request');
  await expect(console.send).toBeVisible();
});

test('live asks for a key, marks itself, and asks again before it changes data', async ({ page, faults }) => {
  const sent: { method: string; authorization: string | undefined }[] = [];
  await page.route(live, (route) => {
    sent.push({ method: route.request().method(), authorization: route.request().headers().authorization });
    return route.fulfill({ status: 204, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  const console = new ConsolePage(page);
  await console.open('deleteContact');
  await console.environment.selectOption({ label: 'Live' });
  await expect(page.locator('[data-environment="live"]')).toBeVisible();
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Enter a live key.');
  await expect(console.key).toBeFocused();
  await console.key.fill(liveKey);
  await console.send.click();
  const dialog = page.getByRole('dialog', { name: /live workspace/ });
  await expect(dialog).toContainText('DELETE https://api.orbinto.com/v1/contacts/');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await console.send.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(sent).toEqual([]);
  await console.send.click();
  await dialog.getByRole('button', { name: 'Send to live' }).click();
  await console.expectStatus('204');
  expect(sent).toEqual([{ method: 'DELETE', authorization: `Bearer ${liveKey}` }]);
  faults.expect(/third party: https:\/\/api\.orbinto\.com/);
});

test('a live key is drawn as dots, stays out of every store and address, and is gone with the page', async ({
  page,
  faults,
}) => {
  await page.route(live, (route) =>
    route.fulfill({ status: 200, json: { data: [] }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.environment.selectOption({ label: 'Live' });
  await console.key.fill(liveKey);
  await console.sendFor('200');
  expect(await console.key.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'))).toBe(
    'disc',
  );
  expect(await page.context().storageState({ indexedDB: true }).then(JSON.stringify)).not.toContain(liveKey);
  expect(
    await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + document.cookie + location.href),
  ).not.toContain(liveKey);
  expect(await page.content()).not.toContain(liveKey);
  await console.environment.selectOption({ label: 'Local mock' });
  await expect(console.key).toHaveValue('sk_test_admin');
  await console.environment.selectOption({ label: 'Live' });
  await expect(console.key).toHaveValue(liveKey);
  await console.open('listContacts');
  await expect(console.environment).toHaveValue('live');
  await expect(console.key).toHaveValue('');
  faults.expect(/third party: https:\/\/api\.orbinto\.com/);
});

test('offline, the sandbox still answers and live says why it does not', async ({ page, context, faults }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.sendFor('200');
  await context.setOffline(true);
  await console.sendFor('200');
  await console.environment.selectOption({ label: 'Live' });
  await console.key.fill(liveKey);
  await console.sendFor('failure');
  await expect(console.response).toContainText('You are offline');
  faults.expect(/third party: https:\/\/api\.orbinto\.com|ERR_INTERNET_DISCONNECTED/);
});
