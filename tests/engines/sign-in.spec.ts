import { setTimeout } from 'node:timers/promises';
import { addressOf } from '../e2e/console-page.ts';
import { expect, test } from './fixtures.ts';
import { answered, button, count, dialog, openConsole, read, see, seeNo, send, textbox, valueOf } from './reader.ts';
import type { Tab } from './tab.ts';

const signIn = dialog('Sign in with Orbinto');
const key = textbox('API key');

async function openDialog(tab: Tab, operationId: string): Promise<void> {
  await openConsole(tab, addressOf(operationId));
  await tab.click(button('Sign in with Orbinto'));
  await see(tab, signIn);
}

/** Longer than the page takes to notice that its window is closed, in milliseconds. */
const aMoment = 2500;

/** Opens the consent page from the dialog, thinks about it, and presses one of its buttons. */
async function decide(tab: Tab, decision: 'Approve' | 'Deny', thinking = 0): Promise<void> {
  const consent = await tab.popup(() => tab.click(button('/^(?:Continue|Try again)$/', signIn)));
  await setTimeout(thinking);
  await consent.click(button(decision));
  await expect.poll(() => consent.isClosed()).toBe(true);
}

/** Moves the clock of the sandbox in the page. */
async function anHourLater(tab: Tab): Promise<void> {
  await tab.click(button('Sandbox controls'));
  const panel = dialog('Sandbox');
  await tab.click(button('+1 h', panel));
  await read(tab, panel, 'moved on by 1 h');
  await tab.press('Escape');
  await seeNo(tab, panel);
}

test('a reader signs in, calls, and signs out, which brings the key back', async ({ tab }) => {
  await openDialog(tab, 'listContacts');
  await decide(tab, 'Approve', aMoment);
  await seeNo(tab, signIn);
  await see(tab, { role: 'button', name: 'Sign out' });
  expect(await count(tab, key)).toBe(0);
  await send(tab, 200);
  await tab.click(button('Sign out'));
  await see(tab, key);
  expect(await valueOf(tab, key)).toBe('sk_test_admin');
});

test('a denial is told, and a second try may succeed', { tag: '@firefox' }, async ({ tab }) => {
  await openDialog(tab, 'listContacts');
  await decide(tab, 'Deny');
  await read(tab, signIn, 'denied');
  await decide(tab, 'Approve');
  await see(tab, { role: 'button', name: 'Sign out' });
  await send(tab, 200);
});

test('a token that has ended is renewed with one click', { tag: '@firefox' }, async ({ tab }) => {
  await openDialog(tab, 'listContacts');
  await decide(tab, 'Approve');
  await see(tab, { role: 'button', name: 'Sign out' });
  await send(tab, 200);
  await anHourLater(tab);
  await send(tab, 401);
  await tab.click(button('Renew it and send'));
  await answered(tab, 200);
});

test(
  'a sign-in that the server has ended is told, and a new one goes on with the call',
  { tag: '@firefox' },
  async ({ tab }) => {
    await openDialog(tab, 'listContacts');
    await decide(tab, 'Approve');
    await send(tab, 200);
    await tab.click(button('Sandbox controls'));
    const panel = dialog('Sandbox');
    await see(tab, button('+1 h', panel));
    await tab.run(
      () =>
        document
          .querySelectorAll<HTMLElement>('[role="dialog"] summary, dialog summary')
          .forEach((fold) => fold.click()),
      undefined,
    );
    await tab.click(button('Reset to the sample data', panel));
    await tab.click(button('Reset now', panel));
    await read(tab, panel, 'sample data is back');
    await tab.press('Escape');
    await seeNo(tab, panel);
    await send(tab, 401);
    await tab.click(button('Renew it and send'));
    await read(tab, { role: 'region', name: 'Response' }, 'Your sign-in has ended');
    const consent = await tab.popup(async () => {
      await tab.click(button('Sign in again and send'));
      await tab.click(button('/^(?:Continue|Try again)$/', signIn));
    });
    await consent.click(button('Approve'));
    await answered(tab, 200);
  },
);
