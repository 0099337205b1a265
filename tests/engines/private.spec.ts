import { addressOf } from '../e2e/console-page.ts';
import { test } from './fixtures.ts';
import { openConsole, read, send } from './reader.ts';

test.use({ isPrivate: true });

test('in a private window the sandbox keeps what was written from page to page', async ({ tab }) => {
  await openConsole(tab, addressOf('createContact'));
  await send(tab, 201);
  await openConsole(tab, addressOf('searchContacts'));
  await send(tab, 200);
  await read(tab, { role: 'region', name: 'Response' }, '"data"');
  await openConsole(tab, addressOf('createContact'));
  await send(tab, 409);
});
