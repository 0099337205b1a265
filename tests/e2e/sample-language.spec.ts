import type { Page } from '@playwright/test';
import { addressOf } from './console-page.ts';
import { expect, test } from './fixtures.ts';

// One may be in closed details, where it has no role.
const choice = (page: Page) => page.locator('select[data-languages]');
const shown = (page: Page) => page.locator('pre[data-sample]:visible');

/** The languages of all samples that are shown. */
async function languagesShown(page: Page): Promise<string[]> {
  const all = await shown(page).evaluateAll((blocks) =>
    blocks.map((block) => (block as HTMLElement).dataset['sample']),
  );
  return [...new Set(all)].map(String);
}

test('a language that is chosen once is that of every page and every tab, before anything is drawn', async ({
  page,
  context,
}) => {
  await page.goto('/guides/webhooks/');
  // The functions that verify are in no shell's language: there the first stands for it.
  expect(await languagesShown(page)).toEqual(['curl', 'javascript']);
  const other = await context.newPage();
  await other.goto('/guides/pagination/');

  const second = choice(page).nth(1);
  await second.scrollIntoViewIfNeeded();
  const top = async () => Math.round((await second.boundingBox())?.y ?? 0);
  const before = await top();
  await second.selectOption('Python');
  expect(await languagesShown(page)).toEqual(['python']);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  await expect(choice(page).first()).toHaveValue('python');
  await expect(choice(other).first()).toHaveValue('python');
  expect(await languagesShown(other)).toEqual(['python']);

  await page.goto(addressOf('createContact'));
  await expect(page.getByRole('button', { name: 'Python', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  for (const address of ['/', '/guides/quick-start/', '/guides/webhooks/', '/errors/']) {
    // With no script but those that run while the page is read.
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('footer').last().waitFor();
    await expect(choice(page).first(), address).toHaveValue('go');
    if (address !== '/errors/') expect(await languagesShown(page), address).toEqual(['go']);
  }
});

test('copy takes what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/guides/pagination/');
  await choice(page).first().selectOption('Ruby');
  await page.locator('.ob-languages').first().getByRole('button', { name: 'Copy' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Net::HTTP');
  expect(text).toBe((await shown(page).first().textContent())?.trimEnd());
});

test('the call of a client library stands beside the request, where the language has one', async ({ page }) => {
  const sample = page.locator('.sample:visible');
  await page.goto(addressOf('replyToConversation'));
  await page.getByRole('button', { name: 'Ruby', exact: true }).click();
  await expect(sample).toContainText('Net::HTTP');
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(sample).toContainText('client.conversations.reply(');
  await page.goto(addressOf('listContacts'));
  await expect(sample).toHaveCount(1);
  await expect(sample).toContainText('client.contacts.list.each do |contact|');
  await expect(sample).toContainText('contacts.list(?email: String, ');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(sample).toContainText('package main');
  await expect(page.getByRole('button', { name: 'Library', exact: true })).toBeHidden();
});
