import { timestamp } from '../clock.ts';
import type { Stored } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';
import type { Workspaces } from '../records/workspaces.ts';
import { addDeliveries, envelope } from './delivery-log.ts';
import type { DeliveryContext } from './delivery-queue.ts';
import { DeliveryScheduler } from './delivery-scheduler.ts';
import type { ClockMove } from './delivery-scheduler.ts';
import type { EventName, StoredDelivery } from './delivery.ts';
import { isBuiltInReceiver } from './receiver.ts';

/** Tells webhooks what happens, and keeps at it until they have answered. */
export class Dispatcher {
  readonly #context: DeliveryContext;
  readonly #schedulers = new Map<Workspace, DeliveryScheduler>();
  readonly #resumed = new WeakSet<Workspace>();

  constructor(context: DeliveryContext) {
    this.#context = context;
  }

  /**
   * Stores the deliveries of an event, inside of the transaction that makes it happen. They are sent once it is kept.
   * @returns the deliveries, one a webhook that asked for the event
   */
  emit(workspace: Workspace, event: EventName, data: Stored): StoredDelivery[] {
    const now = this.#context.clocks.now(workspace);
    const added = addDeliveries(workspace, event, () => envelope(event, timestamp(now), data), now);
    if (added.some(({ url }) => !isBuiltInReceiver(url))) this.#context.admitDelivery?.();
    if (added.length > 0) this.wake(workspace);
    return added;
  }

  /** Has a workspace's deliveries looked at soon. */
  wake(workspace: Workspace): void {
    this.#scheduler(workspace).wake();
  }

  /** Goes on with the deliveries that an earlier run has left in a workspace, once: when it is first used. */
  resume(workspace: Workspace): void {
    if (this.#resumed.has(workspace)) return;
    this.#resumed.add(workspace);
    this.wake(workspace);
  }

  /** Goes on with the deliveries that waited when the sandbox was ended. */
  resumeAll(workspaces: Workspaces): void {
    const names = this.#context.store.workspacesWith?.('deliveries', 'pending') ?? [];
    for (const name of names) this.resume(workspaces.get(name));
  }

  /**
   * Does what is due now in a workspace, so that what is told or changed next comes after it. Attempts over the network are started and
   * not waited for.
   */
  async runDue(workspace: Workspace): Promise<void> {
    await this.#schedulers.get(workspace)?.runDue();
  }

  /** Moves a workspace's clock. @see DeliveryScheduler.advance */
  advance(workspace: Workspace, move: ClockMove): Promise<void> {
    return this.#scheduler(workspace).advance(move);
  }

  /** Gives up what is under way in a workspace: it is reset, replaced or gone. */
  cancel(workspace: Workspace): void {
    void this.#schedulers.get(workspace)?.close();
    this.#schedulers.delete(workspace);
  }

  async close(): Promise<void> {
    const schedulers = [...this.#schedulers.values()];
    this.#schedulers.clear();
    await Promise.all(schedulers.map((scheduler) => scheduler.close()));
  }

  #scheduler(workspace: Workspace): DeliveryScheduler {
    const known = this.#schedulers.get(workspace);
    if (known) return known;
    const scheduler = new DeliveryScheduler(workspace, this.#context, () => {
      if (this.#schedulers.get(workspace) === scheduler) this.#schedulers.delete(workspace);
    });
    this.#schedulers.set(workspace, scheduler);
    return scheduler;
  }
}
