import { describe, expect, test } from 'vitest';
import { preciseTimestamp } from '../clock.ts';
import { OWN_CAPS } from '../records/caps.ts';
import type { Caps } from '../records/caps.ts';
import { ENDLESS } from '../records/room.ts';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { addDeliveries, dropDeliveries, LOG_LIMITS, trimLog } from './delivery-log.ts';
import type { StoredDelivery } from './delivery.ts';

const START = Date.parse('2026-03-02T09:00:00Z');

/** A workspace of which these webhooks alone are told of new contacts. */
function open(webhookIds = ['wh_1'], caps: Caps = OWN_CAPS): Workspace {
  const workspace = new Workspace('seeded', new Seed(), { room: { ...ENDLESS, caps } });
  const { webhooks } = workspace.records;
  for (const { id } of [...webhooks.rows]) webhooks.delete(id);
  for (const id of webhookIds)
    webhooks.put({
      id,
      url: 'https://hooks.example.com/',
      events: ['contact.created'],
      description: null,
      status: 'active',
      created_at: preciseTimestamp(START),
    });
  return workspace;
}

const happen = (workspace: Workspace, body = '{}', now = START) =>
  addDeliveries(workspace, 'contact.created', () => body, now);

/** Ends a delivery as nobody would: without an attempt. */
const end = (workspace: Workspace, delivery: StoredDelivery, status: 'delivered' | 'failed' = 'delivered') =>
  workspace.records.deliveries.put({ ...delivery, status, next_attempt_at: null });

/** A workspace in which so many events happened, one a second, each delivered or failed. */
function workspaceWith(count: number, isFailed: (index: number) => boolean): { workspace: Workspace; ids: string[] } {
  const workspace = open();
  const ids = Array.from({ length: count }, (_, index) => {
    const [delivery] = happen(workspace, '{}', START + index * 1000);
    if (!delivery) return expect.unreachable();
    return end(workspace, delivery, isFailed(index) ? 'failed' : 'delivered').id;
  });
  return { workspace, ids };
}

/** What is remembered: the deliveries, oldest first, and the bodies of events. */
function remembered({ records: { deliveries, events } }: Workspace) {
  return {
    deliveries: deliveries.rows.map(({ value }) => value.failure ?? value.status),
    bodies: events.rows.map(({ value }) => value.body.slice(0, 1)),
  };
}

test.each([
  ['delivered', () => false],
  ['failed', () => true],
  ['delivered and failed in turns', (index: number) => index % 2 === 1],
] as const)('beyond its limit the log forgets the oldest deliveries that are done: %s', (_what, isFailed) => {
  const { workspace, ids } = workspaceWith(LOG_LIMITS.done + 3, isFailed);
  trimLog(workspace);
  const { deliveries, events } = workspace.records;
  expect(deliveries.rows.map(({ id }) => id)).toEqual(ids.slice(3));
  expect(events.rows).toHaveLength(LOG_LIMITS.done);
});

test('an event is kept once, with a delivery to each webhook that asks for it', () => {
  const workspace = open(['wh_1', 'wh_2']);
  const added = happen(workspace);
  const { deliveries, events } = workspace.records;
  expect(added).toMatchObject(
    ['wh_1', 'wh_2'].map((webhook_id) => ({ webhook_id, status: 'pending', next_attempt_at: START, retries: 0 })),
  );
  expect(deliveries.rows.map(({ value }) => value)).toEqual(added);
  expect(events.rows.map(({ value }) => value)).toEqual([
    {
      id: added[0]?.event_id,
      event: 'contact.created',
      created_at: preciseTimestamp(START),
      body: '{}',
      deliveries: added.map(({ id }) => id),
    },
  ]);
});

test('an event that nobody asks for leaves nothing, meets no recipe and takes no id', () => {
  const workspace = open();
  const recipe = { name: 'webhook-late', left: 1, passes: false } as const;
  workspace.set('recipe', recipe);
  const { counter } = workspace;
  expect(addDeliveries(workspace, 'contact.updated', () => expect.unreachable(), START)).toEqual([]);
  expect(workspace.setting('recipe')).toMatchObject(recipe);
  expect(workspace.counter).toBe(counter);
  expect(remembered(workspace)).toEqual({ deliveries: [], bodies: [] });
});

test('of a webhook that is deleted, what waits is dropped; what is done stays, and what waits for others', () => {
  const workspace = open(['wh_1', 'wh_2']);
  const [done] = happen(workspace);
  if (!done) return expect.unreachable();
  end(workspace, done);
  happen(workspace);
  dropDeliveries(workspace, 'wh_1');
  expect(
    workspace.records.deliveries.rows.map(({ value }) => [value.webhook_id, value.failure ?? value.status]),
  ).toEqual([
    ['wh_1', 'delivered'],
    ['wh_2', 'pending'],
    ['wh_1', 'webhook_deleted'],
    ['wh_2', 'pending'],
  ]);
});

