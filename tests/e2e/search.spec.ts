import { expect, test } from './fixtures.ts';

/** What a reader types, and the page that must be among the first three answers. */
const questions = [
  ['createContact', '/reference/contacts/create-contact/'],
  ['POST /contacts', '/reference/contacts/create-contact/'],
  ['/contacts', '/reference/contacts/list-contacts/'],
  ['email', '/reference/contacts/create-contact/'],
  ['close a conversation', '/reference/conversations/close-conversation/'],
  ['message.created', '/reference/events/message.created/'],
  ['429', '/guides/rate-limits/'],
  ['Retry-After', '/guides/rate-limits/'],
  ['X-Orbinto-Signature', '/guides/webhooks/'],
  ['per_page', '/guides/pagination/'],
  ['PKCE', '/guides/authentication/'],
  ['idempotency', '/guides/errors/'],
  ['invalid_cursor', '/errors/'],
  ['webhooks:manage', '/scopes/'],
  ['postman', '/resources/'],
] as const;

test('Ctrl+K finds guides, operations, events, codes and scopes', async ({ page }) => {
  await page.goto('/guides/sandbox/');
  await page.keyboard.press('ControlOrMeta+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  for (const [query, address] of questions) {
    await test.step(query, async () => {
      await dialog.getByRole('textbox').fill(query);
      const first = dialog.locator('.pagefind-ui__result-title:not(.pagefind-ui__result-nested *) a');
      await expect
        .poll(async () =>
          (
            await first.evaluateAll((links) =>
              links.slice(0, 3).map((link) => new URL((link as HTMLAnchorElement).href).pathname),
            )
          ).includes(address),
        )
        .toBe(true);
    });
  }
});
