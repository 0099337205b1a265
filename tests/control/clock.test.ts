import { describe, expect, test } from 'vitest';
import { openClient } from '../webhooks/client.ts';

interface Time {
  now: string;
  frozen: boolean;
}

describe('the clock', () => {
  test('runs like the machine’s until it is told otherwise', async () => {
    const { client } = openClient();
    const { now, frozen } = await client.ask<Time>('GET', '/_sandbox/clock');
    expect(frozen).toBe(false);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(2_000);
  });

  test('stands still when it is frozen, and dates what is written', async () => {
    const { client } = openClient();
    expect(await client.freeze('2026-03-02T09:00:00Z')).toEqual({ now: '2026-03-02T09:00:00Z', frozen: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T09:00:00Z', frozen: true });
    expect(await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' })).toMatchObject({
      created_at: '2026-03-02T09:00:00Z',
    });
    expect(await client.advance(90.25)).toEqual({ now: '2026-03-02T09:01:30.250Z', frozen: true });
    expect(await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'A' })).toMatchObject({
      updated_at: '2026-03-02T09:01:30Z',
    });
  });

  test('goes on from where it stood when it is let go', async () => {
    const { client } = openClient();
    await client.freeze('2030-01-01T00:00:00Z');
    expect(await client.ask('POST', '/_sandbox/clock', { frozen: false })).toMatchObject({ frozen: false });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { now } = await client.ask<Time>('GET', '/_sandbox/clock');
    const gone = Date.parse(now) - Date.parse('2030-01-01T00:00:00Z');
    expect(gone).toBeGreaterThan(0);
    expect(gone).toBeLessThan(5_000);
  });

  test('can be moved while it runs, and goes on running', async () => {
    const { client } = openClient();
    const { now, frozen } = await client.advance(3_600);
    expect(frozen).toBe(false);
    expect(Math.abs(Date.parse(now) - Date.now() - 3_600_000)).toBeLessThan(2_000);
  });

  test('can be put back, and what waits then waits longer', async () => {
    const { client } = openClient();
    await client.freeze('2026-03-02T09:00:00Z');
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.advance();
    await client.freeze('2026-03-02T08:00:00Z');
    await client.advance(3_609);
    expect((await client.deliveries())[0]?.attempts).toHaveLength(1);
    await client.advance(1);
    expect((await client.deliveries())[0]?.attempts).toHaveLength(2);
  });

  test('set to a later time runs what is due on the way, like an advance', async () => {
    const { client } = openClient();
    await client.freeze('2026-03-02T09:00:00Z');
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.freeze('2026-03-02T10:00:00Z');
    expect((await client.deliveries())[0]?.attempts.map(({ started_at }) => started_at)).toEqual([
      '2026-03-02T09:00:00Z',
      '2026-03-02T09:00:10Z',
      '2026-03-02T09:00:40Z',
      '2026-03-02T09:02:40Z',
      '2026-03-02T09:12:40Z',
      '2026-03-02T09:42:40Z',
    ]);
  });

  test('runs the deliveries of several webhooks in the order in which they are due', async () => {
    const { client } = openClient();
    await client.freeze('2026-03-02T09:00:00Z');
    await client.createWebhook(['contact.created'], 'https://a.example.com/');
    await client.receive({ status: 500 });
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.advance(5);
    await client.createWebhook(['contact.updated'], 'https://b.example.com/');
    await client.ask('PATCH', '/v1/contacts/con_abc123', { name: 'A' });
    await client.advance(100);
    const attempts = (await client.deliveries()).flatMap(({ event, attempts: all }) =>
      all.map(({ started_at }) => `${started_at.slice(14, 19)} ${event}`),
    );
    expect(attempts.sort()).toEqual([
      '00:00 contact.created',
      '00:05 contact.updated',
      '00:10 contact.created',
      '00:15 contact.updated',
      '00:40 contact.created',
      '00:45 contact.updated',
    ]);
  });

  test('gives rate limits back as it moves on, and does not take them away when it is put back', async () => {
    const { client } = openClient({ rateLimits: true });
    const free = client.as('sk_test_clockfree_free');
    await free.freeze('2026-03-02T09:00:00Z');
    const statusOf = async (): Promise<number> => (await free.send('GET', '/v1/operators')).status;
    for (let second = 0; second < 6; second += 1) {
      for (let number = 0; number < 10; number += 1) expect(await statusOf()).toBe(200);
      await free.advance(2);
    }
    const refused = await free.send('GET', '/v1/operators');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('48');
    await free.advance(47);
    expect(await statusOf()).toBe(429);
    await free.advance(1);
    expect(await statusOf()).toBe(200);
    await free.freeze('2026-03-01T09:00:00Z');
    expect(await statusOf()).toBe(200);
  });

  test('is each workspace’s own', async () => {
    const { client } = openClient();
    const other = client.as('sk_test_otherclock');
    await client.freeze('2020-01-01T00:00:00Z');
    const { now, frozen } = await other.ask<Time>('GET', '/_sandbox/clock');
    expect(frozen).toBe(false);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(2_000);
  });

  test('moved by many at once moves by the sum', async () => {
    const { client } = openClient();
    await client.freeze('2026-03-02T09:00:00Z');
    await Promise.all(Array.from({ length: 20 }, () => client.advance(1)));
    expect(await client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T09:00:20Z', frozen: true });
  });

  test.each([
    [{}, undefined],
    [[], undefined],
    [{ advance_seconds: -1 }, 'advance_seconds'],
    [{ advance_seconds: '10' }, 'advance_seconds'],
    [{ advance_seconds: 1e12 }, 'advance_seconds'],
    [{ now: 'tomorrow' }, 'now'],
    [{ now: '2026-06-30T23:59:60Z' }, 'now'],
    [{ now: 1_772_442_000 }, 'now'],
    [{ now: '2026-03-02T09:00:00Z', advance_seconds: 1 }, 'now'],
    [{ frozen: 'yes' }, 'frozen'],
    [{ freeze: true }, 'freeze'],
  ])('refuses %j', async (body, param) => {
    const { client } = openClient();
    const { status, body: answer } = await client.send<{ error: { param?: string } }>('POST', '/_sandbox/clock', body);
    expect(status).toBe(422);
    expect(answer.error.param).toBe(param);
  });

  test('does not go beyond the years that are written with four digits', async () => {
    const { client } = openClient();
    await client.freeze('9999-12-31T00:00:00Z');
    expect((await client.send('POST', '/_sandbox/clock', { advance_seconds: 86_400 })).status).toBe(422);
    expect((await client.send('POST', '/_sandbox/clock', { advance_seconds: 86_399 })).status).toBe(200);
    const statusOf = async (now: string) => (await client.send('POST', '/_sandbox/clock', { now })).status;
    for (const now of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '9999-12-31T22:59:59-01:00'])
      expect(await statusOf(now), now).toBe(200);
    for (const now of ['0000-01-01T00:59:59+01:00', '9999-12-31T23:00:00-01:00'])
      expect(await statusOf(now), now).toBe(422);
  });
});