test('an event is remembered for as long as one of its deliveries is', () => {
  const workspace = open(['wh_1', 'wh_2']);
  const bodies = ['a', 'b', 'c'];
  for (const body of bodies) for (const delivery of happen(workspace, body)) end(workspace, delivery);
  const { deliveries } = workspace.records;
  for (let more = 6; more <= LOG_LIMITS.done; more += 1) {
    const [first] = deliveries.rows;
    if (first) deliveries.put({ ...first.value, id: `zzz_${more}`, event_id: 'another' });
  }
  // One more than there may be: the first delivery goes, its event is that of the second, too.
  trimLog(workspace);
  expect(deliveries.rows.map(({ value }) => value.webhook_id)[0]).toBe('wh_2');
  expect(remembered(workspace).bodies).toEqual(bodies);
  const [second] = deliveries.rows;
  if (second) deliveries.put({ ...second.value, id: 'zzzz', event_id: 'another' });
  trimLog(workspace);
  expect(remembered(workspace).bodies).toEqual(['b', 'c']);
});

test('of the deliveries that wait, those beyond the limit are given up, the oldest first', () => {
  const workspace = open();
  const [first] = happen(workspace);
  const { deliveries } = workspace.records;
  if (!first) return expect.unreachable();
  for (let more = 1; more < LOG_LIMITS.waiting; more += 1)
    deliveries.put({ ...first, id: `zzz_${String(more).padStart(5, '0')}` });
  trimLog(workspace);
  expect(deliveries.group('failed')).toEqual([]);
  deliveries.put({ ...first, id: 'zzzz' });
  trimLog(workspace);
  expect(deliveries.group('failed').map(({ id, value }) => [id, value.failure])).toEqual([[first.id, 'queue_full']]);
  expect(deliveries.group('pending')).toHaveLength(LOG_LIMITS.waiting);
});

describe('of bodies no more characters are kept than there may be', () => {
  const SIX = LOG_LIMITS.done + LOG_LIMITS.waiting;
  const body = (letter: string, part = 1 / 2) => letter.repeat(SIX * part);
  const caps = { ...OWN_CAPS, logCharacters: SIX };

  test('as many as that stay', () => {
    const workspace = open(['wh_1'], caps);
    for (const letter of ['a', 'b']) for (const delivery of happen(workspace, body(letter))) end(workspace, delivery);
    expect(remembered(workspace)).toEqual({ deliveries: ['delivered', 'delivered'], bodies: ['a', 'b'] });
  });

  test('what is done goes first, then what waits is given up, both the oldest first', () => {
    const workspace = open(['wh_1'], caps);
    happen(workspace, body('a', 1 / 4));
    for (const delivery of happen(workspace, body('b', 1 / 4))) end(workspace, delivery);
    happen(workspace, body('c'));
    happen(workspace, body('d', 1 / 4));
    expect(remembered(workspace)).toEqual({ deliveries: ['pending', 'pending', 'pending'], bodies: ['a', 'c', 'd'] });
    happen(workspace, body('e', 1 / 4));
    expect(remembered(workspace)).toEqual({ deliveries: ['pending', 'pending', 'pending'], bodies: ['c', 'd', 'e'] });
    happen(workspace, body('f'));
    expect(remembered(workspace).bodies).toEqual(['d', 'e', 'f']);
  });

  test('the last event stays, however long it is', () => {
    const workspace = open(['wh_1'], caps);
    happen(workspace, body('a'));
    happen(workspace, body('b', 5));
    expect(remembered(workspace)).toEqual({ deliveries: ['pending'], bodies: ['b'] });
  });

  test('one of which several deliveries wait goes with the last of them', () => {
    const workspace = open(['wh_1', 'wh_2'], caps);
    happen(workspace, body('a'));
    happen(workspace, body('b'));
    happen(workspace, body('c'));
    expect(remembered(workspace)).toEqual({ deliveries: Array(4).fill('pending'), bodies: ['b', 'c'] });
  });

  test('bodies of which as many as there may be are within the limit are not counted', () => {
    const workspace = open(['wh_1'], caps);
    happen(workspace, body('a', 5));
    // Had it been counted, the long one would have gone.
    happen(workspace, 'b');
    expect(remembered(workspace).bodies).toEqual(['a', 'b']);
    happen(workspace, 'cc');
    expect(remembered(workspace).bodies).toEqual(['b', 'c']);
  });
});
