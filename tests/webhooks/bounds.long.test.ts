import { beforeEach, expect, test } from 'vitest';
import { LOG_LIMITS } from '../../src/sandbox/webhooks/delivery-log.ts';
import { openClient } from './client.ts';
import type { Client } from './client.ts';

let client: Client;
beforeEach(async () => {
  ({ client } = openClient());
  await client.freeze();
});

test('10,000 deliveries leave a log within its limits', { timeout: 60_000 }, async () => {
  await client.createWebhook(['message.created']);
  for (let number = 0; number < 5_000; number += 1) {
    await client.ask('POST', '/v1/conversations/conv_abc123/messages', { type: 'visitor', body: `Message ${number}` });
    if (number % 500 === 0) await client.advance();
  }
  await client.advance();
  const { pagination } = await client.ask<{ pagination: { total: number } }>('GET', '/_sandbox/deliveries');
  expect(pagination.total).toBe(LOG_LIMITS.done);
  const [newest] = await client.deliveries();
  expect(newest?.attempts[0]?.request.body).toContain('Message 4999');
});

test(
  '10,000 deliveries that all fail stay within the limits, and the oldest say why they were given up',
  { timeout: 60_000 },
  async () => {
    await client.createWebhook(['message.created']);
    await client.receive({ status: 500 });
    for (let number = 0; number < 5_000; number += 1) {
      await client.ask('POST', '/v1/conversations/conv_abc123/messages', {
        type: 'visitor',
        body: `Message ${number}`,
      });
    }
    await client.advance(5);
    const count = async (status: string): Promise<number> =>
      (await client.ask<{ pagination: { total: number } }>('GET', `/_sandbox/deliveries?status=${status}`)).pagination
        .total;
    expect(await count('pending')).toBe(LOG_LIMITS.waiting);
    expect(await count('failed')).toBe(LOG_LIMITS.done);
    expect((await client.deliveries('?status=failed'))[0]?.failure).toBe('queue_full');
  },
);

test('large payloads are forgotten earlier', { timeout: 60_000 }, async () => {
  await client.createWebhook(['contact.updated']);
  const text = 'x'.repeat(900_000);
  for (let number = 0; number < 60; number += 1) {
    await client.ask('PATCH', '/v1/contacts/con_abc123', { custom_attributes: { text, number } });
    await client.advance();
  }
  const { pagination } = await client.ask<{ pagination: { total: number } }>('GET', '/_sandbox/deliveries?limit=1');
  expect(pagination).toMatchObject({ has_more: true });
  const kept = (await client.deliveries('?per_page=100')).length;
  expect(kept).toBeLessThanOrEqual(LOG_LIMITS.characters / 900_000);
  expect(kept).toBeGreaterThan(30);
});
