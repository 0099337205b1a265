import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const chunk = /\/after-send\.[^/]*\.js$/;

test('what shows an answer is fetched when the reader sends, and not before', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (chunk.test(request.url())) loaded.push(request.url());
  });
  const console = new ConsolePage(page);
  await console.open('getContact');
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  expect(loaded).toEqual([]);
  await console.sendFor('200');
  await console.sendFor('200');
  expect(loaded).toHaveLength(1);
});

test('an answer whose view cannot be loaded is kept, and shown after another try', async ({ page, faults }) => {
  let online = false;
  await page.route(chunk, (route) => (online ? route.continue() : route.abort()));
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.send.click();
  await expect(console.response.getByRole('alert')).toContainText('could not be loaded. The API answered 200.');
  online = true;
  await console.response.getByRole('button', { name: 'Load it again' }).click();
  await console.expectStatus('200');
  await expect(console.response).toContainText('"id": "con_abc123"');
  await expect(page.getByRole('status').filter({ hasText: /Response: 200 OK/ })).toHaveCount(1);
  faults.expect(/ERR_FAILED/);
});
