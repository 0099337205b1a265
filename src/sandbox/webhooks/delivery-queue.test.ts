import { describe, expect, test } from 'vitest';
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

describe('a round', () => {
  const answer =
    (status: number): Send =>
    () =>
      Promise.resolve({ status, body: '' });

  /** Runs rounds until an attempt has ended and is written down. */
  async function attempt(queue: DeliveryQueue): Promise<void> {
    await queue.round();
    await new Promise(setImmediate);
    expect(queue.hasEnded).toBe(true);
    await queue.round();
  }

  test('tells what it did, what it waits for, and when there is something to do again', async () => {
    const { workspace, clock, happen, context } = setUp(answer(500));
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    expect(queue.isIdle).toBe(true);
    expect(await queue.round()).toEqual({ isBusy: false, nextAt: undefined, blockedUntil: undefined });
    happen();
    expect([queue.isIdle, queue.isAwaiting, queue.hasEnded]).toEqual([false, false, false]);
    const first = queue.round();
    expect((await first).isBusy).toBe(true);
    await new Promise(setImmediate);
    expect([queue.isIdle, queue.isAwaiting, queue.hasEnded]).toEqual([false, false, true]);
    expect(await queue.round()).toMatchObject({ isBusy: true, nextAt: clock.now() + 10_000 });
    expect([queue.isIdle, queue.hasEnded]).toEqual([false, false]);
    expect((await queue.round()).isBusy).toBe(false);
  });

  test('marks a webhook by what came of its delivery, and writes nothing where it is marked so already', async () => {
    let status = 500;
    const { workspace, clock, store, happen, context } = setUp((...sent) => answer(status)(...sent));
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    const webhook = () => workspace.records.webhooks.get('wh_1');
    const id = happen();
    for (const delay of [10, 30, 120, 600, 1800]) {
      await attempt(queue);
      expect(webhook()?.value.status).toBe('active');
      clock.advance(delay * 1000);
    }
    await attempt(queue);
    expect(workspace.records.deliveries.get(id)?.value.status).toBe('failed');
    expect(webhook()?.value.status).toBe('failed');
    store.transact(workspace, () => {
      const delivery = workspace.records.deliveries.get(id)?.value ?? expect.unreachable();
      for (const other of ['dlv_a', 'dlv_b'])
        workspace.records.deliveries.put({ ...delivery, id: other, status: 'pending', next_attempt_at: clock.now() });
    });
    const failed = webhook();
    await attempt(queue);
    expect(webhook()).toBe(failed);
    status = 200;
    happen();
    await attempt(queue);
    const active = webhook();
    expect(active?.value.status).toBe('active');
    expect(queue.isIdle).toBe(true);
  });

  test('sends nothing of an event that is forgotten, and nothing of a workspace that has ended', async () => {
    const { workspace, clock, store, happen, context } = setUp(() => expect.unreachable());
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    const id = happen();
    store.transact(workspace, () => void workspace.records.events.delete(workspace.records.events.rows[0]?.id ?? ''));
    expect((await queue.round()).isBusy).toBe(false);
    expect(workspace.records.deliveries.get(id)?.value.status).toBe('pending');
    happen();
    store.transact(workspace, () => void workspace.set('life', { expires_at: clock.now() }));
    expect(await queue.round()).toEqual({ isBusy: false, nextAt: undefined, blockedUntil: undefined });
  });

  test('of what is given up nothing is awaited or written down', async () => {
    const signals: AbortSignal[] = [];
    const { workspace, happen, context } = setUp((_, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('Given up'))));
    });
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    const id = happen();
    await queue.round();
    expect(queue.isAwaiting).toBe(true);
    queue.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await new Promise(setImmediate);
    expect([queue.isAwaiting, queue.hasEnded]).toEqual([false, false]);
    expect(workspace.records.deliveries.get(id)?.value.attempts).toEqual([]);
  });

  test('signs for a webhook by one secret, drawn when it is first needed', async () => {
    const signatures: (string | undefined)[] = [];
    const { workspace, happen, context } = setUp(({ headers }) => {
      signatures.push(headers['X-Orbinto-Signature']);
      return Promise.resolve({ status: 200, body: '' });
    });
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    const secret = () => workspace.records.secrets.get('wh_1')?.value.secret;
    happen();
    expect(secret()).toBeUndefined();
    await attempt(queue);
    const drawn = secret();
    expect(drawn).toMatch(/^whsec_/);
    happen();
    await attempt(queue);
    expect(secret()).toBe(drawn);
    expect(signatures[0]).toBe(signatures[1]);
  });

  test('signs by the secret before where a recipe says so and there was one', async () => {
    const signatures: (string | undefined)[] = [];
    const { workspace, store, happen, context } = setUp(({ headers }) => {
      signatures.push(headers['X-Orbinto-Signature']);
      return Promise.resolve({ status: 200, body: '' });
    });
    const queue = new DeliveryQueue(workspace, context, () => undefined);
    const sign = async (secret: string, previous?: string, recipe?: 'webhook-secret-rotation') => {
      const id = happen();
      store.transact(workspace, () => {
        const { secrets, deliveries } = workspace.records;
        secrets.put({ id: 'wh_1', secret, created_at: '', ...(previous !== undefined && { previous }) });
        const delivery = deliveries.get(id)?.value ?? expect.unreachable();
        deliveries.put({ ...delivery, ...(recipe && { recipe }) });
      });
      await attempt(queue);
      return signatures.at(-1);
    };
    const [one, other] = ['whsec_b25l', 'whsec_b3RoZXI='] as const;
    const signed = await sign(one);
    expect(signed).toMatch(/^[0-9a-f]{64}$/);
    expect(await sign(other)).not.toBe(signed);
    expect(await sign(other, one, 'webhook-secret-rotation')).toBe(signed);
    expect(await sign(one, other)).toBe(signed);
    expect(await sign(one, undefined, 'webhook-secret-rotation')).toBe(signed);
  });
});
