import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openSearch } from './search-dialog.ts';

/** Keeps the index of the prose from a page until the result is called. */
async function holdPagefind(page: Page): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<undefined>();
  await page.route('**/pagefind/**', async (route) => {
    await held.promise;
    await route.continue();
  });
  return async () => {
    held.resolve(undefined);
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('rows are those of the text in the field: Enter follows none of an earlier text, and waits for the first', async ({
  page,
}) => {
  const release = await holdPagefind(page);
  const { dialog, field } = await openSearch(page);
  await field.fill('error code');
  await expect(dialog.getByRole('option')).not.toHaveCount(0);
  await field.fill('error codes');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await field.press('Enter');
  await expect(dialog).toBeVisible();
  await release();
  await page.waitForURL(/\/errors\//);
  await expect(dialog).toBeHidden();
});

test('a search that takes long is told, and one that fails, which the next makes good', async ({ page, faults }) => {
  const release = await holdPagefind(page);
  const { dialog, field } = await openSearch(page);
  await field.fill('idempotency');
  const status = dialog.getByRole('status');
  await expect(status).toHaveText('Searching…');
  await release();
  await expect(status).toHaveText(/results?$/);
  await page.route('**/pagefind/pagefind-entry.json*', (route) => route.abort());
  await page.reload();
  await page.keyboard.press('ControlOrMeta+k');
  await field.fill('idempotency');
  await expect(status).toHaveText(/could not be searched/);
  await page.unrouteAll();
  await field.fill('idempotency key');
  await expect(status).toHaveText(/results?$/);
  faults.expect(/Pagefind metadata|ERR_FAILED/);
});

test('names that could not be fetched are, with the next search', async ({ page, faults }) => {
  await page.route('**/identifiers.json', (route) => route.abort());
  const { dialog, field } = await openSearch(page);
  await field.fill('createContact');
  await expect(dialog.getByRole('status')).toHaveText(/results?$/);
  const names = dialog.getByRole('group', { name: 'Reference' }).getByRole('option');
  await expect(names).toHaveCount(0);
  await page.unrouteAll();
  await field.fill('createContac');
  await expect(names.first()).toContainText('Create a contact');
  faults.expect(/ERR_FAILED/);
});

test('who is offline is told that there may be more', async ({ page, context, faults }) => {
  const { dialog, field } = await openSearch(page);
  await field.fill('idempotency');
  const status = dialog.getByRole('status');
  await expect(status).toHaveText(/results?$/);
  await context.setOffline(true);
  await field.fill('xyzzyx');
  await expect(status).toHaveText(/^Nothing found for “xyzzyx”. You are offline/);
  await context.setOffline(false);
  await field.fill('xyzzyxx');
  await expect(status).toHaveText('Nothing found for “xyzzyxx”.');
  faults.expect(/index chunk|ERR_INTERNET_DISCONNECTED/);
});

test('a header that many operations have is one row', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  await field.fill('retry');
  const found = dialog.getByRole('group', { name: 'Reference' }).getByRole('option');
  await expect(found.filter({ hasText: 'Retry-After' })).toHaveText([/List contacts and others/]);
});

test('a misspelt word is told, not taken for a shorter one', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  const meant = dialog.getByRole('group', { name: 'Did you mean' }).getByRole('option');
  for (const [query, other] of [
    ['autentication', 'authentication'],
    ['webhok', 'webhook'],
    ['autentication levels', 'authentication levels'],
  ] as const) {
    await field.fill('');
    // By key, so that the words which it begins with are known to the index.
    await field.pressSequentially(query);
    await expect(meant.filter({ hasText: other }).first()).toBeVisible();
  }
  // Other words of the query have pages: what was meant stands above them, and Enter follows the first page.
  await field.fill('');
  await field.pressSequentially('conact create');
  await expect(dialog.getByRole('option').first()).toContainText('contact create');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Create a');
  await field.fill('');
  await field.pressSequentially('xyzzyx');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “xyzzyx”.');
});
