import { expect, test } from 'vitest';
import { limits } from '../../src/sandbox/generated/policies.ts';
import { MAX_COUNTER } from '../../src/sandbox/ids.ts';
import { fc } from '../fast-check.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

const EMPTY = { format: 'orbinto-sandbox', version: 1, seed: 1 };
const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'k0z9Za'), minLength: 1, maxLength });
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((one) => /\S/.test(one));
const attributes = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue(), { maxKeys: 3 });
const time: fc.Arbitrary<string> = fc.constantFrom(
  '2026-02-01T00:00:00Z',
  '2026-02-01t00:00:00z',
  '2026-02-01T00:00:00.000Z',
  '2026-02-01T02:00:00.123456789012+02:00',
  '2016-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
);

/** What somebody may write into a document by hand. */
const written = fc.record({
  counter: fc.constantFrom(0, 1, 32 ** 5 - 1, 32 ** 5, MAX_COUNTER - 1, MAX_COUNTER),
  contacts: fc.uniqueArray(
    fc.record({
      id: fc.oneof(letters(8), fc.constantFrom('k'.repeat(65), 'z'.repeat(300))),
      name: fc.option(text),
      custom_attributes: attributes,
      time,
    }),
    { maxLength: 5, selector: ({ id }) => id },
  ),
  webhooks: fc.uniqueArray(letters(90), { maxLength: 3 }),
  deleted: fc.uniqueArray(letters(90), { maxLength: 3 }),
});

const step = fc.oneof(
  fc.record({ do: fc.constant('import' as const), written }),
  fc.record({ do: fc.constant('create' as const), name: text, attributes }),
  fc.record({ do: fc.constant('patch' as const), pick: fc.nat(99), attributes }),
  fc.record({
    do: fc.constant('delete' as const),
    kind: fc.constantFrom('contacts', 'chatbots', 'webhooks'),
    pick: fc.nat(99),
  }),
  fc.record({ do: fc.constant('forget' as const), hand: fc.nat(2) }),
  fc.record({ do: fc.constant('webhook' as const) }),
  fc.record({
    do: fc.constant('trigger' as const),
    event: fc.constantFrom('conversation.created', 'visitor.identified', 'chatbot.completed', 'contact.created'),
  }),
  fc.record({ do: fc.constant('reply' as const), text }),
  fc.record({ do: fc.constant('advance' as const), seconds: fc.nat(100_000) }),
  fc.record({ do: fc.constant('reset' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function documentOf({
  counter,
  contacts,
  webhooks,
  deleted,
}: typeof written extends fc.Arbitrary<infer T> ? T : never): object {
  const unset = { phone: null, company: null, avatar_url: null, tags: [] };
  return {
    ...EMPTY,
    counter,
    records: {
      contacts: contacts.map(({ id, time: at, ...fields }, index) => {
        return {
          ...unset,
          ...fields,
          id: `con_${id}`,
          email: `Hand${index}@example.com`,
          created_at: at,
          updated_at: at,
        };
      }),
      webhooks: webhooks.map((id) => {
        const about = { description: null, status: 'active', created_at: '2026-02-01T00:00:00+01:00' };
        return { id: `wh_${id}`, url: 'https://hooks.example.com/x', events: ['contact.created'], ...about };
      }),
    },
    deleted: deleted.map((id) => ({ kind: 'contacts', id: `con_gone${id}`, sort: '2026-02-01T00:00:00Z' })),
  };
}

let emails = 0;

/** Does one thing; what is refused is refused. */
async function take(client: Client, one: Step): Promise<void> {
  const pickOf = async (kind: string, index: number): Promise<string> => {
    const { data } = await client.ask<{ data: { id: string }[] }>('GET', `/v1/${kind}?per_page=100`);
    return data[index % Math.max(1, data.length)]?.id ?? 'none';
  };
  switch (one.do) {
    case 'import':
      await client.ask('PUT', '/_sandbox/state', documentOf(one.written));
      return;
    case 'create':
      emails += 1;
      await client.send('POST', '/v1/contacts', {
        email: `made${emails}@example.com`,
        name: one.name,
        custom_attributes: one.attributes,
      });
      return;
    case 'patch':
      await client.send('PATCH', `/v1/contacts/${await pickOf('contacts', one.pick)}`, {
        custom_attributes: one.attributes,
      });
      return;
    case 'delete':
      await client.send('DELETE', `/v1/${one.kind}/${await pickOf(one.kind, one.pick)}`);
      return;
    case 'forget': {
      const path = `/v1/contacts?email=hand${one.hand}@example.com`;
      const { data } = await client.ask<{ data: { id: string }[] }>('GET', path);
      for (const { id } of data) await client.ask('DELETE', `/v1/contacts/${id}`);
      return;
    }
    case 'webhook':
      await client.createWebhook(['contact.created']);
      return;
    case 'trigger':
      await client.send('POST', '/_sandbox/events', { event: one.event });
      return;
    case 'reply':
      await client.send('POST', '/v1/conversations/conv_abc123/reply', { body: one.text });
      return;
    case 'advance':
      await client.send('POST', '/_sandbox/clock', { advance_seconds: one.seconds });
      return;
    case 'reset':
      await client.ask('POST', '/_sandbox/reset');
  }
}

test('whatever happened in a workspace, what goes out comes in, here and elsewhere, and is the same then', async () => {
  let workspaces = 0;
  const { client: root } = openClient();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      workspaces += 1;
      const client = root.as(`sk_test_export${String(workspaces).padStart(4, '0')}`);
      for (const one of steps) await take(client, one);
      const out = await client.ask<object>('GET', '/_sandbox/state');
      const elsewhere = openClient().client;
      for (const into of [client, elsewhere]) {
        await into.ask('PUT', '/_sandbox/state', out);
        expect(JSON.stringify(await into.ask('GET', '/_sandbox/state'))).toBe(JSON.stringify(out));
      }
      // And life goes on, with ids that nobody has.
      const text = JSON.stringify(out);
      const { id } = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'next@example.com' });
      expect(text).not.toContain(`"${id}"`);
    }),
    { numRuns: 40 },
  );
});

const hand = (id: string, counter: number, at = '2026-02-01T00:00:00Z') => ({
  do: 'import' as const,
  written: { counter, contacts: [{ id, name: null, custom_attributes: {}, time: at }], webhooks: [], deleted: [] },
});
const forget = { do: 'forget' as const, hand: 0 };
const create = { do: 'create' as const, name: 'x', attributes: {} };

test.each<[what: string, steps: readonly Step[]]>([
  ['an id of many letters that was deleted', [hand('z'.repeat(300), 0), forget]],
  ['a time that the API would write otherwise, deleted', [hand('a', 0, '2026-02-01t00:00:00.5+02:00'), forget]],
  ['the counter at its end', [hand('a', MAX_COUNTER), create, create]],
  ['an id that looks like the last of all', [hand(`k${'z'.repeat(18)}`, 0), create, create]],
])('what goes out comes in: %s', async (_what, steps) => {
  const { client } = openClient();
  for (const one of steps) await take(client, one);
  const out = await client.ask<object>('GET', '/_sandbox/state');
  await client.ask('PUT', '/_sandbox/state', out);
  expect(await client.ask('GET', '/_sandbox/state')).toEqual(out);
});

test('a workspace with as many webhooks as it may have goes out and comes in', async () => {
  const { client } = openClient();
  for (let made = 1; made < limits.webhooks_per_workspace; made += 1) await client.createWebhook(['contact.created']);
  const out = await client.ask<object>('GET', '/_sandbox/state');
  await openClient().client.ask('PUT', '/_sandbox/state', out);
});
