import type { Workspace } from '../records/workspace.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryContext } from './delivery-queue.ts';

/** After a failure to write, milliseconds until the next try. */
const RECOVERY = 5_000;

type Cancel = () => void;

/** To a moment or by a time, in milliseconds; frozen then or not, as before when left out. */
export type ClockMove = ({ readonly to: number } | { readonly by: number }) & {
  readonly frozen?: boolean | undefined;
  /** Moves the machine's clock instead of the workspace's: time has gone by, and nobody has set anything. */
  readonly elapse?: () => void;
};

/** Runs the rounds of one workspace when there is something to do, or as fast as it can while its clock is moved. */
export class DeliveryScheduler {
  readonly #workspace: Workspace;
  readonly #context: DeliveryContext;
  readonly #queue: DeliveryQueue;
  #timers: Cancel[] = [];
  #running: Promise<void> | undefined;
  #isWoken = false;
  #isAdvancing = false;
  /** Resolves when the clock is not being moved. */
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;
  #attemptEnded: (() => void) | undefined;
  readonly #idle: () => void;

  /** @param idle is called when nothing is left to do */
  constructor(workspace: Workspace, context: DeliveryContext, idle: () => void) {
    this.#workspace = workspace;
    this.#context = context;
    this.#idle = idle;
    this.#queue = new DeliveryQueue(workspace, context, () => {
      this.#attemptEnded?.();
      this.wake();
    });
  }

  /** Has it looked at soon, after what is under way in this turn of the event loop. */
  wake(): void {
    if (this.#isClosed || this.#isAdvancing) return;
    if (this.#running) this.#isWoken = true;
    else this.#arm([this.#context.clock.wake(this.#context.clock.now(), () => this.#start())]);
  }

  /** Does what is due now. What the network has to answer is not waited for. */
  async runDue(): Promise<void> {
    this.#start();
    await this.#running;
  }

  /**
   * Runs everything that is due up to a time, in order, each at its own due time, then has the clock go on from there.
   * An earlier time is set at once.
   */
  advance(move: ClockMove): Promise<void> {
    const turn = this.#turn.then(() => this.#advance(move));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Gives up the attempts under way. */
  abort(): void {
    this.#queue.abort();
    this.#attemptEnded?.();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#arm([]);
    this.abort();
    await this.#running;
  }

  async #advance(move: ClockMove): Promise<void> {
    const { clocks, store } = this.#context;
    this.#isAdvancing = true;
    this.#arm([]);
    await this.#running;
    try {
      const now = await store.transact(this.#workspace, () => clocks.now(this.#workspace));
      await this.#runUntil(now, 'to' in move ? move.to : now + move.by);
      if (this.#isClosed) return;
      if (move.elapse) return move.elapse();
      await store.transact(this.#workspace, () => {
        clocks.release(this.#workspace);
        // Another page may have moved the clock meanwhile.
        const to = 'to' in move ? move.to : Math.max(now + move.by, clocks.now(this.#workspace));
        clocks.set(this.#workspace, to, move.frozen ?? clocks.isFrozen(this.#workspace));
      });
    } finally {
      clocks.release(this.#workspace);
      this.#isAdvancing = false;
      this.wake();
    }
  }

  async #runUntil(start: number, end: number): Promise<void> {
    for (let now = start; now <= end && !this.#isClosed;) {
      this.#context.clocks.hold(this.#workspace, now);
      const { isBusy, nextAt, blockedUntil } = await this.#queue.round();
      if (isBusy || this.#queue.hasEnded) continue;
      if (this.#queue.isAwaiting) await this.#nextResult(blockedUntil);
      else now = Math.max(now, nextAt ?? Infinity);
    }
  }

  /** Waits for an answer from the network, or until the deliveries behind it need wait no longer. */
  #nextResult(blockedUntil: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#attemptEnded = resolve;
      this.#arm(blockedUntil === undefined ? [] : [this.#context.clock.wake(blockedUntil, resolve)]);
    });
  }

  #start(): void {
    if (this.#isClosed || this.#isAdvancing) return;
    if (this.#running) {
      // It may have looked already, and not have ended yet.
      this.#isWoken = true;
      return;
    }
    // What was waited for is seen to now: a timer that outlived this scheduler would send the same beside its successor.
    this.#arm([]);
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#context.report(error);
        this.#arm([this.#context.clock.wake(this.#context.clock.now() + RECOVERY, () => this.#start())]);
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#isWoken) this.wake();
      });
  }

  async #run(): Promise<void> {
    for (;;) {
      this.#isWoken = false;
      const { isBusy, nextAt, blockedUntil } = await this.#queue.round();
      if (this.#isClosed || this.#isAdvancing) return;
      if (isBusy || this.#isWoken) continue;
      if (this.#queue.isIdle) this.#idle();
      else this.#wait(nextAt, blockedUntil);
      return;
    }
  }

  #wait(nextAt: number | undefined, blockedUntil: number | undefined): void {
    const { clock, clocks } = this.#context;
    const start = (): void => this.#start();
    const timers = [
      nextAt === undefined ? undefined : clocks.wake(this.#workspace, nextAt, start),
      blockedUntil === undefined ? undefined : clock.wake(blockedUntil, start),
    ];
    this.#arm(timers.filter((cancel) => cancel !== undefined));
  }

  #arm(timers: Cancel[]): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = timers;
  }
}
