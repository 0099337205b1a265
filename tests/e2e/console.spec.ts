import { ConsolePage, addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

const hostile = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>"'&\u202e\u{1f600}`;

test('the answer shows its status with its meaning, time, size, headers and body', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await console.sendFor('200');
  await expect(console.response).toContainText(/200 OK/);
  await expect(console.response).toContainText(/\d ms|\d s/);
  await expect(console.response).toContainText(/\d+ B|kB/);
  await expect(console.response).toContainText('"id": "con_abc123"');
  await console.response.locator('summary').click();
  for (const name of [
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'x-request-id',
    'content-type',
  ]) {
    await expect(console.response.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('status').filter({ hasText: /Response: 200 OK/ })).toHaveCount(1);
});

test('a deletion says that its answer has no body', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('deleteContact');
  await console.sendFor('204');
  await expect(console.response).toContainText('The answer has no body');
});

test('samples follow what is typed and never hold the key', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('updateContact');
  await console.key.fill('sk_test_topsecret_admin');
  await page.getByLabel('id', { exact: true }).fill('con_1/ü?');
  await console.fillBody({ name: "O'Neil $HOME `x`" });
  await expect(console.sample).toContainText('/contacts/con_1%2F%C3%BC%3F');
  await expect(console.sample).toContainText(`O'\\''Neil $HOME`);
  await page.getByRole('button', { name: 'Python' }).click();
  await expect(page.locator('figure[data-language="python"][data-way="http"] code')).toContainText(
    '/contacts/con_1%2F%C3%BC%3F',
  );
  expect(await page.locator('body').innerText()).not.toContain('topsecret');
  expect(await page.content()).not.toContain('topsecret');
});

test('optional parameters are sent when filled in', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('listContacts');
  await page.getByText('Optional parameters').click();
  await page.getByLabel('per_page', { exact: true }).fill('2');
  await expect(console.sample).toContainText('/contacts?per_page=2');
  await console.sendFor('200');
  await expect(console.response).toContainText('"per_page": 2');
  await page.getByLabel('per_page', { exact: true }).fill('101');
  await console.sendFor('400');
  await expect(console.response).toContainText('"param": "per_page"');
});

test('broken JSON is told by line, held back once, and sent on purpose', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.fillBody('{\n  "email": "a@example.com"\n  "name": "A"\n}');
  await expect(page.getByText('Line 3, column 3: A comma is missing before this.').first()).toBeVisible();
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Not sent');
  await expect(console.body).toBeFocused();
  expect(await console.response.getAttribute('data-status')).toBeNull();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await console.expectStatus('400');
});

test('a path without its parameter cannot be sent', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('getContact');
  await page.getByLabel('id', { exact: true }).fill('');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Enter a value for id.');
  await expect(page.getByLabel('id', { exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Send anyway' })).toHaveCount(0);
  await page.getByLabel('id', { exact: true }).fill('con_nobody');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await console.sendFor('404');
});

test('a conflict is passed by a fresh email or by a reset of the sandbox', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.sendFor('201');
  await console.sendFor('409');
  await console.response.getByRole('button', { name: 'Send with a fresh email' }).click();
  await console.expectStatus('201');
  await expect(console.response).toContainText(/"email": "jane\+\w+@example\.com"/);
  await console.fillBody({ email: 'jane@example.com' });
  await console.sendFor('409');
  await console.response.getByRole('button', { name: 'Reset the sandbox and send' }).focus();
  await page.keyboard.press('Enter');
  await expect(console.response.getByRole('group', { name: 'Reset the sandbox and send' })).toContainText(
    'removes all',
  );
  await expect(console.response.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(console.response.getByRole('button', { name: 'Reset the sandbox and send' })).toBeFocused();
  await console.sendAgainFor('409');
  await console.response.getByRole('button', { name: 'Reset the sandbox and send' }).click();
  await console.response.getByRole('button', { name: 'Reset and send' }).click();
  await console.expectStatus('201');
});

test('the keyboard alone opens, fills and sends; Tab leaves the body', async ({ page }) => {
  const console = new ConsolePage(page);
  await page.goto(addressOf('createContact'));
  await page.getByRole('button', { name: 'Try it' }).focus();
  await page.keyboard.press('Enter');
  await expect(console.send).toBeFocused();
  await console.showBodyAs('JSON');
  await console.body.focus();
  await page.keyboard.press('Tab');
  await expect(console.body).not.toBeFocused();
  await console.body.focus();
  await page.keyboard.press('Control+Enter');
  await console.expectStatus('201');
  await expect(console.body).toBeFocused();
});

test('script in a stored record is shown as text', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.fillBody({
    email: 'hostile@example.com',
    name: hostile,
    tags: ['</pre><b>'],
    custom_attributes: { [hostile]: hostile },
  });
  await console.sendFor('201');
  await expect(console.response).toContainText('<img src=x onerror=');
  await expect(console.sample).toContainText('<img src=x onerror=');
  expect(await console.response.locator('img, script, b').count()).toBe(0);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

test('a key of too low a level gets the 403 of the API', async ({ page }) => {
  const console = new ConsolePage(page);
  await console.open('createContact');
  await console.key.fill('sk_test_read');
  await console.sendAnywayFor('403');
  await console.key.fill('');
  await console.sendAnywayFor('401');
});
