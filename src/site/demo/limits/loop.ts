import type { Plan } from '../../../sandbox/rate-limit/rate-limiter.ts';
import type { Caller } from './caller.ts';

const SECOND = 1000;
/** The loops ask so many times as often as the burst allows: both meet each limit of any plan. */
const HASTE = 2;
/** Both want so many times the budget of a minute. */
const MINUTES = 1.5;

/** What a loop sent in one second of the sandbox's clock. */
export interface LoopSecond {
  /** Counted from 0. */
  readonly second: number;
  readonly answered: number;
  readonly refused: number;
}

/** How many answers a loop wants: more than the minute gives. */
export function wantedOf(plan: Plan): number {
  return plan.requests_per_minute * MINUTES;
}

/** Milliseconds from a request of a loop to its next, which is what one takes. */
export function paceOf(plan: Plan): number {
  return SECOND / (plan.burst_per_second * HASTE);
}

interface LoopOptions {
  readonly caller: Caller;
  readonly plan: Plan;
  /** Whether it waits as long as `Retry-After` says. If not, it asks again at once. */
  readonly obeys: boolean;
}

/** A program that wants so many answers, and asks one request after the other until it has them. */
export class Loop {
  readonly wanted: number;
  readonly #options: LoopOptions;
  readonly #pace: number;
  #seconds: readonly LoopSecond[] = [];
  #next = 0;
  #doneAt: number | undefined;

  constructor(options: LoopOptions) {
    this.#options = options;
    this.wanted = wantedOf(options.plan);
    this.#pace = paceOf(options.plan);
  }

  /** The seconds in which it sent something, in order. */
  get seconds(): readonly LoopSecond[] {
    return this.#seconds;
  }

  get answered(): number {
    return this.#seconds.reduce((sum, { answered }) => sum + answered, 0);
  }

  get refused(): number {
    return this.#seconds.reduce((sum, { refused }) => sum + refused, 0);
  }

  /** Milliseconds that it took; undefined while it still asks. */
  get doneAt(): number | undefined {
    return this.#doneAt;
  }

  /** Goes on until the sandbox's clock stands at this time, or it has all answers. @param until milliseconds since the beginning */
  async runUntil(until: number): Promise<void> {
    const { caller } = this.#options;
    while (this.#doneAt === undefined && this.#next < until) {
      caller.wait(this.#next - caller.elapsed);
      await this.#ask();
    }
  }

  async #ask(): Promise<void> {
    const { caller, obeys } = this.#options;
    const { at, retryAfter } = await caller.send();
    this.#note(Math.floor(at / SECOND), retryAfter === undefined);
    const rest = obeys ? (retryAfter ?? 0) * SECOND : 0;
    this.#next = at + this.#pace + rest;
    if (this.answered === this.wanted) this.#doneAt = this.#next;
  }

  #note(second: number, wentThrough: boolean): void {
    const last = this.#seconds.at(-1);
    const begun = last?.second === second ? last : { second, answered: 0, refused: 0 };
    const noted = wentThrough ? { ...begun, answered: begun.answered + 1 } : { ...begun, refused: begun.refused + 1 };
    this.#seconds = [...(begun === last ? this.#seconds.slice(0, -1) : this.#seconds), noted];
  }
}

/** Seconds that follow each other and are alike. */
export interface LoopStretch {
  readonly from: number;
  readonly to: number;
  readonly answered: number;
  readonly refused: number;
}

/** The same in fewer lines: what a loop did each second, as long as it did the same. */
export function stretchesOf(seconds: readonly LoopSecond[]): LoopStretch[] {
  const stretches: LoopStretch[] = [];
  for (const { second, answered, refused } of seconds) {
    const last = stretches.at(-1);
    const goesOn = last?.to === second - 1 && last.answered === answered && last.refused === refused;
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: second };
    else stretches.push({ from: second, to: second, answered, refused });
  }
  return stretches;
}
