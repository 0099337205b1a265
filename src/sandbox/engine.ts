import { Faults } from './checks/faults.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Caps } from './records/caps.ts';
import { WorkspaceClocks } from './records/workspace-clocks.ts';
import { SnapshotShelf } from './records/snapshots.ts';
import { Workspaces } from './records/workspaces.ts';
import { Seed } from './seed/seed.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { RecordStore } from './store/record-store.ts';
import { Dispatcher } from './webhooks/dispatcher.ts';
import type { Receive } from './webhooks/receiver.ts';
import type { DrawSecret } from './webhooks/secret.ts';
import type { Send } from './webhooks/send.ts';
import { createTargetPolicy } from './webhooks/target-policy.ts';
import type { TargetPolicy } from './webhooks/target-policy.ts';
import type { ResolveHost } from './webhooks/target.ts';

export interface EngineOptions {
  readonly clock?: Clock;
  /** Where changes are kept; in memory when omitted. */
  readonly store?: RecordStore;
  /** The number that the seeded records and all record ids are made from. */
  readonly seed?: number;
  /** The seeded records of that number, where several sandboxes share them: they never change. */
  readonly seeded?: Seed;
  /** Is told of what is answered with a 500; the console when omitted. */
  readonly report?: (error: unknown) => void;
  /** True: webhooks may be sent to http addresses and to this machine. */
  readonly localWebhooks?: boolean;
  /** Origins whose pages may use `/_sandbox` and register local webhooks. */
  readonly controlOrigins?: readonly string[];
  /** Sends webhook deliveries over the network; without it all go to the built-in receiver. */
  readonly send?: Send;
  /** Decides what the built-in receiver answers to each request; as `/_sandbox/receiver` was told when omitted. */
  readonly receive?: Receive;
  /** What each workspace may hold. */
  readonly caps?: Caps;
  /** Is asked before an event is told to somebody over the network. @throws ApiError where nothing more is sent at present */
  readonly admitDelivery?: () => void;
  /** Draws the secrets of webhooks; truly at random when omitted. */
  readonly drawSecret?: DrawSecret | undefined;
  /** Holds an answer back that is to be late, for so many milliseconds; by the clock when omitted. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Finds the addresses of a name, to refuse webhooks to private ones; without it names are not looked up. */
  readonly resolve?: ResolveHost;
}

/** What the operations run on. */
export interface Engine {
  /** The time of the machine; workspaces have their own. */
  readonly clock: Clock;
  readonly clocks: WorkspaceClocks;
  readonly store: RecordStore;
  readonly workspaces: Workspaces;
  readonly snapshots: SnapshotShelf;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly targets: TargetPolicy;
  /** Holds an answer back that is to be late, for so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
}

/** Puts together what the operations run on. */
export function createEngine(options: EngineOptions): Engine {
  const { clock = systemClock, store = new MemoryStore(), send, receive, report = console.error } = options;
  const clocks = new WorkspaceClocks(clock);
  const { caps, admitDelivery, drawSecret, pause } = options;
  const dispatcher = new Dispatcher({ clock, clocks, store, send, receive, report, admitDelivery });
  return {
    clock,
    clocks,
    store,
    workspaces: new Workspaces({
      seed: options.seeded ?? new Seed(options.seed),
      store,
      clock,
      caps,
      drawSecret,
      givenUp: (workspace) => dispatcher.cancel(workspace),
    }),
    snapshots: new SnapshotShelf(),
    dispatcher,
    faults: new Faults(),
    report,
    targets: createTargetPolicy(options),
    pause: pause ?? ((milliseconds) => new Promise((resolve) => void clock.wake(clock.now() + milliseconds, resolve))),
  };
}
