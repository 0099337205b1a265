/** Each way in which a request can fail says what it is, and what to do. */
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findChromiumWithWindows } from '../../scripts/browsers/find.ts';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';

const mock = `http://127.0.0.1:${process.env.E2E_MOCK_PORT}/v1`;
const live = 'https://api.orbinto.com/**';
const liveKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
const liveFaults = /third party: https:\/\/api\.orbinto\.com|CORS policy|ERR_/;

async function openOn(page: Page, environment: 'mock' | 'live', operationId = 'listContacts', address = mock) {
  if (environment === 'mock') mayReach(page, address);
  await page.addInitScript(
    ([id, url]) => {
      localStorage.setItem('orbinto-environment', id);
      localStorage.setItem('orbinto-mock-url', url);
    },
    [environment, address] as const,
  );
  const console = new ConsolePage(page);
  await console.open(operationId);
  if (environment === 'live') await console.key.fill(liveKey);
  return console;
}

test('no answer within 30 seconds', async ({ page }) => {
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds === 30_000 ? 300 : milliseconds);
  });
  await page.route(`${mock}/**`, () => undefined);
  const console = await openOn(page, 'mock');
  await console.sendFor('failure');
  await expect(console.response).toContainText('No answer in time');
  await expect(console.response).toContainText('30 seconds');
  await expect(console.response).toContainText(`curl "${mock}/contacts"`);
});

