import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test, watch } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const names = [
  ['conversation.created', 'conversation.closed', 'conversation.assigned', 'conversation.rated'],
  ['message.created', 'contact.created', 'contact.updated', 'visitor.identified', 'visitor.page_viewed'],
  ['chatbot.triggered', 'chatbot.completed', 'operator.status_changed'],
].flat();

test('a webhook that was registered in the console is retried while its endpoint fails, and then delivered', async ({
  page,
}) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('createWebhook');
  await console.fillBody({ url: 'https://shop.example.com/hooks', events: ['contact.created'] });
  await console.sendFor('201');

  await panel.openFromConsole();
  await panel.press('Freeze', 'stands still');
  await panel.unfold('Receiver');
  await panel.press('Fail with 500', 'answers 500');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await console.open('createContact');
  await console.sendFor('201');
  await panel.openFromConsole();
  await expect(panel.deliveries).toHaveCount(1);
  const [delivery] = await panel.deliveries.all();
  if (!delivery) throw new Error('There is no delivery.');
  await expect(delivery).toHaveAttribute('data-status', 'pending');
  await expect(delivery).toContainText('contact.created');
  await expect(delivery).toContainText('https://shop.example.com/hooks');
  await expect(delivery).toContainText('1 attempt, next in 10 s');

  await panel.press('+1 min', 'moved on by 1 min');
  await expect(delivery).toContainText('3 attempts, next in 1 min 40 s');
  await delivery.locator('summary').first().click();
  await expect(delivery.getByText('500 Internal Server Error')).toHaveCount(3);
  await expect(delivery.locator('.ob-attempts summary')).toHaveText([/^Attempt 1\b/, /^Attempt 2\b/, /^Attempt 3\b/]);
  await delivery.locator('.ob-attempts summary').first().click();
  const request = delivery.getByLabel('Request of attempt 1');
  await expect(request).toContainText('POST https://shop.example.com/hooks');
  await expect(request).toContainText('X-Orbinto-Signature: ');
  await expect(request).toContainText('"email": "jane@example.com"');

  await panel.unfold('Receiver');
  await panel.press('Back to normal', 'answers 200');
  await panel.press('+1 h', 'moved on by 1 h');
  await expect(delivery).toHaveAttribute('data-status', 'delivered');
  await expect(delivery).toContainText('4 attempts');
  await expect(delivery.locator('.ob-attempts > li[data-tone="ok"]')).toHaveCount(1);

  await delivery.getByRole('button', { name: 'Resend' }).click();
  await expect(delivery).toContainText('5 attempts');
});

test('a fault reaches the console, and is gone when it is cleared', async ({ page }) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('listContacts');
  await panel.openFromConsole();
  await panel.unfold('Faults of the API');
  await panel.root.getByRole('combobox', { name: 'Answer with' }).selectOption('500');
  await panel.root.getByLabel('Delay, in ms').fill('200');
  await panel.root.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(panel.said).toContainText('500 Internal Server Error, 200 ms late');
  // Beside the open panel the console goes on working.
  await console.sendFor('500');
  await panel.press('Clear', 'none');
  await console.sendFor('200');
});

test('an export brings the workspace back after a change, with new secrets for its webhooks', async ({ page }) => {
  const panel = new ControlPanel(page);
  const console = new ConsolePage(page);
  await console.open('createWebhook');
  await console.sendFor('201');
  await console.open('createContact');
  await console.sendFor('201');
  await panel.openFromConsole();
  await panel.unfold('Records');
  const [download] = await Promise.all([page.waitForEvent('download'), panel.button('Export').click()]);
  const exported = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(exported)).toMatchObject({ format: 'orbinto-sandbox' });
  expect(exported).not.toContain('whsec_');

  await panel.reset();
  await console.sendFor('201');
  await console.sendFor('409');
  await panel.reset();

  await panel.root.getByLabel('Import a file').setInputFiles({
    name: 'state.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exported),
  });
  await panel.press('Import', 'what the file says');
  const secrets = panel.root.getByRole('group', { name: 'New secrets' });
  await expect(secrets.getByText(/^whsec_/)).toHaveCount(2);
  await console.sendFor('409');
  await panel.button('Hide the secrets').click();
  await expect(panel.root.getByText(/whsec_/)).toHaveCount(0);
});

/** The records of a workspace that holds a contact of the reader's. */
async function openRecords(page: Page): Promise<{ console: ConsolePage; panel: ControlPanel }> {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('createContact');
  await console.sendFor('201');
  await panel.openFromConsole();
  await panel.unfold('Records');
  return { console, panel };
}

test('a slip on Reset loses nothing: it asks, by keyboard too', async ({ page }) => {
  const { console, panel } = await openRecords(page);
  await panel.button('Reset to the sample data').click();
  await expect(panel.root.getByRole('group', { name: 'Reset to the sample data' })).toContainText('deliveries, faults');
  await expect(panel.button('Keep everything')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.button('Reset to the sample data')).toBeFocused();
  await console.sendFor('409');
  await panel.reset();
  await console.sendFor('201');
});

test('a slip on Import loses nothing either: it asks where there is something to lose', async ({ page }) => {
  const { console, panel } = await openRecords(page);
  const empty = '{"format": "orbinto-sandbox", "version": 1, "seed": 1, "counter": 0, "records": {}, "deleted": []}';
  await panel.import(empty);
  await expect(panel.root.getByRole('group', { name: 'Import' })).toContainText('changes of yours');
  await expect(panel.button('Keep everything')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.button('Import')).toBeFocused();
  await console.sendFor('409');
  await panel.importOver(empty);
  await expect(panel.said).toContainText('what the file says');
  await panel.import(empty);
  await expect(panel.said).toContainText('what the file says');
  await expect(panel.button('Import now')).toHaveCount(0);
  await console.sendFor('201');
});

