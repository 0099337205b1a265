import { workspaceOf } from '../keys.ts';

/** The times of one caller's counted requests of the last minute, oldest first, in milliseconds since the Unix epoch. */
export interface RequestLog {
  readonly size: number;
  /** 0 when there is none. */
  readonly last: number;
  /** The `count`-th last time, from 1; there must be as many. */
  fromLast(count: number): number;
  add(time: number): void;
  /** Drops the requests at or before `time`. */
  expire(time: number): void;
  /** Forgets everything: the clock was put back. */
  clear(): void;
}

/** Where the request logs of all callers are kept. */
export interface RateLimitStore {
  /** The log of one caller. It is good for one request: another document may write meanwhile. */
  of(caller: string): RequestLog;
  /** Forgets the callers of a workspace. */
  clear(workspace: string): void;
}

/** How many callers are remembered; beyond, the one that has not asked for longest is forgotten. */
export const MAX_CALLERS = 10_000;

/** Keeps the request logs of one process. */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #callers = new Map<string, MemoryRequestLog>();

  of(caller: string): RequestLog {
    const known = this.#callers.get(caller);
    if (known && this.#callers.size < MAX_CALLERS / 2) return known;
    const log = known ?? new MemoryRequestLog();
    this.#callers.delete(caller);
    this.#callers.set(caller, log);
    const oldest = this.#callers.keys().next().value;
    if (this.#callers.size > MAX_CALLERS && oldest !== undefined) this.#callers.delete(oldest);
    return log;
  }

  clear(workspace: string): void {
    for (const caller of this.#callers.keys()) if (workspaceOf(caller) === workspace) this.#callers.delete(caller);
  }
}

class MemoryRequestLog implements RequestLog {
  #times: number[] = [];
  #first = 0;

  get size(): number {
    return this.#times.length - this.#first;
  }

  get last(): number {
    return this.#times.at(-1) ?? 0;
  }

  fromLast(count: number): number {
    return this.#times[this.#times.length - count] ?? 0;
  }

  clear(): void {
    this.#times = [];
    this.#first = 0;
  }

  add(time: number): void {
    this.#times.push(time);
  }

  expire(time: number): void {
    while (this.#first < this.#times.length && (this.#times[this.#first] ?? 0) <= time) this.#first += 1;
    if (this.#first < 1024 && this.#first < this.#times.length) return;
    this.#times = this.#times.slice(this.#first);
    this.#first = 0;
  }
}
