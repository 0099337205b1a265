import { workspaceOf } from '../keys.ts';
import { hash } from '../random.ts';
import type { RequestLog, RateLimitStore } from './rate-limit-store.ts';

const PREFIX = 'orbinto-sandbox/limits/';
/** How many logs are left in the storage when a page opens. */
const MOST_LOGS = 100;
/** A time as text: in base 36 and of one length, so that texts compare as times do. */
const DIGITS = 10;

/**
 * Keeps the request logs in a storage that all documents of an origin share, so that two tabs have one budget and the next page goes on
 * with what is left. No key is written there, only its hash. A browser passes a write on to tabs in other processes a moment later:
 * what they count within some milliseconds may miss one another.
 * @see https://html.spec.whatwg.org/multipage/webstorage.html
 */
export class LocalStorageRateLimitStore implements RateLimitStore {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
    if (namesIn(storage, PREFIX).length > MOST_LOGS) forget(storage, PREFIX);
  }

  of(caller: string): RequestLog {
    return new StoredRequestLog(this.#storage, `${prefixOf(workspaceOf(caller))}${hash(caller).toString(36)}`);
  }

  clear(workspace: string): void {
    forget(this.#storage, prefixOf(workspace));
  }
}

/** One caller's log as it was read; what is added is written at once. */
class StoredRequestLog implements RequestLog {
  readonly #storage: Storage;
  readonly #name: string;
  #times: string;

  constructor(storage: Storage, name: string) {
    this.#storage = storage;
    this.#name = name;
    this.#times = storage.getItem(name) ?? '';
  }

  get size(): number {
    return this.#times.length / DIGITS;
  }

  get last(): number {
    return this.size === 0 ? 0 : this.fromLast(1);
  }

  fromLast(count: number): number {
    const start = this.#times.length - count * DIGITS;
    return Number.parseInt(this.#times.slice(start, start + DIGITS), 36);
  }

  add(time: number): void {
    this.#times += encode(time);
    try {
      this.#storage.setItem(this.#name, this.#times);
    } catch {
      // The storage is full: the logs are what can be spared.
      forget(this.#storage, PREFIX);
    }
  }

  expire(time: number): void {
    const last = encode(time);
    let end = 0;
    while (end < this.#times.length && this.#times.slice(end, end + DIGITS) <= last) end += DIGITS;
    this.#times = this.#times.slice(end);
  }

  clear(): void {
    this.#times = '';
  }
}

function encode(time: number): string {
  return Math.max(0, time).toString(36).padStart(DIGITS, '0');
}

function prefixOf(workspace: string): string {
  return `${PREFIX}${hash(workspace).toString(36)}/`;
}

function namesIn(storage: Storage, prefix: string): string[] {
  return Object.keys(storage).filter((name) => name.startsWith(prefix));
}

function forget(storage: Storage, prefix: string): void {
  for (const name of namesIn(storage, prefix)) storage.removeItem(name);
}
