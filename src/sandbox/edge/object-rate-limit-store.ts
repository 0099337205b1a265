import type { Clock } from '../clock.ts';
import { MemoryRateLimitStore } from '../rate-limit/rate-limit-store.ts';
import type { RateLimitStore, RequestLog } from '../rate-limit/rate-limit-store.ts';
import type { ObjectFile } from './object-file.ts';

/**
 * How long after a request its count is written down, in milliseconds, together with those of the time between: before its object may
 * be put away, and as seldom as that allows, because each time the disk is waited for.
 */
const DELAY = 5_000;
const NAME = 'requests';

/** The times of one caller: the first in milliseconds since the Unix epoch, then how long after the one before. */
type Kept = Readonly<Record<string, readonly number[]>>;

/**
 * Keeps the request logs of one object. They are in memory, and written down every five seconds at most: an object that is put
 * away, which happens after ten seconds without a request, goes on counting where it was. One that is killed forgets its last seconds.
 */
export class ObjectRateLimitStore implements RateLimitStore {
  readonly #file: ObjectFile;
  readonly #clock: Clock;
  readonly #logs = new MemoryRateLimitStore();
  readonly #callers = new Set<string>();
  readonly #open: () => void;
  readonly #isKept: () => boolean;
  #isRead = false;
  /** Takes back the next writing; undefined where none is awaited. */
  #cancelWriting: (() => void) | undefined;

  /**
   * @param open opens the file
   * @param clock its timers need not outlive the object
   * @param isKept false: the object is to take no room, so the counts stay in memory
   */
  constructor(file: ObjectFile, open: () => void, clock: Clock, isKept: () => boolean = () => true) {
    this.#file = file;
    this.#open = open;
    this.#clock = clock;
    this.#isKept = isKept;
  }

  of(caller: string): RequestLog {
    this.#read();
    this.#callers.add(caller);
    this.#writeSoon();
    return this.#logs.of(caller);
  }

  clear(workspace: string): void {
    this.#read();
    this.#logs.clear(workspace);
    this.#writeSoon();
  }

  /** Writes nothing more: the file is about to be deleted. */
  close(): void {
    this.#cancelWriting?.();
    this.#cancelWriting = () => undefined;
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    if (!this.#file.exists) return;
    this.#open();
    const kept = JSON.parse(this.#file.setting(NAME) ?? '{}') as Kept;
    for (const [caller, times] of Object.entries(kept)) {
      const log = this.#logs.of(caller);
      this.#callers.add(caller);
      let time = 0;
      for (const step of times) log.add((time += step));
    }
  }

  #writeSoon(): void {
    this.#cancelWriting ??= this.#clock.wake(this.#clock.now() + DELAY, () => {
      this.#cancelWriting = undefined;
      if (this.#isKept()) this.#write();
    });
  }

  #write(): void {
    const kept: Record<string, number[]> = {};
    for (const caller of this.#callers) {
      const steps = stepsOf(this.#logs.of(caller));
      if (steps.length > 0) kept[caller] = steps;
      else this.#callers.delete(caller);
    }
    this.#open();
    this.#file.set(NAME, JSON.stringify(kept));
  }
}

function stepsOf(log: RequestLog): number[] {
  const steps: number[] = [];
  let before = 0;
  for (let count = log.size; count > 0; count -= 1) {
    const time = log.fromLast(count);
    steps.push(time - before);
    before = time;
  }
  return steps;
}
