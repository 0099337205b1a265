import { addressOf } from '../e2e/console-page.ts';
import { expect, test } from './fixtures.ts';
import { button, count, dialog, fill, openConsole, read, see, send, textbox, textOf } from './reader.ts';
import type { Wanted } from './page-side.ts';

const response: Wanted = { role: 'region', name: 'Response' };
const history = dialog('History');

test('state survives a reload, and another tab sees it', async ({ profile, tab }) => {
  await openConsole(tab, addressOf('createContact'));
  await send(tab, 201);
  const id = /con_\w+/.exec(await textOf(tab, response))?.[0] ?? 'none';
  await tab.reload();
  await openConsole(tab, addressOf('createContact'));
  await send(tab, 409);

  const other = await profile.open();
  await openConsole(other, addressOf('getContact'));
  await fill(other, textbox('id'), id);
  await send(other, 200);
  await read(other, response, 'jane@example.com');
  await openConsole(other, addressOf('deleteContact'));
  await fill(other, textbox('id'), id);
  await send(other, 204);
  await tab.goto(addressOf('getContact'));
  await tab.click(button('Try it'));
  await fill(tab, textbox('id'), id);
  await send(tab, 404);
});

test('calls are kept in the history, and two answers are compared', async ({ tab }) => {
  await openConsole(tab, addressOf('getContact'));
  await send(tab, 200);
  await openConsole(tab, addressOf('updateContact'));
  await send(tab, 200);
  await tab.click(button('History'));
  await see(tab, history);
  expect(await count(tab, { role: 'listitem', within: history })).toBe(2);
  const boxes: Wanted = { role: 'checkbox', within: history };
  expect(await count(tab, boxes)).toBe(2);
  for (const name of ['/Get|getContact|GET/', '/Update|updateContact|PATCH/'])
    await tab.click({ role: 'checkbox', name, within: history });
  await read(tab, history, 'only after:');
});

test('what the console copies is what one pastes', async ({ tab }) => {
  await openConsole(tab, addressOf('createContact'));
  await tab.click(button('Copy link'));
  await read(tab, { role: 'main' }, 'copied');
  await tab.goto('/reference/contacts/search-contacts/');
  await tab.press('k', 'Control');
  const field: Wanted = { role: 'combobox', within: dialog('Search') };
  await see(tab, field);
  await tab.press('v', 'Control');
  const pasted = await tab.run((one: Wanted) => (globalThis.findAll(one)[0] as HTMLInputElement).value, field);
  expect(pasted).toContain('/reference/contacts/create-contact/#try=');
});

test('the search opens by keyboard and leads to an operation', async ({ tab }) => {
  await tab.goto('/guides/sandbox/');
  await tab.press('k', 'Control');
  await see(tab, { role: 'combobox', within: dialog('Search') });
  await tab.type('createContact');
  await read(tab, dialog('Search'), 'Create a contact');
  await tab.press('Enter');
  await expect.poll(() => tab.run(() => location.pathname, undefined)).toBe('/reference/contacts/create-contact/');
  // A page that is closed while its scripts come tells of an exception.
  await see(tab, button('Try it'));
  await expect.poll(() => tab.run(() => document.readyState, undefined)).toBe('complete');
});
