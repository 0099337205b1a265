import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { retries } from '../../src/sandbox/generated/policies.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { Client, until } from '../webhooks/client.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import type { Receiver } from '../webhooks/receiver.ts';

const order = (client: Client, recipe: string) => client.ask('PUT', '/_sandbox/faults', { recipe });
const addContact = (client: Client, name: string) =>
  client.ask('POST', '/v1/contacts', { email: `${name}@example.com` });

describe('an event that meets a recipe, with an endpoint of one’s own,', () => {
  let mock: Mock;
  let receiver: Receiver;
  let client: Client;
  beforeEach(async () => {
    mock = await startMock({ port: 0 });
    receiver = await openReceiver();
    client = new Client((request) => fetch(request), mock.url);
    await client.freeze();
  });
  afterEach(async () => {
    await mock.close();
    await receiver.close();
  });

  test('webhook-duplicate: arrives twice', async () => {
    await client.createWebhook(['contact.created'], receiver.url);
    await order(client, 'webhook-duplicate');
    await addContact(client, 'ann');
    await until(() => receiver.received.length === 2);
    const [first, second] = receiver.received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });

  test('webhook-timeout: gets it, and its answer counts as late', async () => {
    await client.createWebhook(['contact.created'], receiver.url);
    await order(client, 'webhook-timeout');
    await addContact(client, 'ann');
    await until(() => receiver.received.length === 1);
    await client.advance(retries.timeout_seconds - 1);
    expect((await client.deliveries())[0]?.attempts).toEqual([]);
    await client.advance(1 + retries.delays_seconds[0]);
    expect(receiver.received).toHaveLength(2);
    const [delivery] = await client.deliveries();
    expect(delivery).toMatchObject({
      status: 'delivered',
      attempts: [{ error: { code: 'timeout' } }, { error: null }],
    });
  });

  test('webhook-out-of-order: arrives after a later one', async () => {
    await client.createWebhook(['contact.created'], receiver.url);
    await order(client, 'webhook-out-of-order');
    await addContact(client, 'ann');
    await addContact(client, 'bea');
    await until(() => receiver.received.length === 2);
    expect(receiver.received.map(({ body }) => /(\w+)@example/.exec(body)?.[1])).toEqual(['bea', 'ann']);
  });
});
