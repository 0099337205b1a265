import type { Clock } from '../clock.ts';

/** What a plan allows. */
export interface Plan {
  readonly requests_per_minute: number;
  readonly burst_per_second: number;
}

/** Where a caller stands after a request. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  /** Unix second when the full minute budget is back. */
  readonly reset: number;
  /** Seconds to wait; 0 when the request was let through. */
  readonly retryAfter: number;
}

const MINUTE = 60_000;
const SECOND = 1_000;
const MAX_CALLERS = 10_000;

/**
 * A sliding minute and a one-second burst per caller. Refused requests do not count.
 * @see https://developers.orbinto.com/guides/rate-limits/
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #enforced: boolean;
  readonly #callers = new Map<string, Window>();

  /** @param enforced false: the figures are told, nothing is refused */
  constructor(clock: Clock, enforced = true) {
    this.#clock = clock;
    this.#enforced = enforced;
  }

  /**
   * Counts one request of `caller`, if the plan lets it through.
   * @param now the caller's own time, where it has one
   */
  take(caller: string, plan: Plan, now = this.#clock.now()): LimitState {
    const window = this.#window(caller);
    if (now < window.last) window.clear();
    window.expire(now - MINUTE);
    const wait = window.wait(now, plan);
    if (wait === 0) window.add(now);
    return {
      limit: plan.requests_per_minute,
      remaining: Math.max(0, plan.requests_per_minute - window.size),
      reset: Math.ceil((window.size === 0 ? now : window.last + MINUTE) / SECOND),
      retryAfter: this.#enforced ? Math.ceil(wait / SECOND) : 0,
    };
  }

  /** Forgets what the callers starting with `prefix` have used; all when omitted. */
  clear(matches: (caller: string) => boolean = () => true): void {
    for (const caller of this.#callers.keys()) if (matches(caller)) this.#callers.delete(caller);
  }

  #window(caller: string): Window {
    const known = this.#callers.get(caller);
    const window = known ?? new Window();
    if (known && this.#callers.size < MAX_CALLERS / 2) return known;
    this.#callers.delete(caller);
    this.#callers.set(caller, window);
    const oldest = this.#callers.keys().next().value;
    if (this.#callers.size > MAX_CALLERS && oldest !== undefined) this.#callers.delete(oldest);
    return window;
  }
}

/** The times of one caller's requests in the last minute, oldest first. */
class Window {
  #times: number[] = [];
  #first = 0;

  get size(): number {
    return this.#times.length - this.#first;
  }

  get last(): number {
    return this.#times.at(-1) ?? 0;
  }

  /** Forgets everything: the clock was put back. */
  clear(): void {
    this.#times = [];
    this.#first = 0;
  }

  add(time: number): void {
    this.#times.push(time);
  }

  /** Drops the requests at or before `time`. */
  expire(time: number): void {
    while (this.#first < this.#times.length && (this.#times[this.#first] ?? 0) <= time) this.#first += 1;
    if (this.#first < 1024 && this.#first < this.#times.length) return;
    this.#times = this.#times.slice(this.#first);
    this.#first = 0;
  }

  /** Milliseconds until a request at `now` would be let through; 0 at once. */
  wait(now: number, plan: Plan): number {
    return Math.max(
      this.#waitFor(now, plan.requests_per_minute, MINUTE),
      this.#waitFor(now, plan.burst_per_second, SECOND),
    );
  }

  /** The budget is back when the `count`-th last request is `span` old. */
  #waitFor(now: number, count: number, span: number): number {
    if (this.size < count) return 0;
    const time = this.#times[this.#times.length - count] ?? 0;
    return Math.max(0, time + span - now);
  }
}
