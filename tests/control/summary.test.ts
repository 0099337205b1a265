import { describe, expect, test } from 'vitest';
import type { WorkspaceSummary } from '../../src/sandbox/control/summary.ts';
import { plans } from '../../src/sandbox/generated/policies.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

const summary = (client: Client): Promise<WorkspaceSummary> => client.ask('GET', '/_sandbox/summary');

describe('the summary of a workspace', () => {
  test('tells of nothing before anything has happened', async () => {
    const { client } = openClient();
    const { records, deliveries, limits, clock } = await summary(client);
    expect(records).toEqual({});
    expect(deliveries).toEqual({ pending: 0, delivered: 0, failed: 0 });
    const { requests_per_minute: minute, burst_per_second: burst } = plans.professional;
    expect(limits).toEqual({
      plan: 'professional',
      minute: { limit: minute, remaining: minute },
      burst: { limit: burst, remaining: burst },
    });
    expect(clock.frozen).toBe(false);
  });

  test('counts what was made, changed and deleted, and names what was made, the newest first', async () => {
    const { client } = openClient();
    const named = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'a@example.com', name: '<b>Ada' });
    const nameless = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'b@example.com' });
    const gone = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'c@example.com' });
    await client.ask('DELETE', `/v1/contacts/${gone.id}`);
    await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'Changed' });
    const webhook = await client.createWebhook(['contact.created'], 'https://hooks.example.com/mine');
    const { records } = await summary(client);
    expect(records.contacts).toEqual({
      made: 2,
      changed: 1,
      deleted: 1,
      newest: [
        { id: nameless.id, name: 'b@example.com' },
        { id: named.id, name: '<b>Ada' },
      ],
    });
    expect(records.webhooks).toMatchObject({ made: 1, newest: [{ id: webhook.id, name: webhook.url }] });
    await client.ask('POST', '/_sandbox/reset');
    expect((await summary(client)).records).toEqual({});
  });

  test('names a conversation by its visitor, and a message by what it says', async () => {
    const { client } = openClient();
    const { data: visitors } = await client.ask<{ data: { id: string; name: string | null; email: string | null }[] }>(
      'GET',
      '/v1/visitors?per_page=100',
    );
    for (const { id, name } of [visitors.find((one) => one.name), visitors.find((one) => !one.name)].flatMap(
      (one) => one ?? [],
    )) {
      await client.ask('POST', '/_sandbox/events', { event: 'conversation.created', id, body: 'Where is my lamp?' });
      const { records } = await summary(client);
      expect(records.conversations?.newest[0]?.name).toBe(name ?? '');
      expect(records.messages?.newest[0]?.name).toBe('Where is my lamp?');
    }
  });

  test('tells what the key may still send, and takes nothing of it', async () => {
    const { client } = openClient({ rateLimits: true });
    await client.freeze();
    for (let sent = 0; sent < 3; sent += 1) await client.ask('GET', '/v1/operators');
    await summary(client);
    const { limits } = await summary(client);
    expect(limits.minute.remaining).toBe(limits.minute.limit - 3);
    expect(limits.burst.remaining).toBe(limits.burst.limit - 3);
    await client.advance(1);
    expect((await summary(client)).limits).toMatchObject({
      minute: { remaining: limits.minute.limit - 3 },
      burst: { remaining: limits.burst.limit },
    });
  });

  test('counts deliveries that are done and that wait, and tells a clock that was moved', async () => {
    const { client } = openClient();
    await client.freeze();
    await client.createWebhook(['contact.created']);
    await client.ask('POST', '/v1/contacts', { email: 'a@example.com' });
    await client.advance();
    await client.receive({ status: 500 });
    await client.ask('POST', '/v1/contacts', { email: 'b@example.com' });
    await client.advance(5);
    const { deliveries, clock } = await summary(client);
    expect(deliveries).toEqual({ pending: 1, delivered: 1, failed: 0 });
    expect(clock).toEqual({ now: '2026-03-02T09:00:05Z', frozen: true });
  });
});
