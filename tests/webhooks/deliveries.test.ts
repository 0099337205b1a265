import { Webhook as StandardWebhook } from 'standardwebhooks';
import { beforeEach, describe, expect, test } from 'vitest';
import { openClient } from './client.ts';
import type { Attempt, Client, Delivery, Webhook } from './client.ts';

const START = '2026-03-02T09:00:00Z';

let client: Client;
beforeEach(async () => {
  ({ client } = openClient());
  await client.freeze(START);
});

/** How many seconds after the start the attempts began. */
function secondsOf(delivery: Delivery): number[] {
  return delivery.attempts.map(({ started_at }) => (Date.parse(started_at) - Date.parse(START)) / 1000);
}

async function addContact(email: string): Promise<void> {
  await client.ask('POST', '/v1/contacts', { email });
}

/** The one delivery there is. */
async function onlyDelivery(): Promise<Delivery> {
  const deliveries = await client.deliveries();
  expect(deliveries).toHaveLength(1);
  return deliveries[0] as Delivery;
}

describe('a delivery', () => {
  test('is there when the call that causes it is answered, and is made at once', async () => {
    const webhook = await client.createWebhook(['contact.created']);
    await addContact('ann@example.com');
    expect(await onlyDelivery()).toMatchObject({ webhook_id: webhook.id, event: 'contact.created' });
    await client.advance();
    expect(await onlyDelivery()).toMatchObject({
      status: 'delivered',
      next_attempt_at: null,
      attempts: [{ started_at: START, response: { status: 200 }, error: null }],
    });
  });

  test('carries the event, signed, with the id that stays', async () => {
    const { secret } = await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await addContact('ann@example.com');
    await client.advance(10);
    const { attempts, event_id } = await onlyDelivery();
    expect(attempts).toHaveLength(2);
    const [first, second] = attempts as [Attempt, Attempt];
    for (const { request } of attempts) {
      expect(request).toMatchObject({ method: 'POST', url: 'https://hooks.example.com/a' });
      expect(request.headers).toMatchObject({
        'Content-Type': 'application/json',
        'webhook-id': event_id,
      });
      // The library compares the time with its own clock, which is months from the workspace's.
      expect(new StandardWebhook(secret).verify(request.body, request.headers)).toEqual(JSON.parse(request.body));
      expect(Object.keys(JSON.parse(request.body) as object)).toEqual(['event', 'timestamp', 'data']);
    }
    expect(second.request.body).toBe(first.request.body);
    for (const header of ['webhook-timestamp', 'webhook-signature']) {
      expect(second.request.headers[header]).not.toBe(first.request.headers[header]);
    }
  });

  test('is tried six times over 42 minutes and 40 seconds, then the webhook is marked as failed', async () => {
    const webhook = await client.createWebhook(['contact.created']);
    await client.receive({ status: 503 });
    await addContact('ann@example.com');
    await client.advance(2_559);
    expect(secondsOf(await onlyDelivery())).toEqual([0, 10, 40, 160, 760]);
    expect(await statusOf(webhook)).toBe('active');
    await client.advance(1);
    const delivery = await onlyDelivery();
    expect(secondsOf(delivery)).toEqual([0, 10, 40, 160, 760, 2560]);
    expect(delivery).toMatchObject({ status: 'failed', failure: 'endpoint_failed', next_attempt_at: null });
    expect(await statusOf(webhook)).toBe('failed');
    await client.advance(86_400);
    expect(await onlyDelivery()).toEqual(delivery);
  });

  test('that is not answered within 10 seconds has failed, and its pauses count from there', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ delay_ms: 10_000 });
    await addContact('ann@example.com');
    await client.advance(9.999);
    expect((await onlyDelivery()).attempts).toEqual([]);
    await client.advance(3_000);
    const delivery = await onlyDelivery();
    expect(secondsOf(delivery)).toEqual([0, 20, 60, 190, 800, 2610]);
    expect(delivery.attempts[0]).toMatchObject({ response: null, error: { code: 'timeout' }, duration_ms: 10_000 });
  });

  test('that is answered slowly is delivered when the answer is there', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ delay_ms: 9_999 });
    await addContact('ann@example.com');
    await client.advance(9.998);
    expect((await onlyDelivery()).status).toBe('pending');
    await client.advance(0.001);
    expect(await onlyDelivery()).toMatchObject({
      status: 'delivered',
      attempts: [{ started_at: START, ended_at: '2026-03-02T09:00:09.999Z', duration_ms: 9_999 }],
    });
  });

  test.each([301, 302, 307, 308])('that is answered with a redirect, %i, has failed', async (status) => {
    await client.createWebhook(['contact.created']);
    await client.receive({ status });
    await addContact('ann@example.com');
    await client.advance();
    expect(await onlyDelivery()).toMatchObject({
      status: 'pending',
      attempts: [{ response: { status }, error: { code: 'unsuccessful_status' } }],
    });
  });

  test('is made to each webhook that asks for the event and to no other', async () => {
    const one = await client.createWebhook(['contact.created', 'contact.updated']);
    const two = await client.createWebhook(['contact.created'], 'https://hooks.example.com/b');
    await client.createWebhook(['contact.updated'], 'https://hooks.example.com/c');
    await addContact('ann@example.com');
    const deliveries = await client.deliveries();
    expect(deliveries.map(({ webhook_id }) => webhook_id).sort()).toEqual([one.id, two.id].sort());
    expect(new Set(deliveries.map(({ event_id }) => event_id)).size).toBe(1);
  });
});

