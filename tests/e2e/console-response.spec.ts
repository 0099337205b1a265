import { readFile } from 'node:fs/promises';
import { answerWith, documentedHeaders } from './answers.ts';
import type { GivenAnswer } from './answers.ts';
import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const chunk = /\/response\.chunk\.[^/]*\.js$/;

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
  // A pointer on its way to the button has the chunk come already, and the button go.
  await console.response.getByRole('button', { name: 'Load it again' }).press('Enter');
  await console.expectStatus('200');
  await expect(console.response).toContainText('"id": "con_abc123"');
  await expect(page.getByRole('status').filter({ hasText: /Response: 200 OK/ })).toHaveCount(1);
  faults.expect(/ERR_FAILED/);
});

const cursor = { limit: 1, next_cursor: null, has_more: false };
const contact = {
  id: 'con_abc123',
  email: 'amara.okafor@example.com',
  name: 'Amara Okafor',
  phone: null,
  company: null,
  avatar_url: null,
  custom_attributes: {},
  tags: [],
  created_at: '2026-02-11T10:12:00Z',
  updated_at: '2026-02-11T10:20:41Z',
};

test('an answer tells its meaning, how much of the limit is left, and that it matches the specification', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await answerWith(console, () => ({ body: JSON.stringify({ data: [contact], pagination: cursor }) }));
  await console.sendFor('200');
  await expect(console.response).toContainText('A page of contacts.');
  await expect(console.response).toContainText('Matches the specification');
  await expect(console.response).toContainText('250 of 1,000 left');
  await expect(console.response).toContainText(/full again in (?:4\d|3\d) s/);
  await expect(page.getByRole('meter', { name: 'Rate limit' })).toHaveJSProperty('value', 250);
});

test('what breaks the contract is told, marked in the body, and leads to its field on the page', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  const wrong = { ...contact, id: 7, tags: ['a', null], surprise: true };
  await answerWith(console, () => ({
    headers: { ...documentedHeaders, 'X-Request-Id': '' },
    body: JSON.stringify({ data: [contact, wrong], pagination: cursor }),
  }));
  await console.sendFor('200');
  await expect(console.response).toContainText('2 differences from the specification');
  await expect(console.response.locator('.ob-mark')).toHaveText(['is a number, not a string', 'is null, not a string']);
  await expect(page.getByRole('status').filter({ hasText: /2 differences/ })).toHaveCount(1);
  await console.response.getByRole('link', { name: 'data[1].id' }).click();
  await expect(page).toHaveURL(/#response-200-data-id$/);
  await expect(page.locator('#response-200-data-id')).toBeInViewport();
});

test('every documented error of the sandbox keeps the contract', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.key.fill('wrong_key');
  await console.sendAnywayFor('401');
  await expect(console.response).toContainText('Matches the specification');
  await console.key.fill('sk_test_admin');
  await page.getByLabel('id', { exact: true }).fill('con_nobody');
  await console.sendFor('404');
  await expect(console.response).toContainText('Matches the specification');
});

