import { readFile } from 'node:fs/promises';
import type { PastCall } from '../../src/site/console/history/history.ts';
import { sessions } from '../rehearsal/sessions.ts';
import { accessibilityFaults } from './accessibility.ts';
import { expect, test } from './fixtures.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const har = (...urls: string[]) =>
  JSON.stringify({
    log: {
      entries: urls.map((url) => ({
        request: {
          method: 'POST',
          url,
          headers: [],
          postData: { mimeType: 'application/json', text: JSON.stringify({ url: HOSTILE, [HOSTILE]: HOSTILE }) },
        },
        response: {
          status: 201,
          headers: [{ name: 'X-Request-Id', value: HOSTILE }],
          content: { mimeType: 'text/html', text: HOSTILE },
        },
      })),
    },
  });

test('shows the changes that touch what is chosen, by link, by a HAR and by the history, and saves their feeds', async ({
  page,
}) => {
  const past: PastCall = {
    id: '1-a',
    time: 1,
    operationId: 'listOperators',
    method: 'get',
    path: '/operators',
    page: '/reference/operators/list-operators/',
    environment: 'sandbox',
    call: { values: {}, body: '' },
    about: '',
    removed: false,
    result: '200',
  };
  await page.addInitScript((call) => localStorage.setItem('orbinto-call:1-a', JSON.stringify(call)), past);
  await page.goto('/changelog/for-me/?operations=createWebhook,nothing%22%3E');
  const note = page.locator('#for-me [role=status]');
  const shown = page.locator('.changes > li:visible');
  await expect(page.getByRole('checkbox', { name: 'Create a webhook' })).toBeChecked();
  await expect(shown.filter({ hasText: 'POST /webhooks 409' })).toContainText(
    'Handle it, if your code tells the statuses apart.',
  );
  await expect(shown.filter({ hasText: 'limits.webhooks_per_workspace' })).toHaveCount(1);

  await page.getByRole('checkbox', { name: 'Create a webhook' }).press('Space');
  await page.getByRole('checkbox', { name: 'List operators' }).press('Space');
  await expect(page).toHaveURL(/\/changelog\/for-me\/\?operations=listOperators$/);
  await expect(shown.filter({ hasText: '/webhooks' })).toHaveCount(0);
  await expect(shown.filter({ hasText: 'limits.webhooks_per_workspace' })).toHaveCount(0);
  const count = await shown.count();

  await page.getByText('Paste a HAR').click();
  const read = async (text: string) => {
    await page.getByLabel('The text of the file').fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
  };
  await read('{"log":{}}');
  await expect(note).toHaveText("This is no HAR: it has no list 'log.entries'.");
  await expect(shown).toHaveCount(count);
  await read(har('https://api.orbinto.com/v1/webhooks', 'https://elsewhere.example/'));
  await expect(note).toContainText('1 of 2 requests are of this API.');
  await expect(shown.filter({ hasText: 'POST /webhooks 409' })).toContainText('You called it once.');
  await expect(page).toHaveURL(/\?operations=createWebhook$/);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Use my console history' }).click();
  await expect(note).toContainText('The console has kept 1 call.');
  await expect(page.getByRole('checkbox', { name: 'List operators' })).toBeChecked();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save its feeds (OPML)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('orbinto-changes.opml');
  const feeds = (await readFile(await file.path(), 'utf8')).match(/xmlUrl="[^"]+"/g) ?? [];
  expect(feeds.map((feed) => feed.slice(feed.lastIndexOf('/') + 1, -1))).toEqual([
    'whole-api.xml',
    'listOperators.xml',
  ]);
  for (const feed of feeds) expect((await page.request.get(feed.slice(8, -1))).status()).toBe(200);

  await page.getByRole('button', { name: 'Choose nothing' }).click();
  await expect(page).toHaveURL(/\/changelog\/for-me\/$/);
  await expect(note).toContainText('Nothing is chosen');
});

test('the player rehearses a session against the next version', async ({ page }) => {
  await page.goto('/sandbox/replay/');
  await page.getByRole('button', { name: 'Open a replay file' }).click();
  await page.getByLabel('Open a replay file').setInputFiles({
    name: 'session.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(sessions['webhooks'])),
  });
  await page.getByRole('button', { name: 'Rehearse the next version' }).click();
  const rehearsal = page.getByRole('region', { name: 'Rehearsal' });
  await expect(rehearsal.getByRole('status')).toHaveText(
    /^Since 1\.0\.0: 0 of 2 requests break, \d+ changes touch this session\.$/,
  );
  await expect(rehearsal.getByRole('listitem').filter({ hasText: 'POST /webhooks 409' })).toContainText(
    'You called it once. Handle it, if your code tells the statuses apart.',
  );
  expect(await accessibilityFaults(page)).toEqual([]);
});
