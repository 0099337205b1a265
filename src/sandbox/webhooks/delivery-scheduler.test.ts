import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Client, until } from '../../../tests/webhooks/client.ts';
import { openTickingSandbox } from '../browser.ts';
import { ManualClock } from '../clock.ts';
import { createSandbox } from '../sandbox.ts';

test('an event right after the clock was moved is sent once', async () => {
  const sent: string[] = [];
  const { fetch } = openTickingSandbox(({ headers }) => {
    sent.push(headers['webhook-id'] ?? '');
    return Promise.resolve({ status: 500, delay_ms: 0 });
  });
  const client = new Client(fetch);
  // Each move has what is due looked at again soon, and the next request looks by itself.
  await client.ask('POST', '/_sandbox/clock', { frozen: true });
  await client.ask('GET', '/_sandbox/clock');
  await client.ask('POST', '/_sandbox/events', { event: 'conversation.closed' });
  await client.ask('GET', '/_sandbox/deliveries');
  await pause(20);
  await client.ask('GET', '/_sandbox/deliveries');
  expect(sent).toHaveLength(1);
});

// A round ends some turns after it has looked.
test.each(Array.from({ length: 20 }, (_, turns) => turns))(
  'a time that comes %d turns after somebody asked is not missed',
  async (turns) => {
    const clock = new ManualClock();
    let attempts = 0;
    const send = () => Promise.resolve({ status: (attempts += 1) === 1 ? 500 : 200, body: '' });
    const sandbox = createSandbox({ clock, send, rateLimits: false });
    const client = new Client((request) => sandbox.fetch(request));
    await client.createWebhook(['contact.created'], 'https://hooks.example.org/');
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.deliveries();
    const asked = client.deliveries();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    clock.advance(10_000);
    await asked;
    await until(() => attempts === 2, 1_000);
    await sandbox.close();
  },
);
