import { expect, test } from 'vitest';
import { until } from '../../../tests/webhooks/client.ts';
import { ManualClock } from '../clock.ts';
import { WorkspaceClocks } from '../records/workspace-clocks.ts';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { MemoryStore } from '../store/memory-store.ts';
import type { StoredState } from '../store/record-store.ts';
import { Dispatcher } from './dispatcher.ts';
import type { Send } from './send.ts';

const NETWORK = 'https://hooks.example.org/';

interface Given {
  /** Of the webhook. */
  url?: string;
  send?: Send;
  admitDelivery?: () => void;
}

function setUp({ url = NETWORK, send = () => Promise.resolve({ status: 200, body: '' }), admitDelivery }: Given = {}) {
  const clock = new ManualClock();
  const clocks = new WorkspaceClocks(clock);
  const kept = new MemoryStore();
  const [transacted, reports]: [string[], unknown[]] = [[], []];
  let failure: Error | undefined;
  const store = {
    transact<T>(state: StoredState, work: () => T): T {
      transacted.push(state.name);
      if (failure) throw failure;
      return kept.transact(state, work);
    },
    workspacesWith: () => ['seeded'],
    drop: () => undefined,
    close: () => undefined,
  };
  const report = (error: unknown): void => void reports.push(error);
  const workspace = new Workspace('seeded', new Seed());
  for (const { id } of [...workspace.records.webhooks.rows]) workspace.records.webhooks.delete(id);
  workspace.records.webhooks.put({
    id: 'wh_1',
    url,
    events: ['contact.created'],
    description: null,
    status: 'active',
    created_at: '2026-03-02T09:00:00Z',
  });
  const dispatcher = new Dispatcher({ clock, clocks, store, send, report, admitDelivery });
  const fail = (error: Error | undefined): void => void (failure = error);
  const emit = (event: 'contact.created' | 'contact.updated' = 'contact.created') =>
    kept.transact(workspace, () => dispatcher.emit(workspace, event, { id: 'con_1' }));
  const statuses = () => workspace.records.deliveries.rows.map(({ value }) => value.status);
  return { clock, clocks, workspace, dispatcher, emit, statuses, transacted, reports, fail };
}

