import { ConsolePage } from './console-page.ts';
import { expect, test } from './fixtures.ts';
import { ControlPanel } from './panel.ts';

const title = 'Break it on purpose';

test('a recipe is ordered by its button, strikes the console as often as it says, and is gone', async ({ page }) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('listContacts');
  await panel.openFromConsole();
  await panel.unfold(title);
  await panel.root.getByLabel('For the next … requests or events').fill('2');
  await panel.press('500 that did the work', 'Ordered: 500 that did the work, the next 2 requests.');
  await expect(panel.button('500 that did the work')).toHaveAttribute('aria-pressed', 'true');
  const fold = panel.root.locator('summary', { hasText: title });
  await console.sendFor('500');
  await expect(fold).toContainText('the next request');
  await console.sendFor('500');
  await expect(fold).toContainText('nothing ordered');
  await console.sendFor('200');
});

test('a connection that is cut is told as one, and the order is cleared by a press', async ({ page }) => {
  const console = new ConsolePage(page);
  const panel = new ControlPanel(page);
  await console.open('listContacts');
  await panel.openFromConsole();
  await panel.unfold(title);
  await panel.root.getByLabel('For the next … requests or events').fill('5');
  await panel.press('Lost answer', 'the next 5 requests');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('The connection was cut.', { exact: false }).first()).toBeVisible();
  await panel.press('Clear the recipe', 'Nothing is broken any more.');
  await console.sendFor('200');
});

test('a rotated secret is shown, once, and the deliveries tell of duplicates', async ({ page }) => {
  const panel = new ControlPanel(page);
  await panel.open();
  await panel.unfold(title);
  await panel.press('Secret rotated mid-flight', 'the next event');
  await expect(panel.root.getByText(/^whsec_/)).toHaveCount(1);
  await panel.press('Duplicate', 'the next event');
  await expect(panel.root.getByText(/whsec_/)).toHaveCount(0);
  await panel.emit('message.created');
  await expect(panel.deliveries.first()).toContainText('2 attempts');
});

test('the blocks of the guide break as they say', async ({ page }) => {
  await page.goto('/guides/break-it/');
  const block = page.locator('[data-runnable*="lost-answer"]');
  await block.getByRole('button', { name: 'Run' }).click();
  const result = block.getByRole('region', { name: 'Response' });
  await expect(result).toHaveAttribute('data-status', 'failure');
  await expect(result.getByRole('status')).toContainText('The connection was cut');
});
