/** Secrets that are in memory only, while a reader does all that a page offers with a call. */
import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { keptEntry } from '../../src/site/session/tab-store.ts';
import { mock } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { openRequest, operationIn, sendRequest } from './explorer-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';
import { SecretScan } from './secret-scan.ts';
import { approve, openDialog, signedIn } from './sign-in-dialog.ts';

const liveKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';
const liveFaults = /third party: https:\/\/api\.orbinto\.com|policy: script-src/;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Whatever stands in the clipboard after a press. */
async function copy(place: Page | Locator, scan: SecretScan, name: RegExp): Promise<void> {
  const buttons = await place.getByRole('button', { name }).filter({ visible: true }).all();
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) {
    await button.click();
    scan.add('copied', await button.page().evaluate(() => navigator.clipboard.readText()));
  }
}

/** Two calls, their history and comparison, a link to one, its copies; the history is left open to be looked at. */
async function useCalls(page: Page, console: ConsolePage, scan: SecretScan): Promise<void> {
  await console.sendAgainFor('200');
  await console.sendAgainFor('200');
  await console.response.locator('summary').first().click();
  await copy(page, scan, /^Copy/);
  await page.getByRole('button', { name: 'History', exact: true }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history).toBeVisible();
  const boxes = history.getByRole('checkbox', { disabled: false });
  for (const box of (await boxes.all()).slice(0, 2)) await box.check();
  await expect(history).toContainText(/lines? differ|are the same/);
  scan.add('history', await history.innerHTML());
}

async function exportState(page: Page, scan: SecretScan): Promise<void> {
  const panel = new ControlPanel(page);
  await panel.openFromConsole();
  await panel.unfold('Records');
  const [download] = await Promise.all([page.waitForEvent('download'), panel.button('Export').click()]);
  const exported = await readFile(await download.path(), 'utf8');
  expect(exported).toContain('orbinto-sandbox');
  scan.add('export', exported);
  scan.add('panel', await panel.root.innerHTML());
}

test('a live key and a mock’s tokens in memory: history, comparison, link, copies, export of the state', async ({
  page,
  faults,
}) => {
  test.slow();
  mayReach(page, mock);
  await page.route('https://api.orbinto.com/**', (route) =>
    route.fulfill({ json: { data: [] }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  await page.addInitScript((url) => localStorage.setItem('orbinto-mock-url', url), mock);
  const scan = await SecretScan.of(page);
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await console.environment.selectOption({ label: 'Live' });
  await console.key.fill(liveKey);
  await useCalls(page, console, scan);
  expect(await scan.leaks([liveKey])).toEqual([]);
  await page.keyboard.press('Escape');

  await console.environment.selectOption({ label: 'Local mock' });
  const answer = page.waitForResponse(/\/oauth\/token$/);
  await page.getByRole('button', { name: 'Sign in with Orbinto' }).click();
  await approve(page);
  const tokens = (await (await answer).json()) as { access_token: string; refresh_token: string };
  const secrets = [liveKey, tokens.access_token, tokens.refresh_token];
  await useCalls(page, console, scan);
  await page.keyboard.press('Escape');
  await exportState(page, scan);
  expect(await scan.leaks(secrets)).toEqual([]);
  faults.expect(liveFaults);
});

test('tokens that the sandbox in the page has issued: it stores none of them in the clear', async ({ page }) => {
  const scan = await SecretScan.of(page);
  const console = await openDialog(page, 'listContacts');
  await approve(page);
  await expect(signedIn(page)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Keep for this tab' }).check();
  const kept = await page.evaluate((name) => sessionStorage.getItem(name) ?? '', keptEntry);
  const secrets = [...kept.matchAll(/[ar]t_test_[\w-]+/g)].map(([token]) => token);
  expect(secrets.length).toBeGreaterThanOrEqual(2);
  await useCalls(page, console, scan);
  await page.keyboard.press('Escape');
  await exportState(page, scan);
  expect(await scan.leaks(secrets, [keptEntry])).toEqual([]);
});

test(
  'a live key typed into the explorer: its samples, what they copy, and its answers',
  { tag: '@long' },
  async ({ page, faults }) => {
    test.slow();
    const keys: (string | undefined)[] = [];
    await page.route('https://api.orbinto.com/**', (route) => {
      keys.push(route.request().headers().authorization);
      return route.fulfill({ json: { data: [] }, headers: { 'Access-Control-Allow-Origin': '*' } });
    });
    await page.addInitScript(() => localStorage.setItem('orbinto-environment', 'live'));
    const scan = await SecretScan.of(page);
    await page.goto('/explorer/#listContacts');
    await page.getByRole('button', { name: 'No key' }).click();
    await page.getByLabel('API key', { exact: true }).fill(liveKey);
    await page.keyboard.press('Escape');
    await openRequest(page, 'listContacts');
    await sendRequest(page);
    await expect(page.getByText('200 OK').first()).toBeVisible();
    expect(keys).toEqual([`Bearer ${liveKey}`]);
    expect(await scan.leaks([liveKey])).toEqual([]);
    await page.keyboard.press('Escape');
    await copy(operationIn(page, 'listContacts').first(), scan, /copy/i);
    expect(await scan.leaks([liveKey])).toEqual([]);
    faults.expect(liveFaults);
  },
);
