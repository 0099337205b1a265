import { expect, test } from './fixtures.ts';
import { button, choose, read, see, textbox } from './reader.ts';
import type { Tab } from './tab.ts';

const endpoint = { role: 'combobox', name: 'Your endpoint' };
const code = textbox('Your function, in JavaScript');

async function write(tab: Tab, text: string): Promise<void> {
  await see(tab, code);
  await tab.run(
    ([one, value]: [typeof code, string]) => {
      const field = globalThis.findAll(one)[0] as HTMLTextAreaElement;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [code, text],
  );
}

/** What every way to a network comes to, and to what others of this origin keep. */
const reaching = `async function receive() {
  const tries = [
    () => fetch('https://example.com/'),
    () => import('https://example.com/'),
    () => importScripts('https://example.com/'),
    () => new Promise((open, close) => Object.assign(new WebSocket('wss://example.com/'), { onopen: open, onerror: close })),
    () => indexedDB.databases(),
    () => new BroadcastChannel('any'),
  ];
  const came = await Promise.allSettled(tries.map(async (one) => one()));
  return came.every(({ status }) => status === 'rejected') ? 204 : 500;
}`;

test('a function of the reader answers a delivery: it has Web Crypto, no network, and not for long', async ({
  tab,
}) => {
  await tab.goto('/guides/webhooks/');
  await tab.click(button('Start the time machine'));
  await see(tab, endpoint);
  await choose(tab, endpoint, 'runs your function');
  await tab.click(button('Emit'));
  await read(tab, { role: 'main' }, 'Your function answered 200.');
  await write(tab, reaching);
  await tab.click(button('Emit'));
  await read(tab, { role: 'main' }, 'Your function answered 204.');
  await write(tab, 'async function receive() { for (;;); }');
  await tab.click(button('Emit'));
  await tab.click(button('Let the attempt end'));
  await read(tab, { role: 'main' }, 'Your function did not end in time.');
  expect(await tab.run(() => document.querySelectorAll('iframe').length, undefined)).toBe(0);
});