test('something else on the mock’s port', async ({ page, context, faults }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const server = createServer((_request, response) => response.end('hello'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const console = await openOn(page, 'mock', 'listContacts', `http://127.0.0.1:${port}/v1`);
  await console.sendFor('failure');
  await expect(console.response).toContainText(`What answers at http://127.0.0.1:${port} is not the mock`);
  await console.response.getByRole('button', { name: 'Copy as curl' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`curl "http://127.0.0.1:${port}/v1/contacts"`);
  expect(copied).toContain('${ORBINTO_API_KEY:?}');
  server.close();
  faults.expect(/CORS policy|ERR_FAILED/);
});

test('live: an answer that the page may not read, and none at all', async ({ page, faults }) => {
  await page.route(live, (route) =>
    route.fulfill({ status: 502, headers: { 'Access-Control-Allow-Origin': 'https://proxy.example' } }),
  );
  const console = await openOn(page, 'live');
  await console.sendFor('failure');
  await expect(console.response).toContainText('api.orbinto.com answers, but not to this page');
  await expect(console.response).toContainText('curl "https://api.orbinto.com/v1/contacts"');
  await expect(console.response).not.toContainText(liveKey);

  await page.unroute(live);
  await page.route(live, (route) => route.abort('namenotresolved'));
  await console.send.click();
  await expect(console.response).toContainText('Nothing answers at api.orbinto.com');
  faults.expect(liveFaults);
});

test('the probe after a failure carries no secret', async ({ page, faults }) => {
  const probes: Record<string, string>[] = [];
  await page.route(live, (route) => {
    if (new URL(route.request().url()).pathname === '/') probes.push(route.request().headers());
    return route.abort('connectionrefused');
  });
  const console = await openOn(page, 'live');
  await console.sendFor('failure');
  expect(probes).toHaveLength(1);
  expect(JSON.stringify(probes)).not.toContain('sk_live');
  expect(probes[0]).not.toHaveProperty('referer');
  faults.expect(liveFaults);
});

const sandboxChunk = /\/_astro\/browser\.[^/]*\.js$/;

test('a sandbox that cannot be downloaded, offline or not, and the way back', async ({ page, context, faults }) => {
  await page.route(sandboxChunk, (route) => route.abort());
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.sendFor('failure');
  await expect(console.response).toContainText('The sandbox could not be downloaded');
  await context.setOffline(true);
  await console.send.click();
  await expect(console.response).toContainText('You are offline');
  await context.setOffline(false);
  await page.unroute(sandboxChunk);
  await console.sendFor('200');
  faults.expect(/ERR_|Failed to fetch/);
});

test('a live key in the sandbox is told before it is sent, and after', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.key.fill(liveKey);
  const notice = page.locator('.ob-preflight');
  await expect(notice).toContainText('This is a live key');
  await expect(notice.getByRole('button', { name: 'Switch to Live' })).toBeVisible();
  await console.sendAnywayFor('401');
  await console.response.getByRole('button', { name: 'Use sk_test_admin and send' }).click();
  await console.expectStatus('200');
  await expect(notice).toHaveCount(0);
});

test('a sandbox key on live is told, with the way back', async ({ page, faults }) => {
  await page.route(live, (route) =>
    route.fulfill({ status: 401, json: {}, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  const console = await openOn(page, 'live');
  await console.key.fill('sk_test_admin');
  await expect(page.locator('.ob-preflight')).toContainText('This is a sandbox key');
  await console.sendAnywayFor('401');
  await console.response.getByRole('button', { name: 'Switch to the sandbox' }).click();
  await expect(console.environment).toHaveValue('sandbox');
  await console.sendFor('200');
  faults.expect(liveFaults);
});

test('too low a level: one click gets the key of the same workspace that may', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.key.fill('sk_test_lowlevel2026_read');
  const notice = page.locator('.ob-preflight');
  await expect(notice).toContainText('Your key has level read; this needs write / contacts:write.');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Not sent: Your key has level read');
  await expect(console.key).toBeFocused();
  await notice.getByRole('button', { name: 'Use sk_test_lowlevel2026_write' }).click();
  await expect(notice).toHaveCount(0);
  await console.sendFor('201');
});

test('a used-up limit counts down and sends again, then or now', async ({ page }) => {
  const key = `sk_test_flood${Date.now()}_free`;
  const call = () => fetch(`${mock}/contacts`, { headers: { Authorization: `Bearer ${key}` } });
  const used = async () => Number((await call()).headers.get('X-RateLimit-Remaining'));
  for (let left = await used(); left > 0; left = await used()) await new Promise((wait) => setTimeout(wait, 90));

  await page.clock.install();
  const console = await openOn(page, 'mock');
  await console.key.fill(key);
  await console.sendFor('429');
  const help = console.response.locator('.ob-notice', { hasText: 'Retry-After' });
  await expect(help).toContainText(/wait \d+ s/);
  const seconds = Number(/wait (\d+) s/.exec(await help.innerText())?.[1]);
  expect(seconds).toBeGreaterThan(5);
  await page.clock.fastForward(3_000);
  await expect(help).not.toContainText(`wait ${seconds} s`);

  await console.response.getByRole('button', { name: 'Retry now' }).click();
  await console.expectStatus('429');
  await console.response.getByRole('button', { name: 'Retry then' }).click();
  await expect(console.response).toContainText('sent again then');
  const clock = await fetch(`${mock.replace('/v1', '/_sandbox')}/clock`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: '{"advance_seconds": 61}',
  });
  expect(clock.ok).toBe(true);
  await page.clock.fastForward(61_000);
  await console.expectStatus('200');
});

test('a browser that keeps a public page from this machine says how to allow it', async () => {
  test.slow();
  const executablePath = findChromiumWithWindows();
  test.skip(!executablePath && !process.env.CI, 'There is no Chromium that asks for permissions here.');
  const port = process.env.E2E_PORT ?? '';
  // The site counts as public, and has a name that no rule takes for this machine's own.
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--ip-address-space-overrides=127.0.0.1:${port}=public,[::1]:${port}=public`,
    ],
  });
  const page = await browser.newPage({ baseURL: `http://docs.localhost:${port}` });
  const console = await openOn(page, 'mock');
  const session = await page.context().newCDPSession(page);
  for (const name of ['local-network-access', 'local-network', 'loopback-network'])
    await session.send('Browser.setPermission', { permission: { name }, setting: 'denied' }).catch(() => undefined);
  await console.sendFor('failure');
  await expect(console.response).toContainText('Your browser keeps this page from your local network');
  await expect(console.response).toContainText('site settings');
  await browser.close();
});
