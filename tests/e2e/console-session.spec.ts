/** Keys and tokens of a reader: where they are, where they are not, and when they end. */
import type { BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { keptEntry } from '../../src/site/session/tab-store.ts';
import { ConsolePage } from './console-page.ts';
import { openRequest, sendRequest } from './explorer-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';
import { SecretScan } from './secret-scan.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;
const liveKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
const liveFaults = /third party: https:\/\/api\.orbinto\.com|policy: script-src/;

/** The live API, as far as these tests go. */
async function routeLive(context: BrowserContext): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = [];
  await context.route('https://api.orbinto.com/**', (route) => {
    keys.push(route.request().headers().authorization);
    return route.fulfill({ json: { data: [] }, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  return keys;
}

async function enterLiveKey(page: Page): Promise<ConsolePage> {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.environment.selectOption({ label: 'Live' });
  await console.key.fill(liveKey);
  await expect(keep(page)).toBeVisible();
  return console;
}

/** Signs in with the mock and gives the tokens that came over the wire. */
async function signIn(page: Page, console: ConsolePage): Promise<string[]> {
  mayReach(page, mock);
  await console.environment.selectOption({ label: 'Local mock' });
  await page.getByLabel('Mock address').fill(mock);
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  const answer = page.waitForResponse(/\/oauth\/token$/);
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Continue' }).click(),
  ]);
  await popup.getByRole('button', { name: 'Approve' }).click();
  const tokens = (await (await answer).json()) as { access_token: string; refresh_token: string };
  await expect(page.getByLabel('Signed in')).toBeVisible();
  await expect.poll(() => popup.isClosed()).toBe(true);
  return [tokens.access_token, tokens.refresh_token];
}

/** Everything that a page offers to do with a call. */
async function useAll(page: Page, console: ConsolePage, scan: SecretScan): Promise<void> {
  await console.sendFor('200');
  for (const button of await page.getByRole('button', { name: /^Copy/ }).filter({ visible: true }).all()) {
    await button.click();
    scan.add('copied', await page.evaluate(() => navigator.clipboard.readText()));
  }
  for (const language of ['JavaScript', 'Python', 'PHP', 'Ruby', 'Go', 'curl']) {
    await page.getByRole('button', { name: language, exact: true }).click();
    await expect(page.locator('figure[data-language] code').filter({ visible: true }).first()).toContainText(
      'ORBINTO_API_KEY',
    );
    scan.add('sample', await page.locator('body').innerText());
  }
}

const keep = (page: Page) => page.getByRole('checkbox', { name: 'Keep for this tab' });
const forget = (page: Page) => page.getByRole('button', { name: /^Forget/ });
const stored = (page: Page) => page.evaluate(() => Object.keys({ ...sessionStorage }));

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a live key and tokens are in no storage, address, log, sample, copy or export; kept, in one entry', async ({
  page,
  context,
  faults,
}) => {
  test.slow();
  const keys = await routeLive(context);
  const scan = await SecretScan.of(page);
  const console = await enterLiveKey(page);
  await useAll(page, console, scan);
  expect(keys).toContain(`Bearer ${liveKey}`);
  const secrets = [liveKey, ...(await signIn(page, console))];
  expect(secrets.every((secret) => secret.length > 20)).toBe(true);
  await useAll(page, console, scan);
  expect(await scan.leaks(secrets)).toEqual([]);

  await keep(page).check();
  expect(await stored(page)).toContain(keptEntry);
  expect(await page.evaluate((name) => sessionStorage.getItem(name), keptEntry)).toContain(secrets[1]);
  expect(await scan.leaks(secrets, [keptEntry])).toEqual([]);

  const panel = new ControlPanel(page);
  await panel.open();
  await panel.unfold('Records');
  const [download] = await Promise.all([page.waitForEvent('download'), panel.button('Export').click()]);
  scan.add('export', await readFile(await download.path(), 'utf8'));
  expect(await scan.leaks(secrets, [keptEntry])).toEqual([]);

  await page.goto('/explorer/#listContacts');
  await openRequest(page, 'listContacts');
  const request = page.waitForRequest((sent) => sent.url().startsWith(`${mock}/contacts`) && sent.method() === 'GET');
  await sendRequest(page);
  expect((await request).headers().authorization).toBe(`Bearer ${secrets[1] ?? ''}`);
  await expect(page.getByText('200 OK').first()).toBeVisible();
  expect(await scan.leaks(secrets, [keptEntry])).toEqual([]);
  faults.expect(liveFaults);
});