for (const [what, answer, told] of [
  ['an undocumented status', { status: 418, body: '{}' }, 'The status 418 is not documented'],
  ['another media type', { contentType: 'text/html', body: '<p>Hello</p>' }, 'The body is text/html'],
  ['JSON that breaks off', { body: '{"id": ' }, 'The body is not valid JSON. Line 1, column 7'],
  ['an empty body', { body: '' }, 'The body is empty; application/json is documented.'],
  ['a missing header', { headers: {}, body: JSON.stringify(contact) }, 'X-Request-Id is missing'],
] satisfies [string, GivenAnswer, string][]) {
  test(`${what} is told, with a link to the documentation`, async ({ page }) => {
    const console = new ConsolePage(page);
    await console.open('getContact');
    await answerWith(console, () => answer);
    await console.sendFor(String('status' in answer ? answer.status : 200));
    await expect(console.response).toContainText(told);
    const [target = ''] = await console.response
      .locator('.ob-violations a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    await expect(page.locator(target.replaceAll('.', '\\.'))).toHaveCount(1);
  });
}

test('the keyboard folds and unfolds the body and follows an id to its operation', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getConversation');
  await console.sendFor('200');
  const tree = page.getByRole('tree', { name: 'Response body' });
  const visitor = tree.getByRole('treeitem').filter({ hasText: '"visitor":' });
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowDown');
  await expect(visitor).toBeFocused();
  await expect(visitor).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(visitor).toHaveAttribute('aria-expanded', 'false');
  await expect(visitor).toContainText('3 members');
  await expect(tree).not.toContainText('vis_ghi789');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem').filter({ hasText: 'vis_ghi789' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(visitor).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(tree.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reference\/visitors\/get-visitor\//);
  await expect(page.getByLabel('id', { exact: true })).toHaveValue('vis_ghi789');
  await console.sendFor('200');
  await expect(console.response).toContainText('"vis_ghi789"');
});

test('what is folded stays so while the body is looked at as it was sent, and is forgotten with the answer', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  await console.open('getConversation');
  await console.sendFor('200');
  const visitor = page.getByRole('treeitem').filter({ hasText: '"visitor":' });
  await expect(visitor).toHaveAttribute('aria-expanded', 'true');
  await visitor.click();
  await expect(visitor).toHaveAttribute('aria-expanded', 'false');
  await console.response.getByRole('button', { name: 'Raw' }).click();
  await expect(visitor).toHaveCount(0);
  await console.response.getByRole('button', { name: 'Pretty' }).click();
  await expect(visitor).toHaveAttribute('aria-expanded', 'false');
  await expect(visitor).toHaveAttribute('tabindex', '0');
  await console.sendAgainFor('200');
  await expect(visitor).toHaveAttribute('aria-expanded', 'true');
});

test('the body is copied as it is shown, and as TypeScript', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const console = new ConsolePage(page);
  await console.open('getContact');
  await answerWith(console, () => ({ body: '{"id":"con_1","big":12345678901234567890}' }));
  await console.sendFor('200');
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await console.response.getByRole('button', { name: 'Copy the response body' }).click();
  await expect.poll(clipboard).toBe('{\n  "id": "con_1",\n  "big": 12345678901234567890\n}');
  await console.response.getByRole('button', { name: 'Raw' }).click();
  await expect(console.response.locator('pre')).toHaveText('{"id":"con_1","big":12345678901234567890}');
  await console.response.getByRole('button', { name: 'Copied' }).waitFor({ state: 'detached' });
  await console.response.getByRole('button', { name: 'Copy the response body' }).click();
  await expect.poll(clipboard).toBe('{"id":"con_1","big":12345678901234567890}');
  await console.response.getByRole('button', { name: 'Copy as a TypeScript type' }).click();
  await expect.poll(clipboard).toContain('export interface Contact {\n  id: string;\n');
});

test('a download has the name of the operation, the time, and every byte', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  const bytes = Buffer.from([0, 255, 1, 254, 13, 10]);
  await answerWith(console, () => ({ contentType: 'application/octet-stream', body: bytes }));
  await console.sendFor('200');
  await expect(console.response).toContainText('6 B of binary data');
  const download = page.waitForEvent('download');
  await console.response.getByRole('button', { name: 'Download the response body' }).click();
  expect((await download).suggestedFilename()).toMatch(/^getContact-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.bin$/);
  expect(await readFile(await (await download).path())).toEqual(bytes);
});

test('an image is shown, a broken one is not', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  let body = Buffer.from(dot, 'base64');
  await answerWith(console, () => ({ contentType: 'image/png', body }));
  await console.sendFor('200');
  await expect(console.response.getByRole('img', { name: 'The image in the response body' })).toBeVisible();
  body = Buffer.from([0, 1, 2, 3]);
  await console.sendFor('200');
  await expect(console.response).toContainText('4 B of image that cannot be shown here');
});
