import type { Plan } from '../../../sandbox/rate-limit/rate-limiter.ts';
import type { Answer, Caller } from './caller.ts';

/** Milliseconds over which the burst is counted. */
const SECOND = 1000;

/** Requests that were sent at one moment. */
export interface Batch {
  /** Milliseconds since the beginning. */
  readonly at: number;
  readonly answered: number;
  readonly refused: number;
}

/** How many of some requests went through. */
export type Count = Pick<Batch, 'answered' | 'refused'>;

/** What somebody has sent so far, and where that leaves both budgets. */
export class Sending {
  readonly plan: Plan;
  readonly #caller: Caller;
  #batches: readonly Batch[] = [];
  #last: Answer | undefined;

  constructor(caller: Caller, plan: Plan) {
    this.#caller = caller;
    this.plan = plan;
  }

  /** Oldest first. */
  get batches(): readonly Batch[] {
    return this.#batches;
  }

  /** Of all that was sent since the beginning. */
  get total(): Count {
    const sum = (name: keyof Count): number => this.#batches.reduce((count, batch) => count + batch[name], 0);
    return { answered: sum('answered'), refused: sum('refused') };
  }

  /** The last answer. */
  get last(): Answer | undefined {
    return this.#last;
  }

  /** Milliseconds since the beginning. */
  get elapsed(): number {
    return this.#caller.elapsed;
  }

  /** What is left of this second, counted here from the answers: no header tells it. */
  get burstLeft(): number {
    const recent = this.#batches.filter(({ at }) => at > this.elapsed - SECOND);
    return this.plan.burst_per_second - recent.reduce((sum, { answered }) => sum + answered, 0);
  }

  wait(milliseconds: number): void {
    this.#caller.wait(milliseconds);
  }

  /** Sends so many requests at this moment. */
  async send(count: number): Promise<void> {
    await this.#batch(({ answered, refused }) => answered + refused < count);
  }

  /** Sends at this moment until one is refused. */
  async sendUntilRefused(): Promise<void> {
    await this.#batch(({ refused }) => refused === 0);
  }

  /**
   * Sends until refused and waits a second, as long as it is the burst that is used up.
   * @returns false once the budget of the minute is used up
   */
  async sendASecond(): Promise<boolean> {
    await this.sendUntilRefused();
    if (this.#last?.remaining === 0) return false;
    this.wait(SECOND);
    return true;
  }

  async #batch(goesOn: (sent: Batch) => boolean): Promise<void> {
    let batch: Batch = { at: this.elapsed, answered: 0, refused: 0 };
    while (goesOn(batch)) {
      this.#last = await this.#caller.send();
      const wasRefused = this.#last.retryAfter !== undefined;
      batch = wasRefused ? { ...batch, refused: batch.refused + 1 } : { ...batch, answered: batch.answered + 1 };
    }
    this.#batches = [...this.#batches, batch];
  }
}