test('kept: the next page of the tab has it, another tab has not, and “Forget” ends it everywhere', async ({
  page,
  context,
  faults,
}) => {
  const keys = await routeLive(context);
  const console = await enterLiveKey(page);
  await keep(page).check();
  await console.open('listVisitors');
  await expect(console.key).toHaveValue(liveKey);
  await console.sendFor('200');
  expect(keys.at(-1)).toBe(`Bearer ${liveKey}`);

  const other = await context.newPage();
  const elsewhere = new ConsolePage(other);
  await elsewhere.open('listVisitors');
  await expect(elsewhere.key).toHaveValue('');

  await forget(page).click();
  await expect(console.key).toHaveValue('');
  expect(await stored(page)).not.toContain(keptEntry);
  await console.open('listContacts');
  await expect(console.key).toHaveValue('');
  faults.expect(liveFaults);
});

test('not kept, or no longer: gone with the page', async ({ page, context }) => {
  await routeLive(context);
  const console = await enterLiveKey(page);
  expect(await stored(page)).not.toContain(keptEntry);
  await keep(page).check();
  await keep(page).uncheck();
  expect(await stored(page)).not.toContain(keptEntry);
  await expect(console.key).toHaveValue(liveKey);
  await console.open('listContacts');
  await expect(console.key).toHaveValue('');
});

test('kept ends after 15 idle minutes while the page is open; use puts it off', async ({ page, context }) => {
  await routeLive(context);
  await page.clock.install();
  const console = await enterLiveKey(page);
  await keep(page).check();
  await page.clock.fastForward('14:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('14:00');
  await expect(console.key).toHaveValue(liveKey);
  await page.clock.fastForward('01:10');
  await expect(console.key).toHaveValue('');
  expect(await stored(page)).not.toContain(keptEntry);
});

test('kept ends after 15 idle minutes while no page is open', async ({ page, context }) => {
  await routeLive(context);
  const console = await enterLiveKey(page);
  await keep(page).check();
  await page.goto('/status.json');
  await page.evaluate((name) => {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '') as { usedAt: number };
    sessionStorage.setItem(name, JSON.stringify({ ...kept, usedAt: Date.now() - 15 * 60_000 }));
  }, keptEntry);
  await console.open('listContacts');
  await expect(console.key).toHaveValue('');
  expect(await stored(page)).not.toContain(keptEntry);
});

test('the sign-in window does not inherit what is kept for the tab', async ({ page, context }) => {
  await routeLive(context);
  const console = await enterLiveKey(page);
  await keep(page).check();
  await console.environment.selectOption({ label: 'In-page sandbox' });
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Continue' }).click(),
  ]);
  await expect(popup.getByRole('button', { name: 'Approve' })).toBeVisible();
  expect(await stored(popup)).toEqual([]);
});

test('the explorer takes a sign-in of its own bar and sends with it', { tag: '@long' }, async ({ page, faults }) => {
  test.slow();
  mayReach(page, mock);
  await page.addInitScript((url) => {
    localStorage.setItem('orbinto-environment', 'mock');
    localStorage.setItem('orbinto-mock-url', url);
  }, mock);
  await page.goto('/explorer/#listContacts');
  await page.getByRole('button', { name: 'Sample key' }).click();
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Continue' }).click(),
  ]);
  await popup.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByLabel('Signed in')).toHaveText(/^9 scopes/);
  await page.keyboard.press('Escape');
  await openRequest(page, 'listContacts');
  const request = page.waitForRequest((sent) => sent.url().startsWith(`${mock}/contacts`) && sent.method() === 'GET');
  await sendRequest(page);
  expect((await request).headers().authorization).not.toContain('sk_test');
  await expect(page.getByText('200 OK').first()).toBeVisible();
  faults.expect(liveFaults);
});
