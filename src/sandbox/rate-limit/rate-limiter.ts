import type { Clock } from '../clock.ts';
import { MemoryWindows } from './rate-limit-store.ts';
import type { Window, Windows } from './rate-limit-store.ts';

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

/**
 * A sliding minute and a one-second burst per caller. Refused requests do not count.
 * @see https://developers.orbinto.com/guides/rate-limits/
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #enforced: boolean;
  readonly #windows: Windows;

  /**
   * @param enforced false: the figures are told, nothing is refused
   * @param windows where the times of requests are kept
   */
  constructor(clock: Clock, enforced = true, windows: Windows = new MemoryWindows()) {
    this.#clock = clock;
    this.#enforced = enforced;
    this.#windows = windows;
  }

  /**
   * Counts one request of `caller`, if the plan lets it through.
   * @param now the caller's own time, where it has one
   */
  take(caller: string, plan: Plan, now = this.#clock.now()): LimitState {
    const window = this.#windows.of(caller);
    if (now < window.last) window.clear();
    window.expire(now - MINUTE);
    const wait = waitOf(window, now, plan);
    if (wait === 0) window.add(now);
    return {
      limit: plan.requests_per_minute,
      remaining: Math.max(0, plan.requests_per_minute - window.size),
      reset: Math.ceil((window.size === 0 ? now : window.last + MINUTE) / SECOND),
      retryAfter: this.#enforced ? Math.ceil(wait / SECOND) : 0,
    };
  }

  /** Forgets what the callers of a workspace have used. */
  clear(workspace: string): void {
    this.#windows.clear(workspace);
  }
}

/** Milliseconds until a request at `now` would be let through; 0 at once. */
function waitOf(window: Window, now: number, plan: Plan): number {
  return Math.max(
    waitFor(window, now, plan.requests_per_minute, MINUTE),
    waitFor(window, now, plan.burst_per_second, SECOND),
  );
}

/** The budget is back when the `count`-th last request is `span` old. */
function waitFor(window: Window, now: number, count: number, span: number): number {
  if (window.size < count) return 0;
  return Math.max(0, window.fromLast(count) + span - now);
}