test('a file that is no export is explained, and nothing is lost', async ({ page }) => {
  const { console, panel } = await openRecords(page);
  await panel.import('{\n  "format": "orbinto-sandbox",\n}');
  await expect(panel.trouble).toContainText('At line 2, column 30: Remove the comma');
  await panel.importOver('{"format": "something-else"}');
  await expect(panel.trouble).toContainText("The 'format' member must be 'orbinto-sandbox'.");
  await expect(panel.root.getByLabel('Or paste an export')).toHaveValue('{"format": "something-else"}');
  await console.sendFor('409');
});

test('each of the 12 events can be caused', async ({ page }) => {
  const panel = new ControlPanel(page);
  await panel.open();
  await expect(panel.event.locator('option')).toHaveText(names);
  for (const name of names) await panel.emit(name);
  await panel.emit('chatbot.triggered');
  await expect(panel.said).toContainText('No webhook asks for chatbot.triggered');
  await panel.emit('message.created');
  await expect(panel.said).toContainText('on its way to one webhook');
  const [conversation = ''] = /conv_\w+/.exec((await panel.said.textContent()) ?? '') ?? [];
  await panel.root.getByLabel('Id of the conversation').fill(conversation);
  await panel.emit('message.created');
  await expect(panel.said).toContainText(`in ${conversation}`);
  await panel.event.selectOption('contact.created');
  await expect(panel.root.getByLabel('No id: it is made')).toBeDisabled();
  await panel.event.selectOption('contact.updated');
  await panel.root.getByLabel('Id of the contact').fill('con_nosuch');
  await panel.button('Emit').click();
  await expect(panel.trouble).toContainText('con_nosuch');
});

test('the clock stands still, runs, moves and comes back to real time', async ({ page }) => {
  const panel = new ControlPanel(page);
  const time = panel.root.locator('time').first();
  await panel.open();
  await panel.press('Freeze', 'stands still');
  const frozen = await time.getAttribute('datetime');
  await panel.press('+10 s', 'moved on by 10 s');
  await expect(time).toHaveAttribute('datetime', new Date(Date.parse(frozen ?? '') + 10_000).toISOString());
  await panel.root.getByLabel('Move on by').fill('1.5');
  await panel.press('Move on', 'moved on by 1 d 12 h');
  await expect(panel.root).toContainText('Frozen, 1 d 12 h ahead of real time');
  await panel.press('Let it run', 'The clock runs');
  await panel.press('Real time', 'tells real time again');
  await expect(panel.root.locator('.ob-panel-time')).toContainText('Real time');
});

test('what another tab does shows without a reload', async ({ page, context }) => {
  const panel = new ControlPanel(page);
  await panel.open();
  await expect(panel.deliveries).toHaveCount(0);
  const other = await context.newPage();
  const faults = await watch(other);
  const console = new ConsolePage(other);
  await console.open('closeConversation');
  await console.sendFor('200');
  await expect(panel.deliveries).toHaveCount(1);
  await expect(panel.deliveries.first()).toContainText('conversation.closed');
  await expect(panel.deliveries.first()).toHaveAttribute('data-status', 'delivered');
  expect(faults.list).toEqual([]);
});

test('the panel acts on the workspace of the key, and says so where the key opens none', async ({ page }) => {
  const panel = new ControlPanel(page);
  const key = page.getByLabel('API key', { exact: true });
  await panel.open();
  await key.fill('sk_test_panelother01');
  await expect(panel.button('Emit')).toBeVisible();
  await panel.emit('message.created');
  await expect(panel.deliveries).toHaveCount(1);
  await key.fill('sk_test_admin');
  await expect(panel.deliveries).toHaveCount(0);
  await key.fill('nonsense');
  await expect(panel.trouble).toContainText('This key opens no workspace');
  await page.getByLabel('Environment').selectOption({ label: 'Live' });
  await expect(panel.root).toContainText('Live is chosen');
  await panel.button('Use the in-page sandbox').click();
  await expect(panel.trouble).toBeVisible();
});

test('the same panel controls a mock, and tells how to start one that does not run', async ({ page }) => {
  // The panel looks at the address that stands there first, too.
  mayReach(page, `http://127.0.0.1:${process.env.E2E_MOCK_PORT}`, 'http://127.0.0.1:1', 'http://127.0.0.1:4010');
  const panel = new ControlPanel(page);
  await panel.open();
  await page.getByLabel('Environment').selectOption({ label: 'Local mock' });
  await page.getByLabel('API key', { exact: true }).fill('sk_test_panelmock01');
  await page.getByLabel('Mock address').fill(`http://127.0.0.1:${process.env.E2E_MOCK_PORT}`);
  await expect(panel.button('Emit')).toBeVisible();
  await panel.press('Freeze', 'stands still');
  await panel.emit('message.created');
  await panel.press('+10 s', 'moved on');
  await expect(panel.deliveries.first()).toHaveAttribute('data-status', 'delivered');

  await page.getByLabel('Mock address').fill('http://127.0.0.1:1');
  await expect(panel.trouble).toContainText('Nothing answers at http://127.0.0.1:1');
  await expect(panel.trouble).toContainText('npm run mock');
});
