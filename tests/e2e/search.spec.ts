import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../scripts/paths.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { expect, test } from './fixtures.ts';
import { openSearch } from './search-dialog.ts';
import { everyName } from './search-questions.ts';

/** What a reader types in words, and the page that must be among the first three of the pages found. */
const questions = [
  ['close a conversation', '/reference/conversations/close-conversation/'],
  ['429', '/guides/rate-limits/'],
  ['Retry-After', '/guides/rate-limits/'],
  ['X-Orbinto-Signature', '/guides/webhooks/'],
  ['per_page', '/guides/pagination/'],
  ['PKCE', '/guides/authentication/'],
  ['idempotency', '/guides/errors/'],
  ['postman', '/resources/'],
] as const;

/** Questions as people ask them, and the place that must be among the first three, by its page or by its very part. */
const sentences = [
  ['webhook retry', '/guides/webhooks/#delivery-and-retries'],
  ['how do I verify a webhook signature?', '/guides/webhooks/#verify-the-signature'],
  ['what happens when a delivery fails', '/guides/webhooks/#delivery-and-retries'],
  ['rotate a webhook secret', '/guides/webhooks/#rotate-a-secret'],
  ['refresh an access token', '/guides/authentication/'],
  ['which scopes do I need', '/scopes/'],
  ['what is a key level', '/guides/authentication/#levels'],
  ['how do I keep my API key secret', '/guides/authentication/#keep-keys-secret'],
  ['try it without an account', '/guides/quick-start/#without-an-account-the-sandbox-in-your-terminal'],
  ['reset the sandbox data', '/guides/sandbox/'],
  ['mock server in CI', '/guides/sandbox/'],
  ['cursor or page', '/guides/pagination/'],
  ['how many requests per minute', '/guides/rate-limits/'],
  ['email already exists', '/errors/#email_taken'],
  ['what does a 422 mean', '/errors/#status-422'],
  ['which error comes first', '/guides/errors/#which-error-comes-first'],
  ['what is the base URL', '/guides/versioning/'],
  ['how do I hear of a deprecation', '/guides/versioning/#how-you-hear-of-a-deprecation'],
  ['what to check before going live', '/guides/going-live/'],
  ['assign a conversation to an operator', '/reference/conversations/assign-conversation/'],
  ['idempotency key', '/guides/errors/#repeating-a-post'],
  ['client library for Python', '/guides/sdks/'],
] as const;

/** What names one place of the reference exactly, and the place that must come first. */
const names = [
  ['createContact', '/reference/contacts/create-contact/'],
  ['POST /contacts', '/reference/contacts/create-contact/'],
  ['post https://api.orbinto.com/v1/contacts', '/reference/contacts/create-contact/'],
  ['/contacts', '/reference/contacts/list-contacts/'],
  ['/contacts/con_abc123', '/reference/contacts/get-contact/'],
  ['Create a contact', '/reference/contacts/create-contact/'],
  ['contact.email', '/reference/contacts/#contact-email'],
  ['email create a contact', '/reference/contacts/create-contact/#body-email'],
  ['message.created', '/reference/events/message.created/'],
  ['invalid_cursor', '/errors/#invalid_cursor'],
  ['webhooks:manage', '/scopes/#webhooks%3Amanage'],
] as const;

test('the button of the header opens the search, at every width', async ({ page }) => {
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/reference/contacts/');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await dialog.getByRole('combobox').fill('createContact');
    await dialog.getByRole('option').first().click();
    await expect(page).toHaveURL(/\/reference\/contacts\/create-contact\/$/);
    await expect(dialog).toBeHidden();
  }
});

test('Ctrl+K finds pages by what they speak of', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  for (const [query, address] of questions) {
    await test.step(query, async () => {
      await field.fill(query);
      const found = dialog.getByRole('group', { name: 'Pages' }).getByRole('option');
      const first = () =>
        found.evaluateAll((links) =>
          links.slice(0, 3).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
        );
      await expect.poll(first).toContain(address);
    });
  }
});