/** Lets some turns go by, in which something would happen that should not. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
};

test('an event is sent soon, as it was when it happened, and then there is nothing to do', async () => {
  const bodies: string[] = [];
  const { emit, statuses, transacted, clock } = setUp({
    send: ({ body }) => {
      bodies.push(body);
      return Promise.resolve({ status: 200, body: '' });
    },
  });
  expect(emit()).toHaveLength(1);
  expect(transacted).toEqual([]);
  await until(() => statuses().includes('delivered'));
  await settle();
  expect(bodies).toEqual(['{"event":"contact.created","timestamp":"2026-03-02T09:00:00Z","data":{"id":"con_1"}}']);
  const { length } = transacted;
  clock.advance(86_400_000);
  await settle();
  expect(transacted).toHaveLength(length);
});

test('an event that nobody asks for has nothing looked at', async () => {
  const { emit, transacted } = setUp({ admitDelivery: () => expect.unreachable() });
  expect(emit('contact.updated')).toEqual([]);
  await settle();
  expect(transacted).toEqual([]);
});

test('whoever has to be asked before is asked of what goes over the network alone', () => {
  const refuse = (): never => {
    throw new Error('Not now');
  };
  expect(() => setUp({ admitDelivery: refuse }).emit()).toThrow('Not now');
  const own = setUp({ admitDelivery: refuse, url: 'https://hooks.example.com/' });
  expect(own.emit()).toHaveLength(1);
});

test('nothing goes over the network to the built-in receiver', async () => {
  const { emit, statuses } = setUp({ url: 'https://hooks.example.com/', send: () => expect.unreachable() });
  emit();
  await until(() => statuses().includes('delivered'));
});

test('what an earlier run has left is gone on with once', async () => {
  const { dispatcher, workspace, transacted } = setUp();
  const workspaces = { get: () => workspace } as unknown as Parameters<Dispatcher['resumeAll']>[0];
  dispatcher.resumeAll(workspaces);
  await until(() => transacted.length > 0);
  await settle();
  expect(transacted).toEqual(['seeded']);
  dispatcher.resume(workspace);
  await settle();
  expect(transacted).toEqual(['seeded']);
});

test('a failure to write is reported, and tried again five seconds later', async () => {
  const { clock, emit, statuses, transacted, reports, fail } = setUp();
  const full = new Error('The disk is full');
  fail(full);
  emit();
  await until(() => reports.length > 0);
  await settle();
  expect([transacted.length, reports]).toEqual([1, [full]]);
  clock.advance(4_999);
  await settle();
  expect(transacted).toHaveLength(1);
  fail(undefined);
  clock.advance(1);
  await until(() => statuses().includes('delivered'));
  expect(reports).toEqual([full]);
});

test('what is under way is given up when it is cancelled, and nothing is sent after the end', async () => {
  const signals: AbortSignal[] = [];
  const send: Send = (_, signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  const aborted = () => signals.map((signal) => signal.aborted);
  const { clock, dispatcher, workspace, emit } = setUp({ send });
  emit();
  await until(() => signals.length > 0);
  expect(aborted()).toEqual([false]);
  dispatcher.cancel(workspace);
  expect(aborted()).toEqual([true]);
  dispatcher.wake(workspace);
  await until(() => signals.length > 1);
  expect(aborted()).toEqual([true, false]);
  await dispatcher.close();
  expect(aborted()).toEqual([true, true]);
  clock.advance(86_400_000);
  await settle();
  expect(signals).toHaveLength(2);
});

test('a clock that could not be moved can be moved later, and moves one after the other', async () => {
  const { clocks, clock, dispatcher, workspace, fail } = setUp();
  fail(new Error('The disk is full'));
  await expect(dispatcher.advance(workspace, { by: 1_000 })).rejects.toThrow('The disk is full');
  fail(undefined);
  expect(clocks.now(workspace)).toBe(clock.now());
  await Promise.all([dispatcher.advance(workspace, { by: 1_000 }), dispatcher.advance(workspace, { by: 2_000 })]);
  expect(clocks.now(workspace)).toBe(clock.now() + 3_000);
  expect(clocks.isFrozen(workspace)).toBe(false);
  await dispatcher.advance(workspace, { to: clock.now() + 500, frozen: true });
  expect([clocks.now(workspace), clocks.isFrozen(workspace)]).toEqual([clock.now() + 500, true]);
  await dispatcher.advance(workspace, { by: 10 });
  expect([clocks.now(workspace), clocks.isFrozen(workspace)]).toEqual([clock.now() + 510, true]);
});

test('a clock that is moved runs the retries on the way, each at its own time', async () => {
  const times: number[] = [];
  const { clocks, clock, dispatcher, workspace, emit, statuses } = setUp({
    send: () => {
      times.push(clocks.now(workspace) - clock.now());
      return Promise.resolve({ status: 500, body: '' });
    },
  });
  emit();
  await dispatcher.advance(workspace, { by: 39_999 });
  expect([times, statuses()]).toEqual([[0, 10_000], ['pending']]);
  await dispatcher.advance(workspace, { by: 1 });
  expect(times).toEqual([0, 10_000, 40_000]);
  await dispatcher.advance(workspace, { by: 3_600_000 });
  expect([times.length, statuses()]).toEqual([6, ['failed']]);
});

test('time that has gone by is the machine’s: the clock of the workspace is not set', async () => {
  const { clocks, clock, dispatcher, workspace } = setUp();
  await dispatcher.advance(workspace, { by: 1_000, elapse: () => clock.advance(1_000) });
  expect(workspace.setting('clock')).toEqual({ offset_ms: 0, frozen_at: null });
  expect(clocks.now(workspace)).toBe(Date.parse('2026-03-02T09:00:01Z'));
});
