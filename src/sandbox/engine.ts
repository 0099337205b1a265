import { Faults } from './checks/faults.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Caps } from './records/caps.ts';
import { WorkspaceClocks } from './records/workspace-clocks.ts';
import { Workspaces } from './records/workspaces.ts';
import { Seed } from './seed/seed.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { RecordStore } from './store/record-store.ts';
import { Dispatcher } from './webhooks/dispatcher.ts';
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
  /** What each workspace may hold. */
  readonly caps?: Caps;
  /** Is asked before an event is told to somebody over the network. @throws ApiError where nothing more is sent at present */
  readonly admitDelivery?: () => void;
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
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly targets: TargetPolicy;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
}

/** Puts together what the operations run on. */
export function createEngine(options: EngineOptions): Engine {
  const { clock = systemClock, store = new MemoryStore(), send, report = console.error } = options;
  const clocks = new WorkspaceClocks(clock);
  const { caps, admitDelivery } = options;
  const dispatcher = new Dispatcher({ clock, clocks, store, send, report, admitDelivery });
  return {
    clock,
    clocks,
    store,
    workspaces: new Workspaces({
      seed: options.seeded ?? new Seed(options.seed),
      store,
      clock,
      caps,
      givenUp: (workspace) => dispatcher.cancel(workspace),
    }),
    dispatcher,
    faults: new Faults(),
    report,
    targets: createTargetPolicy(options),
  };
}
