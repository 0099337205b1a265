import { expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { sandbox as policy } from '../../src/sandbox/generated/policies.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';
import type { Refusal } from './made-workspace.ts';

interface Undone {
  undone: { request: string };
  left: number;
}

/** All that somebody can see of a workspace. */
async function lookAt(client: Client): Promise<unknown[]> {
  const looks = ['state', 'clock', 'faults', 'receiver', 'deliveries?per_page=100'];
  return Promise.all(looks.map((look) => client.ask('GET', `/_sandbox/${look}`)));
}

/** What changes something, in every way that there is. */
const CHANGES: readonly [method: string, path: string, body?: unknown][] = [
  ['POST', '/v1/contacts', { email: 'new@example.com' }],
  ['PATCH', '/v1/contacts/con_abc123', { name: 'Other' }],
  ['DELETE', '/v1/contacts/con_abc123'],
  ['POST', '/v1/webhooks', { url: 'https://hooks.example.com/b', events: ['message.created'] }],
  ['POST', '/v1/conversations/conv_abc123/reply', { body: 'Hello' }],
  ['POST', '/_sandbox/clock', { advance_seconds: 4_000 }],
  ['POST', '/_sandbox/clock', { frozen: false }],
  ['PUT', '/_sandbox/faults', { status: 500, rate: 0 }],
  ['PUT', '/_sandbox/faults', { recipe: 'webhook-secret-rotation' }],
  ['PUT', '/_sandbox/receiver', { status: 404 }],
  ['POST', '/_sandbox/events', { event: 'conversation.created' }],
  ['PUT', '/_sandbox/state', { format: 'orbinto-sandbox', version: 1, seed: 1 }],
  ['POST', '/_sandbox/snapshots/here/restore'],
];

async function open(): Promise<Client> {
  const { client } = openClient({ clock: new ManualClock() });
  await client.freeze();
  await client.createWebhook(['contact.created', 'contact.updated', 'message.created', 'conversation.created']);
  await client.receive({ status: 500 });
  await client.ask('POST', '/_sandbox/snapshots', { name: 'here' });
  await client.ask('POST', '/v1/contacts', { email: 'first@example.com' });
  await client.advance(1);
  return client;
}

test.each(CHANGES)('%s %s is taken back, and what happened on its own since', async (method, path, body) => {
  const client = await open();
  const before = await lookAt(client);
  await client.ask(method, path, body);
  await client.deliveries();
  const after = await lookAt(client);
  expect(after).not.toEqual(before);
  const { undone } = await client.ask<Undone>('POST', '/_sandbox/undo');
  expect(undone.request).toBe(`${method} ${path}`);
  expect(await lookAt(client)).toEqual(before);
});

test('one after the other is taken back, to the beginning', async () => {
  const { client } = openClient();
  const beginning = await lookAt(client).then(([state]) => state);
  for (const number of [1, 2, 3]) await client.ask('POST', '/v1/contacts', { email: `a${number}@example.com` });
  await client.ask('GET', '/v1/contacts');
  await client.send('POST', '/v1/contacts', { email: 'a1@example.com' });
  for (const left of [2, 1, 0]) expect(await client.ask('POST', '/_sandbox/undo')).toMatchObject({ left });
  expect((await lookAt(client))[0]).toEqual(beginning);
  const { status, body } = await client.send<Refusal>('POST', '/_sandbox/undo');
  expect([status, body.error.code]).toEqual([409, 'nothing_to_undo']);
});

test('an id that was taken back is given out again', async () => {
  const { client } = openClient();
  const create = () => client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'a@example.com' });
  const { id } = await create();
  await client.ask('POST', '/_sandbox/undo');
  expect((await create()).id).toBe(id);
});

test.each([
  ['POST', '/v1/contacts', { email: 'new@example.com' }],
  ['PUT', '/_sandbox/state', { format: 'orbinto-sandbox', version: 1, seed: 1 }],
  ['POST', '/_sandbox/snapshots/here/restore', undefined],
])('what comes after has the ids that it would have had without %s %s', async (method, path, body) => {
  const next = async (isUndone: boolean): Promise<string> => {
    const client = await open();
    if (isUndone) {
      await client.ask(method, path, body);
      await client.ask('POST', '/_sandbox/undo');
    }
    return (await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'next@example.com' })).id;
  };
  expect(await next(true)).toBe(await next(false));
});

test('the list says which can be undone, the last first', async () => {
  const { client } = openClient();
  await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'One' });
  await client.ask('PATCH', '/v1/contacts/con_def456', { name: 'Two' });
  const { data } = await client.ask<{ data: unknown[] }>('GET', '/_sandbox/undo');
  expect(data).toMatchObject([
    { request: 'PATCH /v1/contacts/con_def456', can_be_undone: true },
    { request: 'PATCH /v1/contacts/con_abc123', can_be_undone: true },
  ]);
});

test('as many as are remembered can be undone, and a reset forgets them', async () => {
  const { client } = openClient();
  for (let number = 0; number < policy.undo_steps + 5; number += 1) {
    await client.ask('PATCH', '/v1/contacts/con_abc123', { name: `Name ${number}` });
  }
  const undos = () => client.ask<{ data: { request: string }[] }>('GET', '/_sandbox/undo');
  expect((await undos()).data).toHaveLength(policy.undo_steps);
  for (let number = 0; number < policy.undo_steps; number += 1) await client.ask('POST', '/_sandbox/undo');
  expect(await client.ask('GET', '/v1/contacts/con_abc123')).toMatchObject({ name: 'Name 4' });
  await client.ask('POST', '/_sandbox/reset');
  expect((await undos()).data).toEqual([]);
});

test('what has changed too much says so', async () => {
  const { client } = openClient();
  const attributes = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`a${index}`, 'x'.repeat(2_000)]));
  for (let number = 0; number < 14; number += 1) {
    await client.ask('POST', '/v1/contacts', { email: `a${number}@example.com`, custom_attributes: attributes });
  }
  await client.ask('PUT', '/_sandbox/state', { format: 'orbinto-sandbox', version: 1, seed: 1 });
  const { status, body } = await client.send<Refusal>('POST', '/_sandbox/undo');
  expect([status, body.error.code]).toEqual([409, 'too_much_to_undo']);
});

test('many small changes are too much, too: what was not there takes room by its name', async () => {
  const { client } = openClient();
  const made = await client.ask<object>('POST', '/v1/contacts', { email: 'ann@example.com' });
  const contacts = Array.from({ length: 15_000 }, (_, index) => ({
    ...made,
    id: `con_k${String(index + 10_000)}v16h9x6x`,
    email: `a${index}@example.com`,
  }));
  await client.ask('PUT', '/_sandbox/state', { format: 'orbinto-sandbox', version: 1, seed: 1, records: { contacts } });
  const { status, body } = await client.send<Refusal>('POST', '/_sandbox/undo');
  expect([status, body.error.code]).toEqual([409, 'too_much_to_undo']);
});
