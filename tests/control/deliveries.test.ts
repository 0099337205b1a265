import { beforeEach, describe, expect, test } from 'vitest';
import { openClient } from '../webhooks/client.ts';
import type { Client, Delivery } from '../webhooks/client.ts';

interface Page {
  data: Delivery[];
  pagination: { next_cursor?: string | null; has_more: boolean; total?: number };
}

let client: Client;
let hook: string;
beforeEach(async () => {
  ({ client } = openClient());
  await client.freeze();
  hook = (await client.createWebhook(['contact.created', 'contact.updated'])).id;
  for (let number = 0; number < 30; number += 1) {
    await client.ask('POST', '/v1/contacts', { email: `c${number}@example.com` });
    await client.advance(1);
  }
});

const list = (query: string): Promise<Page> => client.ask('GET', `/_sandbox/deliveries${query}`);

describe('the list of deliveries', () => {
  test('is paged like the lists of the API, newest first', async () => {
    const first = await list('');
    expect(first.data).toHaveLength(25);
    expect(first.pagination).toEqual({ page: 1, per_page: 25, total: 30, has_more: true });
    const second = await list('?page=2&per_page=25');
    expect(second.data).toHaveLength(5);
    const ids = [...first.data, ...second.data].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  test('is walked by cursor, each delivery once', async () => {
    const seen: string[] = [];
    let query = '?limit=7';
    for (;;) {
      const { data, pagination } = await list(query);
      seen.push(...data.map(({ id }) => id));
      if (!pagination.has_more) break;
      query = `?limit=7&after=${pagination.next_cursor}`;
    }
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
  });

  test('is filtered by status, webhook and event', async () => {
    await client.receive({ status: 500 });
    await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'A' });
    await client.advance();
    expect((await list('?status=pending')).data.map(({ event }) => event)).toEqual(['contact.updated']);
    expect((await list('?status=delivered')).pagination.total).toBe(30);
    expect((await list('?status=failed')).pagination.total).toBe(0);
    expect((await list('?event=contact.updated')).pagination.total).toBe(1);
    expect((await list(`?webhook_id=${hook}&event=contact.created`)).pagination.total).toBe(30);
    expect((await list('?webhook_id=wh_abc123')).pagination.total).toBe(0);
  });

  test.each([
    ['?per_page=101', 'per_page'],
    ['?page=0', 'page'],
    ['?page=1&limit=1', 'page'],
    ['?status=lost', 'status'],
    ['?after=dlv_unknown', 'after'],
    ['?order=asc', 'order'],
  ])('refuses %s', async (query, param) => {
    expect(await client.send('GET', `/_sandbox/deliveries${query}`)).toMatchObject({
      status: 400,
      body: { error: { type: 'validation_error', param } },
    });
  });
});

test('a delivery is fetched by its id, and its record is the one of the list', async () => {
  const [first] = (await list('')).data;
  expect(await client.delivery(first?.id ?? '')).toEqual(first);
  expect(await client.send('GET', '/_sandbox/deliveries/dlv_unknown')).toMatchObject({ status: 404 });
  expect(await client.send('POST', '/_sandbox/deliveries/dlv_unknown/resend')).toMatchObject({ status: 404 });
});

test('a delivery that waits is sent at once when it is sent again', async () => {
  await client.receive({ status: 500 });
  await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'A' });
  await client.advance();
  const [waiting] = (await list('?status=pending')).data as [Delivery];
  await client.receive({ status: 200 });
  await client.ask('POST', `/_sandbox/deliveries/${waiting.id}/resend`);
  await client.advance();
  expect(await client.delivery(waiting.id)).toMatchObject({ status: 'delivered', attempts: { length: 2 } });
});

test('nobody sees or resends the deliveries of another workspace', async () => {
  const other = client.as('sk_test_otherdeliveries');
  const [first] = (await list('')).data;
  expect(await other.deliveries()).toEqual([]);
  expect((await other.send('GET', `/_sandbox/deliveries/${first?.id}`)).status).toBe(404);
  expect((await other.send('POST', `/_sandbox/deliveries/${first?.id}/resend`)).status).toBe(404);
});

test('a reset forgets deliveries, the ones under way too', async () => {
  await client.receive({ delay_ms: 5_000 });
  await client.ask('POST', '/v1/contacts', { email: 'last@example.com' });
  await client.advance(1);
  await client.ask('POST', '/_sandbox/reset');
  await client.advance(3_600);
  expect(await client.deliveries()).toEqual([]);
  expect(await client.ask('GET', '/_sandbox/receiver')).toEqual({ status: 200, delay_ms: 0 });
});

test('the receiver is told what to answer, and goes back to normal', async () => {
  expect(await client.ask('PUT', '/_sandbox/receiver', { status: 503 })).toEqual({ status: 503, delay_ms: 0 });
  expect(await client.ask('PUT', '/_sandbox/receiver', { delay_ms: 70 })).toEqual({ status: 200, delay_ms: 70 });
  expect(await client.ask('PUT', '/_sandbox/receiver', { status: null })).toEqual({ status: 200, delay_ms: 0 });
  for (const body of [{ status: 199 }, { status: 600 }, { status: '200' }, { delay_ms: -1 }, { delay: 1 }]) {
    expect((await client.send('PUT', '/_sandbox/receiver', body)).status).toBe(422);
  }
});