describe('a failed webhook', () => {
  test('goes on receiving, and is active again after the next success', async () => {
    const webhook = await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await addContact('ann@example.com');
    await client.advance(2_560);
    expect(await statusOf(webhook)).toBe('failed');
    await addContact('bea@example.com');
    await client.advance();
    expect(await statusOf(webhook)).toBe('failed');
    await client.receive({ status: 200 });
    await client.advance(10);
    expect(await statusOf(webhook)).toBe('active');
  });

  test('is active again after a delivery that was sent again by hand', async () => {
    const webhook = await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await addContact('ann@example.com');
    await client.advance(2_560);
    const { id, event_id } = await onlyDelivery();
    await client.receive({ status: 204 });
    expect(await client.send('POST', `/_sandbox/deliveries/${id}/resend`)).toMatchObject({
      status: 202,
      body: { id, status: 'pending' },
    });
    await client.advance();
    const delivery = await onlyDelivery();
    expect(delivery.status).toBe('delivered');
    expect(delivery.attempts).toHaveLength(7);
    expect(delivery.attempts.at(-1)?.request.headers['webhook-id']).toBe(event_id);
    expect(await statusOf(webhook)).toBe('active');
  });
});

test('what is told or changed through the control interface comes after what was due before', async () => {
  await client.ask('POST', '/_sandbox/clock', { frozen: false });
  await client.createWebhook(['contact.created']);
  await addContact('ann@example.com');
  expect((await onlyDelivery()).status).toBe('delivered');
  await addContact('bea@example.com');
  await client.receive({ status: 500 });
  await addContact('cleo@example.com');
  await client.receive({ status: 200 });
  expect((await client.deliveries()).map(({ status }) => status)).toEqual(['pending', 'delivered', 'delivered']);
});

describe('a deleted webhook', () => {
  test('is sent nothing more: what waited for it is dropped and says so', async () => {
    const webhook = await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await addContact('ann@example.com');
    await client.advance();
    await client.ask('DELETE', `/v1/webhooks/${webhook.id}`);
    const delivery = await onlyDelivery();
    expect(delivery).toMatchObject({ status: 'failed', failure: 'webhook_deleted', next_attempt_at: null });
    await client.advance(3_600);
    expect(await onlyDelivery()).toEqual(delivery);
    expect(await client.send('POST', `/_sandbox/deliveries/${delivery.id}/resend`)).toMatchObject({
      status: 409,
      body: { error: { code: 'webhook_deleted' } },
    });
  });
});

test('the secret of a webhook is told once', async () => {
  const { id, secret } = await client.createWebhook(['contact.created']);
  expect(secret).toMatch(/^whsec_/);
  const everything = [
    await client.ask('GET', '/v1/webhooks'),
    await client.ask('GET', '/_sandbox/state'),
    await client.ask('GET', '/_sandbox/deliveries'),
  ];
  expect(JSON.stringify(everything)).not.toContain('whsec_');
  expect(JSON.stringify(everything)).toContain(id);
});

test('the seeded webhook is signed for too, always with the same secret', async () => {
  await client.trigger('message.created');
  await client.trigger('message.created');
  await client.advance();
  const { webhooks } = await client.ask<{ webhooks: Webhook[] }>('PUT', '/_sandbox/state', {
    format: 'orbinto-sandbox',
    version: 1,
    seed: 1,
  });
  await client.trigger('message.created');
  await client.advance();
  const [{ request }] = (await onlyDelivery()).attempts as [Attempt];
  expect(() => new StandardWebhook(webhooks[0]?.secret ?? '').verify(request.body, request.headers)).not.toThrow();
});

async function statusOf({ id }: Webhook): Promise<string | undefined> {
  const { data } = await client.ask<{ data: Webhook[] }>('GET', '/v1/webhooks');
  return data.find((webhook) => webhook.id === id)?.status;
}
