import { expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import { WorkspaceClocks } from '../records/workspace-clocks.ts';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { addDeliveries } from './delivery-log.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import { DeliveryScheduler } from './delivery-scheduler.ts';
import type { LoggedResponse } from './delivery.ts';
import type { Send } from './send.ts';

/** A workspace with one webhook on the network, and what its deliveries are made with. */
function setUp(send: Send) {
  const clock = new ManualClock();
  const clocks = new WorkspaceClocks(clock);
  const store = new MemoryStore();
  const workspace = new Workspace('seeded', new Seed());
  const happen = (): string =>
    store.transact(workspace, () => {
      workspace.records.webhooks.put({
        id: 'wh_1',
        url: 'https://hooks.example.org/',
        events: ['contact.created'],
        description: null,
        status: 'active',
        created_at: '2026-03-02T09:00:00Z',
      });
      const added = addDeliveries(workspace, 'contact.created', () => '{}', clocks.now(workspace));
      return added.find(({ webhook_id }) => webhook_id === 'wh_1')?.id ?? expect.unreachable();
    });
  const report = (error: unknown): never => expect.unreachable(String(error));
  return { workspace, clock, clocks, store, happen, context: { clock, clocks, store, send, report } };
}

test('an answer to a delivery of before a reset is not taken for one to the delivery that has its id now', async () => {
  const answers: ((response: LoggedResponse) => void)[] = [];
  const { workspace, clock, store, happen, context } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const id = happen();
  const { promise, resolve } = Promise.withResolvers<void>();
  const queue = new DeliveryQueue(workspace, context, resolve);
  await queue.round();
  expect(answers).toHaveLength(1);

  // Another page does this: here nobody cancels what is under way.
  store.transact(workspace, () => workspace.reset());
  clock.advance(1000);
  expect(happen()).toBe(id);
  answers[0]?.({ status: 200, body: '' });
  await promise;
  await queue.round();
  expect(workspace.records.deliveries.get(id)?.value).toMatchObject({ status: 'pending', attempts: [] });
  expect(answers).toHaveLength(2);
});

test('an answer to an attempt is not written behind an attempt of another page', async () => {
  const answers: ((response: LoggedResponse) => void)[] = [];
  const { workspace, clock, store, happen, context } = setUp(() => new Promise((resolve) => answers.push(resolve)));
  const id = happen();
  let ended = Promise.withResolvers<void>();
  const queue = new DeliveryQueue(workspace, context, () => ended.resolve());
  await queue.round();
  answers[0]?.({ status: 500, body: '' });
  await ended.promise;
  await queue.round();
  const stored = () => workspace.records.deliveries.get(id)?.value ?? expect.unreachable();
  clock.advance((stored().next_attempt_at ?? 0) - clock.now());
  await queue.round();
  expect(answers).toHaveLength(2);

  // Another page, whose first attempt started later, has taken the delivery over meanwhile.
  const theirs = stored().attempts.map((attempt) => ({ ...attempt, started_at: attempt.started_at + 1 }));
  store.transact(workspace, () => void workspace.records.deliveries.put({ ...stored(), attempts: theirs }));
  ended = Promise.withResolvers<void>();
  answers[1]?.({ status: 200, body: '' });
  await ended.promise;
  await queue.round();
  expect(stored()).toMatchObject({ status: 'pending', attempts: theirs });
});

test('a clock that another page moves further meanwhile is not put back', async () => {
  const { workspace, clock, clocks, store, happen, context } = setUp(() => {
    store.transact(workspace, () => clocks.set(workspace, clock.now() + 60_000, false));
    return Promise.resolve({ status: 200, body: '' });
  });
  const id = happen();
  const scheduler = new DeliveryScheduler(workspace, context, () => undefined);
  await scheduler.advance({ by: 1000 });
  expect(workspace.records.deliveries.get(id)?.value.status).toBe('delivered');
  expect(clocks.now(workspace)).toBe(clock.now() + 60_000);
  await scheduler.close();
});
