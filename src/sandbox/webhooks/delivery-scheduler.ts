import type { Workspace } from '../records/workspace.ts';
import { Lane } from './delivery-queue.ts';
import type { LaneContext } from './delivery-queue.ts';

/** After a failure to write, milliseconds until the next try. */
const RECOVERY = 5_000;

type Cancel = () => void;

/** To a moment or by a time, in milliseconds; frozen then or not, as before when left out. */
export type ClockMove = ({ readonly to: number } | { readonly by: number }) & { readonly frozen?: boolean | undefined };

/** Runs the rounds of one workspace when there is something to do, or as fast as it can while its clock is moved. */
export class Driver {
  readonly #workspace: Workspace;
  readonly #context: LaneContext;
  readonly #lane: Lane;
  #timers: Cancel[] = [];
  #running: Promise<void> | undefined;
  #isStirred = false;
  #isAdvancing = false;
  /** Resolves when the clock is not being moved. */
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;
  #landed: (() => void) | undefined;
  readonly #idle: () => void;

  /** @param idle is called when nothing is left to do */
  constructor(workspace: Workspace, context: LaneContext, idle: () => void) {
    this.#workspace = workspace;
    this.#context = context;
    this.#idle = idle;
    this.#lane = new Lane(workspace, context, () => {
      this.#landed?.();
      this.stir();
    });
  }

  /** Has it looked at soon, after what is under way in this turn of the event loop. */
  stir(): void {
    if (this.#isClosed || this.#isAdvancing) return;
    if (this.#running) this.#isStirred = true;
    else this.#arm([this.#context.clock.wake(this.#context.clock.now(), () => this.#start())]);
  }

  /** Does what is due now. What the network has to answer is not waited for. */
  async settle(): Promise<void> {
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
    this.#lane.abort();
    this.#landed?.();
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
      await store.transact(this.#workspace, () => {
        clocks.release(this.#workspace);
        // Another page may have moved the clock meanwhile.
        const to = 'to' in move ? move.to : Math.max(now + move.by, clocks.now(this.#workspace));
        clocks.set(this.#workspace, to, move.frozen ?? clocks.isFrozen(this.#workspace));
      });
    } finally {
      clocks.release(this.#workspace);
      this.#isAdvancing = false;
      this.stir();
    }
  }

  async #runUntil(start: number, end: number): Promise<void> {
    for (let now = start; now <= end && !this.#isClosed;) {
      this.#context.clocks.hold(this.#workspace, now);
      const { isBusy, nextAt, patientUntil } = await this.#lane.round();
      if (isBusy || this.#lane.hasLanded) continue;
      if (this.#lane.isAwaiting) await this.#landing(patientUntil);
      else now = Math.max(now, nextAt ?? Infinity);
    }
  }

  /** Waits for an answer from the network, or until patience with it has ended. */
  #landing(patientUntil: number | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#landed = resolve;
    this.#arm(patientUntil === undefined ? [] : [this.#context.clock.wake(patientUntil, resolve)]);
    return promise;
  }

  #start(): void {
    if (this.#isClosed || this.#isAdvancing) return;
    this.#running ??= this.#run()
      .catch((error: unknown) => {
        this.#context.report(error);
        this.#arm([this.#context.clock.wake(this.#context.clock.now() + RECOVERY, () => this.#start())]);
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#isStirred) this.stir();
      });
  }

  async #run(): Promise<void> {
    for (;;) {
      this.#isStirred = false;
      const { isBusy, nextAt, patientUntil } = await this.#lane.round();
      if (this.#isClosed || this.#isAdvancing) return;
      if (isBusy || this.#isStirred) continue;
      if (this.#lane.isIdle) this.#idle();
      else this.#wait(nextAt, patientUntil);
      return;
    }
  }

  #wait(nextAt: number | undefined, patientUntil: number | undefined): void {
    const { clock, clocks } = this.#context;
    const start = (): void => this.#start();
    const timers = [
      nextAt === undefined ? undefined : clocks.wake(this.#workspace, nextAt, start),
      patientUntil === undefined ? undefined : clock.wake(patientUntil, start),
    ];
    this.#arm(timers.filter((cancel) => cancel !== undefined));
  }

  #arm(timers: Cancel[]): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = timers;
  }
}
