import type { Clock } from '../clock.ts';
import { MemoryRateLimitStore } from './rate-limit-store.ts';
import type { RequestLog, RateLimitStore } from './rate-limit-store.ts';

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

/** What a caller could still send at once. */
export interface Budget {
  /** In this minute. */
  readonly minute: number;
  /** In this second. */
  readonly burst: number;
}

const MINUTE = 60_000;
const SECOND = 1_000;

/**
 * A sliding minute and a one-second burst per caller. Refused requests do not count.
 * @see https://developers.orbinto.com/guides/rate-limits/
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #enforced: boolean;
  readonly #store: RateLimitStore;

  /**
   * @param enforced false: the figures are told, nothing is refused
   * @param store where the times of requests are kept
   */
  constructor(clock: Clock, enforced = true, store: RateLimitStore = new MemoryRateLimitStore()) {
    this.#clock = clock;
    this.#enforced = enforced;
    this.#store = store;
  }

  /**
   * Counts one request of `caller`, if the plan lets it through.
   * @param now the caller's own time, where it has one
   */
  take(caller: string, plan: Plan, now: number = this.#clock.now()): LimitState {
    const log = this.#store.of(caller);
    if (now < log.last) log.clear();
    log.expire(now - MINUTE);
    const wait = waitOf(log, now, plan);
    if (wait === 0) log.add(now);
    return {
      limit: plan.requests_per_minute,
      remaining: Math.max(0, plan.requests_per_minute - log.size),
      reset: Math.ceil((log.size === 0 ? now : log.last + MINUTE) / SECOND),
      retryAfter: this.#enforced ? Math.ceil(wait / SECOND) : 0,
    };
  }

  /** What `take` would let through now, one after the other. Nothing is counted. */
  look(caller: string, plan: Plan, now: number): Budget {
    const log = this.#store.of(caller);
    const used = (span: number): number => (now < log.last ? 0 : countSince(log, now - span));
    const minute = Math.max(0, plan.requests_per_minute - used(MINUTE));
    return { minute, burst: Math.max(0, Math.min(minute, plan.burst_per_second - used(SECOND))) };
  }

  /** Forgets what the callers of a workspace have used. */
  clear(workspace: string): void {
    this.#store.clear(workspace);
  }
}

/** Milliseconds until a request at `now` would be let through; 0 at once. */
function waitOf(log: RequestLog, now: number, plan: Plan): number {
  return Math.max(
    waitFor(log, now, plan.requests_per_minute, MINUTE),
    waitFor(log, now, plan.burst_per_second, SECOND),
  );
}

/** The budget is back when the `count`-th last request is `span` old. */
function waitFor(log: RequestLog, now: number, count: number, span: number): number {
  if (log.size < count) return 0;
  return Math.max(0, log.fromLast(count) + span - now);
}

/** How many requests came after a time. */
function countSince(log: RequestLog, time: number): number {
  let count = 0;
  while (count < log.size && log.fromLast(count + 1) > time) count += 1;
  return count;
}
