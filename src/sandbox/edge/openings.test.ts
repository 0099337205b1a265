import { beforeEach, describe, expect, test } from 'vitest';
import { expectOver, make } from '../../../tests/control/made-workspace.ts';
import type { Refusal } from '../../../tests/control/made-workspace.ts';
import { FakeHost } from '../../../tests/edge/fake-host.ts';
import { Flow, locationOf } from '../../../tests/oauth/flow.ts';
import type { Client } from '../../../tests/webhooks/client.ts';
import { ManualClock } from '../clock.ts';
import { hosted, sandbox as policy } from '../generated/policies.ts';

const DAY = 86_400_000;
const SOON = 6_000;
/** How much later than a timer an alarm may go off. */
const MARGIN = 1_000;

let time: ManualClock;
let host: FakeHost;
beforeEach(() => {
  time = new ManualClock();
  host = new FakeHost(time);
});

const get = async (client: Client) => (await client.send('GET', '/v1/operators')).status;

describe('a workspace that a name opens', () => {
  const open = async (count: number, address?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let number = 0; number < count; number += 1)
      statuses.push(await get(host.client(`sk_test_company${number}x`, address)));
    return statuses;
  };

  test('is opened for as many names a minute as an address may open, and not for one more', async () => {
    expect(new Set(await open(hosted.opened_per_minute))).toEqual(new Set([200]));
    const refused = await host.client('sk_test_onetoomany').send<Refusal>('GET', '/v1/operators');
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'opening_limit_reached' } } });
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(refused.headers.get('X-RateLimit-Remaining')).not.toBeNull();
    expect(refused.body.error.message).toContain(`${hosted.opened_per_minute} new workspaces`);
    time.advance(59_999);
    expect(await get(host.client('sk_test_onetoomany'))).toBe(429);
    time.advance(1);
    expect(await get(host.client('sk_test_onetoomany'))).toBe(200);
  });

  test('costs once, however often it is asked, and whether it was put away meanwhile', async () => {
    await open(hosted.opened_per_minute);
    time.advance(SOON);
    await host.putAway();
    expect(new Set(await open(hosted.opened_per_minute))).toEqual(new Set([200]));
    expect(await get(host.client('sk_test_onetoomany'))).toBe(429);
  });

  test('is opened by the last of an address for one of two that ask at once', async () => {
    await open(hosted.opened_per_minute - 1);
    const statuses = await Promise.all(['sk_test_firstname', 'sk_test_othername'].map((key) => get(host.client(key))));
    expect(statuses.toSorted()).toEqual([200, 429]);
  });

  test('costs once where its first requests come at once', async () => {
    await open(hosted.opened_per_minute - 1);
    const statuses = await Promise.all([1, 2, 3].map(() => get(host.client('sk_test_firstname'))));
    expect(statuses).toEqual([200, 200, 200]);
    expect(await get(host.client('sk_test_onetoomany'))).toBe(429);
  });

  test('costs its caller, nobody else, and a network of IPv6 addresses is one caller', async () => {
    await open(hosted.opened_per_minute, '2001:db8::1');
    expect(await get(host.client('sk_test_onetoomany', '2001:db8::ffff'))).toBe(429);
    expect(await get(host.client('sk_test_onetoomany', '2001:db8:1::1'))).toBe(200);
    expect(await get(host.client('sk_test_onetoomany', '2001:db8::ffff'))).toBe(200);
  });

  test('takes no room where it was refused', async () => {
    await open(hosted.opened_per_minute);
    for (const [method, path] of [
      ['GET', '/v1/operators'],
      ['POST', '/v1/contacts'],
      ['POST', '/_sandbox/reset'],
    ] as const)
      expect((await host.client('sk_test_onetoomany').send(method, path)).status).toBe(429);
    const page = await new Flow((request) => host.fetch(request)).ask({ login_hint: 'onetoomany' });
    expect(locationOf(page).searchParams.get('error')).toBe('temporarily_unavailable');
    time.advance(SOON);
    expect([host.roomOf('onetoomany'), host.alarmOf('onetoomany')]).toEqual([0, null]);
  });

  test('is opened without end where nothing is limited', async () => {
    host = new FakeHost(time, { RATE_LIMITS: 'off' });
    expect(new Set(await open(2 * hosted.opened_per_minute))).toEqual(new Set([200]));
  });

  test('is counted where nobody else can count: not by a request that says it comes from an object', async () => {
    const forged = { 'Orbinto-Told': 'count-named - ' };
    for (let number = 0; number < hosted.opened_per_minute; number += 1)
      expect((await host.client('').send('GET', '/v1/operators', undefined, forged)).status).toBe(401);
    expect(await get(host.client('sk_test_firstname'))).toBe(200);
  });
});

describe('a workspace that is made', () => {
  const nobody = () => host.client('');

  test('is made for an address a few times a minute, besides those that it opens by their names', async () => {
    for (let number = 0; number < policy.made_per_minute; number += 1) await make(nobody());
    const refused = await nobody().send('POST', '/_sandbox/workspaces');
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too_many_workspaces' } } });
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect((await host.client('', '198.51.100.1').send('POST', '/_sandbox/workspaces')).status).toBe(201);
    expect(await get(host.client('sk_test_mycompany'))).toBe(200);
  });

  test('is gone with all that it kept when its end has come, by its alarm', async () => {
    const { workspace, key } = await make(nobody(), { expires_in: 60 });
    const owner = host.client(key);
    await owner.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    time.advance(SOON);
    expect(host.roomOf(workspace)).toBeGreaterThan(0);
    time.advance(60_000 - SOON - 1);
    await host.ring();
    expect(host.roomOf(workspace)).toBeGreaterThan(0);
    time.advance(1 + MARGIN);
    await host.ring();
    expect([host.roomOf(workspace), host.alarmOf(workspace)]).toEqual([0, null]);
  });

  test('answers that it has ended ever after, and takes no room by that', async () => {
    const { workspace, key } = await make(nobody(), { expires_in: 60 });
    time.advance(60_000);
    await expectOver(key, host.client(key));
    const page = await new Flow((request) => host.fetch(request)).ask({ login_hint: workspace });
    expect(locationOf(page).searchParams.get('error')).toBe('access_denied');
    for (let year = 0; year < 3; year += 1) {
      time.advance(365 * DAY);
      await host.putAway();
      await expectOver(key, host.client(key));
      time.advance(SOON);
      expect([host.roomOf(workspace), host.alarmOf(workspace)]).toEqual([0, null]);
    }
  });

  test('is gone at once where it is deleted, though much was about to be written', async () => {
    const { workspace, key } = await make(nobody());
    const owner = host.client(key);
    await owner.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    expect((await owner.send('DELETE', '/_sandbox/workspaces')).status).toBe(204);
    expect(host.roomOf(workspace)).toBe(0);
    time.advance(SOON);
    expect(host.roomOf(workspace)).toBe(0);
    await expectOver(key, owner);
  });

  test('ends when it was said last', async () => {
    const { workspace, key } = await make(nobody(), { expires_in: 60 });
    const owner = host.client(key);
    await owner.ask('PATCH', '/_sandbox/workspaces', { expires_in: 3_600 });
    time.advance(3_599_999);
    await host.ring();
    expect(await get(owner)).toBe(200);
    time.advance(1 + MARGIN);
    await host.ring();
    expect(host.roomOf(workspace)).toBe(0);
  });
});
