import { describe, expect, test } from 'vitest';
import { openClient } from '../webhooks/client.ts';
import type { Client, Webhook } from '../webhooks/client.ts';

interface State {
  format: string;
  version: number;
  seed: number;
  counter: number;
  records: Record<string, ({ id: string } & Record<string, unknown>)[]>;
  deleted: { kind: string; id: string; sort: string }[];
}

const getState = (client: Client): Promise<State> => client.ask('GET', '/_sandbox/state');
const EMPTY = { format: 'orbinto-sandbox', version: 1, seed: 1 };

/** Does something of everything. */
async function work(client: Client): Promise<void> {
  await client.freeze();
  await client.createWebhook(['contact.created', 'message.created']);
  const { id } = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'jane@example.com', tags: ['a'] });
  await client.ask('POST', '/v1/contacts', { email: 'gone@example.com' }).then(async (contact) => {
    await client.ask('DELETE', `/v1/contacts/${(contact as { id: string }).id}`);
  });
  await client.ask('PATCH', `/v1/contacts/${id}`, { custom_attributes: { deep: { a: [1, null, 'ü'] } } });
  await client.ask('DELETE', '/v1/contacts/con_ghi789');
  await client.ask('POST', '/v1/conversations/conv_abc123/reply', { body: 'Hello' });
  await client.ask('POST', '/v1/conversations/conv_mno345/close');
  await client.ask('POST', '/v1/conversations/conv_jkl012/assign', { operator_id: 'op_abc123' });
  await client.ask('PATCH', '/v1/chatbots/bot_def456', { status: 'active' });
  await client.ask('DELETE', '/v1/chatbots/bot_ghi789');
  for (const event of [
    'conversation.created',
    'visitor.identified',
    'visitor.page_viewed',
    'operator.status_changed',
  ]) {
    await client.trigger(event);
  }
  await client.advance(60);
}

/** Everything that a workspace answers, but its webhooks' secrets. */
async function everything(client: Client): Promise<unknown[]> {
  const paths = [
    'contacts',
    'conversations',
    'visitors',
    'chatbots',
    'operators',
    'webhooks',
    'operators/op_abc123/assignments',
  ];
  const pages = paths.map((path) => client.ask(`GET`, `/v1/${path}?per_page=100`));
  return Promise.all([...pages, client.ask('GET', '/v1/conversations/conv_abc123/messages')]);
}

describe('an export', () => {
  test('of an untouched workspace is empty', async () => {
    const { client } = openClient();
    expect(await getState(client)).toEqual({ ...EMPTY, counter: 0, records: {}, deleted: [] });
  });

  test('is byte for byte the same after the same requests', async () => {
    const run = async (): Promise<string> => {
      const { client } = openClient();
      await work(client);
      return JSON.stringify(await getState(client));
    };
    expect(await run()).toBe(await run());
  });

  test('holds no secret, no delivery and no setting', async () => {
    const { client } = openClient();
    await work(client);
    const text = JSON.stringify(await getState(client));
    expect(text).not.toMatch(/whsec_|dlv_|evt_|frozen/);
  });
});

describe('an import', () => {
  test('of an export gives the same workspace, to the byte', async () => {
    const { client } = openClient();
    await work(client);
    const state = await getState(client);
    const before = await everything(client);
    await client.ask('POST', '/_sandbox/reset');
    expect(await everything(client)).not.toEqual(before);
    await client.ask('PUT', '/_sandbox/state', state);
    expect(await everything(client)).toEqual(before);
    expect(JSON.stringify(await getState(client))).toBe(JSON.stringify(state));
  });

  test('goes on with ids that were not given out before, and with the cursors of what was deleted', async () => {
    const { client } = openClient();
    await work(client);
    const state = await getState(client);
    const fresh = openClient().client;
    await fresh.ask('PUT', '/_sandbox/state', state);
    const gone = state.deleted.map(({ id }) => id);
    expect(gone).toContain('con_ghi789');
    for (const id of gone.filter((one) => one.startsWith('con_'))) {
      expect((await fresh.send('GET', `/v1/contacts?after=${id}`)).status).toBe(200);
    }
    const { id } = await fresh.ask<{ id: string }>('POST', '/v1/contacts', { email: 'next@example.com' });
    expect(JSON.stringify(state)).not.toContain(id);
    expect((await getState(fresh)).counter).toBeGreaterThan(state.counter);
  });

  test('gives each webhook a new secret in its answer', async () => {
    const { client } = openClient();
    const { id, secret } = await client.createWebhook(['contact.created']);
    const state = await getState(client);
    const { webhooks } = await client.ask<{ webhooks: Webhook[] }>('PUT', '/_sandbox/state', state);
    expect(webhooks.map((webhook) => webhook.id)).toEqual([id, 'wh_abc123']);
    for (const webhook of webhooks) expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhooks[0]?.secret).not.toBe(secret);
  });

  test('forgets deliveries, and leaves clock, faults and receiver as they are', async () => {
    const { client } = openClient();
    await client.freeze();
    await client.receive({ status: 500 });
    await client.ask('PUT', '/_sandbox/faults', { latency_ms: 1 });
    await client.createWebhook(['contact.created']);
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.advance();
    await client.ask('PUT', '/_sandbox/state', EMPTY);
    expect(await client.deliveries()).toEqual([]);
    await client.advance(3_600);
    expect(await client.deliveries()).toEqual([]);
    expect(await client.ask('GET', '/_sandbox/receiver')).toMatchObject({ status: 500 });
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ latency_ms: 1 });
    expect(await client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T10:00:00Z', frozen: true });
  });

  test('written by hand adds to the seeded records and changes them', async () => {
    const { client } = openClient();
    const contact = await client.ask<object>('GET', '/v1/contacts/con_abc123');
    const added = { ...contact, id: 'con_mine', email: 'mine@example.com' };
    await client.ask('PUT', '/_sandbox/state', {
      ...EMPTY,
      records: { contacts: [{ ...contact, name: 'New' }, added] },
    });
    expect(await client.ask('GET', '/v1/contacts/con_abc123')).toMatchObject({ name: 'New' });
    expect(await client.ask('GET', '/v1/contacts/con_mine')).toEqual(added);
    expect((await client.send('GET', '/v1/contacts/con_def456')).status).toBe(200);
  });

  test('of one workspace leaves the others alone', async () => {
    const { client } = openClient();
    const other = client.as('sk_test_otherstate');
    await other.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    const before = await getState(other);
    await client.ask('PUT', '/_sandbox/state', EMPTY);
    await client.ask('POST', '/_sandbox/reset');
    expect(await getState(other)).toEqual(before);
  });
});
