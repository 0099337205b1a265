import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { sandbox as policy } from '../../src/sandbox/generated/policies.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';
import type { Made, Refusal } from './made-workspace.ts';

interface Snapshot {
  name: string;
  taken_at: string;
  now: string;
  records: number;
  characters: number;
}

const take = (client: Client, name: string): Promise<Snapshot> => client.ask('POST', '/_sandbox/snapshots', { name });
const goBack = (client: Client, name: string): Promise<Snapshot> =>
  client.ask('POST', `/_sandbox/snapshots/${encodeURIComponent(name)}/restore`);
const list = async (client: Client): Promise<Snapshot[]> =>
  (await client.ask<{ data: Snapshot[] }>('GET', '/_sandbox/snapshots')).data;
const create = (client: Client, email: string): Promise<{ id: string }> =>
  client.ask('POST', '/v1/contacts', { email });
const stateOf = async (client: Client): Promise<string> => JSON.stringify(await client.ask('GET', '/_sandbox/state'));

describe('a snapshot', () => {
  test('brings back records, deliveries, settings and the time', async () => {
    const { client } = openClient({ clock: new ManualClock() });
    await client.freeze();
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await create(client, 'a@example.com');
    await client.advance(1);
    await client.ask('DELETE', '/v1/contacts/con_ghi789');
    const taken = await take(client, 'before the storm');
    const [state, deliveries] = [await stateOf(client), await client.deliveries()];
    expect(taken).toMatchObject({ name: 'before the storm', now: '2026-03-02T09:00:01Z' });

    await client.advance(5_000);
    await create(client, 'b@example.com');
    await client.receive({});
    await client.ask('PUT', '/_sandbox/faults', { latency_ms: 1 });
    expect(await goBack(client, 'before the storm')).toEqual(taken);

    expect(await stateOf(client)).toBe(state);
    expect(await client.deliveries()).toEqual(deliveries);
    expect(await client.ask('GET', '/_sandbox/receiver')).toMatchObject({ status: 500 });
    expect(await client.ask('GET', '/_sandbox/faults')).toMatchObject({ latency_ms: 0 });
    expect(await client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T09:00:01Z', frozen: true });
  });

  test('goes on where it was: the same requests give the same ids and deliveries again', async () => {
    const { client } = openClient({ clock: new ManualClock() });
    await client.createWebhook(['contact.created']);
    await client.receive({ status: 500 });
    await create(client, 'a@example.com');
    await take(client, 'here');
    const goOn = async () => {
      const { id } = await create(client, 'b@example.com');
      await client.advance(700);
      const deliveries = await client.deliveries();
      return [id, deliveries.map((one) => [one.id, one.attempts.length, one.next_attempt_at])];
    };
    const first = await goOn();
    await goBack(client, 'here');
    expect(await goOn()).toEqual(first);
  });

  test('a clock that goes goes on from the moment', async () => {
    const clock = new ManualClock();
    const { client } = openClient({ clock });
    await take(client, 'here');
    clock.advance(600_000);
    await goBack(client, 'here');
    clock.advance(1_000);
    expect(await client.ask('GET', '/_sandbox/clock')).toEqual({ now: '2026-03-02T09:00:01Z', frozen: false });
  });

  test('outlives a reset, and is gone once it is deleted', async () => {
    const { client } = openClient();
    const { id } = await create(client, 'a@example.com');
    await take(client, 'one');
    await take(client, 'two');
    await client.ask('POST', '/_sandbox/reset');
    expect((await list(client)).map(({ name }) => name)).toEqual(['one', 'two']);
    await goBack(client, 'one');
    await client.ask('GET', `/v1/contacts/${id}`);
    await client.ask('DELETE', '/_sandbox/snapshots/one');
    const { status, body } = await client.send<Refusal>('POST', '/_sandbox/snapshots/one/restore');
    expect([status, body.error.message]).toEqual([404, "There is no snapshot 'one'. There is 'two'."]);
  });

  test('is of one workspace alone', async () => {
    const { client } = openClient();
    await take(client, 'mine');
    expect(await list(client.as('sk_test_somebodyelse'))).toEqual([]);
  });

  test('that cannot be says why', async () => {
    const { client } = openClient();
    await take(client, 'one');
    const refused = async (name: unknown) => {
      const { status, body } = await client.send<Refusal>('POST', '/_sandbox/snapshots', { name });
      return [status, body.error.code, body.error.message];
    };
    expect(await refused('one')).toEqual([
      409,
      'snapshot_exists',
      "There is a snapshot 'one'. Delete it first, or choose another name.",
    ]);
    for (const name of [undefined, '', ' a', 'a\nb', 'a'.repeat(65), 7, '\ud800']) {
      expect((await refused(name))[0], JSON.stringify(name)).toBe(422);
    }
    const missing = await client.as('sk_test_somebodyelse').send<Refusal>('DELETE', '/_sandbox/snapshots/%ff');
    expect([missing.status, missing.body.error.message]).toEqual([
      404,
      "There is no snapshot '%ff'. The workspace has none.",
    ]);
  });

  test('beyond as many as there may be is refused, and two at once of one name are one', async () => {
    const { client } = openClient();
    const twice = await Promise.all([1, 2].map(() => client.send('POST', '/_sandbox/snapshots', { name: '0' })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    for (let number = 1; number < policy.snapshots; number += 1) await take(client, String(number));
    const { status, body } = await client.send<Refusal>('POST', '/_sandbox/snapshots', { name: 'more' });
    expect([status, body.error.code]).toEqual([507, 'snapshot_limit_reached']);
    await client.ask('DELETE', '/_sandbox/snapshots/7');
    await take(client, 'more');
    expect((await list(client)).map(({ name }) => name)).toContain('more');
  });
});

test.skipIf(isOnWorkerd)('snapshots hold no more than a workspace may', async () => {
  const caps = { records: Infinity, characters: 1_500, logCharacters: 1_000_000 };
  const client = openClient({ caps }).client.as('sk_test_smallworkspace');
  await create(client, 'a@example.com');
  for (let number = 0; number < 20; number += 1) {
    const { status, body } = await client.send<Refusal>('POST', '/_sandbox/snapshots', { name: String(number) });
    if (status === 201) continue;
    expect([status, body.error.code]).toEqual([507, 'snapshots_full']);
    return;
  }
  expect.unreachable();
});

test.skipIf(isOnWorkerd)('a branch is a workspace of its own that begins at the moment', async () => {
  const { client } = openClient();
  const { id } = await create(client, 'a@example.com');
  await take(client, 'here');
  const made = await client.ask<Made>('POST', '/_sandbox/snapshots/here/branch', { expires_in: 600 });
  const branch = client.as(made.key);
  expect(made.panel_url).toContain(made.key);
  await branch.ask('DELETE', `/v1/contacts/${id}`);
  await client.ask('GET', `/v1/contacts/${id}`);
  expect(await branch.ask('GET', '/_sandbox/workspaces')).toMatchObject({ expires_at: made.expires_at });
});

test.skipIf(isOnWorkerd)('a sandbox that strangers share makes no branches, and says so', async () => {
  const client = openClient({ isPublic: true }).client.as('sk_test_sharedbranches');
  await take(client, 'here');
  const { status, body } = await client.send<Refusal>('POST', '/_sandbox/snapshots/here/branch', {});
  expect([status, body.error.code]).toEqual([501, 'not_available']);
});

test.skipIf(isOnWorkerd)('what ends takes its snapshots with it', async () => {
  const clock = new ManualClock();
  const { client } = openClient({ clock });
  const { key } = await client.as('').ask<Made>('POST', '/_sandbox/workspaces', { expires_in: 60 });
  await take(client.as(key), 'here');
  clock.advance(61_000);
  expect((await client.as(key).send('GET', '/_sandbox/snapshots')).status).toBe(401);
});

test.skipIf(isOnWorkerd)('snapshots and what can be undone are there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
  const open = () => openClient({ store: new SqliteStore(join(folder, 'sandbox.db'), 1) });
  const first = open();
  const { id } = await create(first.client, 'a@example.com');
  await take(first.client, 'here');
  const { id: later } = await create(first.client, 'b@example.com');
  await first.sandbox.close();
  const second = open();
  expect((await list(second.client)).map(({ name }) => name)).toEqual(['here']);
  await second.client.ask('POST', '/_sandbox/undo');
  expect((await second.client.send('GET', `/v1/contacts/${later}`)).status).toBe(404);
  await second.client.ask('DELETE', `/v1/contacts/${id}`);
  await goBack(second.client, 'here');
  await second.client.ask('GET', `/v1/contacts/${id}`);
  await second.sandbox.close();
  rmSync(folder, { recursive: true });
});
