import { beforeEach, describe, expect, test } from 'vitest';
import { openClient } from './client.ts';
import type { Client, Delivery } from './client.ts';

const START = '2026-03-02T09:00:00Z';

let client: Client;
beforeEach(async () => {
  ({ client } = openClient());
  await client.freeze(START);
});

/** How many seconds after the start the first attempt began. */
function startOf({ attempts: [first] }: Delivery): number {
  return (Date.parse(first?.started_at ?? '') - Date.parse(START)) / 1000;
}

async function addContact(email: string): Promise<void> {
  await client.ask('POST', '/v1/contacts', { email });
}

describe('the order of deliveries', () => {
  test('is that of the events where nothing fails, even to a slow endpoint', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ delay_ms: 100 });
    for (let number = 0; number < 20; number += 1) await addContact(`c${number}@example.com`);
    await client.advance(60);
    const deliveries = (await client.deliveries()).reverse();
    const emails = deliveries.map(({ attempts }) => {
      const { data } = JSON.parse(attempts[0]?.request.body ?? '') as { data: { email: string } };
      return data.email;
    });
    expect(emails).toEqual(Array.from({ length: 20 }, (_, number) => `c${number}@example.com`));
    const ends = deliveries.map(({ attempts }) => attempts[0]?.ended_at ?? '');
    const starts = deliveries.map(({ attempts }) => attempts[0]?.started_at ?? '');
    for (let number = 1; number < 20; number += 1) expect(starts[number]).toBe(ends[number - 1]);
  });

  test('gives way to the promise that the first attempt comes within 5 seconds', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ delay_ms: 10_000 });
    for (let number = 0; number < 5; number += 1) await addContact(`c${number}@example.com`);
    await client.advance(14);
    for (const delivery of await client.deliveries()) expect(startOf(delivery)).toBeLessThan(5);
  });

  test('is kept while an earlier delivery waits for its retry', async () => {
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await addContact('ann@example.com');
    await client.advance();
    await client.receive({ status: 200 });
    await addContact('bea@example.com');
    await client.advance();
    expect((await client.deliveries()).map(({ status }) => status)).toEqual(['delivered', 'pending']);
    await client.advance(10);
    expect((await client.deliveries()).map(({ status }) => status)).toEqual(['delivered', 'delivered']);
  });
});
