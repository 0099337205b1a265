import { timestamp } from '../clock.ts';
import type { Stored } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';
import type { Workspaces } from '../records/workspaces.ts';
import { addDeliveries, envelope } from './delivery-log.ts';
import type { EventName, StoredDelivery } from './delivery.ts';
import { Driver } from './delivery-scheduler.ts';
import type { ClockMove } from './delivery-scheduler.ts';
import type { LaneContext } from './delivery-queue.ts';

/** Tells webhooks what happens, and keeps at it until they have answered. */
export class Dispatcher {
  readonly #context: LaneContext;
  readonly #drivers = new Map<Workspace, Driver>();
  readonly #watched = new WeakSet<Workspace>();

  constructor(context: LaneContext) {
    this.#context = context;
  }

  /**
   * Stores the deliveries of an event, inside of the transaction that makes it happen. They are sent once it is kept.
   * @returns the deliveries, one a webhook that asked for the event
   */
  emit(workspace: Workspace, event: EventName, data: Stored): StoredDelivery[] {
    const now = this.#context.clocks.now(workspace);
    const added = addDeliveries(workspace, event, () => envelope(event, timestamp(now), data), now);
    if (added.length > 0) this.stir(workspace);
    return added;
  }

  /** Has a workspace's deliveries looked at soon. */
  stir(workspace: Workspace): void {
    this.#driver(workspace).stir();
  }

  /** Goes on with what a workspace was left with, when it is first used. */
  watch(workspace: Workspace): void {
    if (this.#watched.has(workspace)) return;
    this.#watched.add(workspace);
    this.stir(workspace);
  }

  /** Goes on with the deliveries that waited when the sandbox was ended. */
  resume(workspaces: Workspaces): void {
    const names = this.#context.store.workspacesWith?.('deliveries', 'pending') ?? [];
    for (const name of names) this.watch(workspaces.get(name));
  }

  /**
   * Does what is due now in a workspace, so that what is told or changed next comes after it. Attempts over the network are started and
   * not waited for.
   */
  async settle(workspace: Workspace): Promise<void> {
    await this.#drivers.get(workspace)?.settle();
  }

  /** Moves a workspace's clock. @see Driver.advance */
  advance(workspace: Workspace, move: ClockMove): Promise<void> {
    return this.#driver(workspace).advance(move);
  }

  /** Gives up what is under way in a workspace: it is reset, replaced or gone. */
  cancel(workspace: Workspace): void {
    void this.#drivers.get(workspace)?.close();
    this.#drivers.delete(workspace);
  }

  async close(): Promise<void> {
    const drivers = [...this.#drivers.values()];
    this.#drivers.clear();
    await Promise.all(drivers.map((driver) => driver.close()));
  }

  #driver(workspace: Workspace): Driver {
    const known = this.#drivers.get(workspace);
    if (known) return known;
    const driver = new Driver(workspace, this.#context, () => {
      if (this.#drivers.get(workspace) === driver) this.#drivers.delete(workspace);
    });
    this.#drivers.set(workspace, driver);
    return driver;
  }
}