test(
  'a question in words leads to the part that answers it, and tells guides from the reference',
  { tag: '@long' },
  async ({ page }) => {
    const { dialog, field } = await openSearch(page);
    const found = dialog.getByRole('group', { name: 'Pages' }).getByRole('option');
    for (const [question, place] of sentences) {
      await test.step(question, async () => {
        await field.fill(question);
        await expect
          .poll(async () => {
            const links = await found.evaluateAll((all) =>
              all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''),
            );
            return links.some((link) => link === place || (!place.includes('#') && link.split('#')[0] === place));
          })
          .toBe(true);
      });
    }
    await field.fill('webhook retry');
    const first = dialog.getByRole('option').first();
    await expect(first).toHaveAttribute('href', '/guides/webhooks/#delivery-and-retries');
    await expect(first).toContainText('Delivery and retries');
    await expect(first.getByText('Guide', { exact: true })).toBeVisible();
    await expect(
      found.filter({ hasText: 'Create a webhook' }).first().getByText('Reference', { exact: true }),
    ).toBeVisible();
  },
);

test('Ctrl+K finds exact names first, with their place', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  for (const [query, address] of names) {
    await test.step(query, async () => {
      await field.fill(query);
      await expect(dialog.getByRole('option').first()).toHaveAttribute('href', address);
    });
  }
});

test('the keyboard alone chooses, follows, and finds again what was found', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  await field.pressSequentially('per_page');
  const options = dialog.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(dialog.getByRole('group', { name: 'Pages' })).toBeVisible();
  await field.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
  await field.press('ArrowUp');
  await field.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowDown');
  await field.press('Enter');
  await page.waitForURL(/#query-per_page$/);
  await expect(page.locator('#query-per_page')).toBeInViewport();

  await page.keyboard.press('ControlOrMeta+k');
  const recent = dialog.getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent).toHaveText([/per_page/]);
  await dialog.getByRole('button', { name: 'Clear recent' }).click();
  await expect(recent).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('nothing found is told, and hostile text in a query stays text', async ({ page }) => {
  const { dialog, field } = await openSearch(page);
  await field.fill('zzqqxxvv<img/src=x/onerror=alert(1)>');
  await expect(dialog.getByRole('status')).toHaveText(/Nothing found for “zzqqxxvv<img|results/);
  await expect(dialog.locator('img')).toHaveCount(0);
  await field.fill('zzqqxxvv');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “zzqqxxvv”.');
  const suggested = dialog.getByRole('group', { name: 'Suggestions' }).getByRole('option');
  await expect(suggested.first()).toHaveAttribute('href', '/guides/quick-start/');
  await field.fill('pagniatoin');
  await dialog
    .getByRole('group', { name: 'Did you mean' })
    .getByRole('option', { name: /pagination/ })
    .first()
    .click();
  await expect(field).toHaveValue('pagination');
  await expect(dialog.getByRole('option', { name: /Pagination/ }).first()).toBeVisible();
  await field.fill('');
  await expect(suggested).toHaveCount(6);
  // What is proposed is not what is looked for: Enter, pressed early, leads nowhere else.
  await field.fill('webhook retry');
  await expect(suggested).toHaveCount(0);
});

test('every name of the specification brings its place among the first three', { tag: '@long' }, async ({ page }) => {
  const asked = JSON.parse(readFileSync(join(dist, 'openapi.json'), 'utf8')) as OpenApiDocument;
  const everything = everyName(asked, (address) => readFileSync(join(dist, address, 'index.html'), 'utf8'));
  expect(everything.length).toBeGreaterThan(350);
  const { dialog, field } = await openSearch(page);
  await field.fill('createContact');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  const missed = await page.evaluate(async (all) => {
    const input = document.querySelector<HTMLInputElement>('dialog.search input');
    const list = document.querySelector('dialog.search [role="listbox"]');
    const wrong: string[] = [];
    for (const { query, places } of all) {
      if (!input || !list) throw new Error('The dialog has no field.');
      list.replaceChildren();
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      // Exact names are shown in the turn after the input, before Pagefind answers.
      for (let turn = 0; turn < 20 && !list.firstChild; turn += 1) await new Promise((resolve) => setTimeout(resolve));
      const first = [...list.querySelectorAll('a')]
        .slice(0, 3)
        .map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
      if (!places.some((place) => first.includes(place))) wrong.push(`${query} → ${first.join(' ')}, not ${places[0]}`);
    }
    return wrong;
  }, everything);
  expect(missed).toEqual([]);
});
