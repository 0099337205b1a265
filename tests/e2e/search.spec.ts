import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dist } from '../../scripts/paths.ts';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { expect, test } from './fixtures.ts';
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

async function open(page: Page) {
  await page.goto('/guides/sandbox/');
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const field = dialog.getByRole('combobox');
  await expect(field).toBeFocused();
  return { dialog, field };
}

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
  const { dialog, field } = await open(page);
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

test('Ctrl+K finds exact names first, with their place', async ({ page }) => {
  const { dialog, field } = await open(page);
  for (const [query, address] of names) {
    await test.step(query, async () => {
      await field.fill(query);
      await expect(dialog.getByRole('option').first()).toHaveAttribute('href', address);
    });
  }
});

test('the keyboard alone chooses, follows, and finds again what was found', async ({ page }) => {
  const { dialog, field } = await open(page);
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
  const { dialog, field } = await open(page);
  await field.fill('zzqqxxvv<img/src=x/onerror=alert(1)>');
  await expect(dialog.getByRole('status')).toHaveText(/Nothing found for “zzqqxxvv<img|results/);
  await expect(dialog.locator('img')).toHaveCount(0);
  await field.fill('zzqqxxvv');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “zzqqxxvv”.');
});

test('every name of the specification brings its place among the first three', async ({ page }) => {
  const asked = JSON.parse(readFileSync(join(dist, 'openapi.json'), 'utf8')) as OpenApiDocument;
  const everything = everyName(asked, (address) => readFileSync(join(dist, address, 'index.html'), 'utf8'));
  expect(everything.length).toBeGreaterThan(350);
  const { dialog, field } = await open(page);
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
