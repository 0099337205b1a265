import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { AlarmStorage } from './runtime.ts';

/** How far ahead a timer is set, in milliseconds. An object may be put away after ten seconds without a request. */
const NEAR = 5_000;
/** How long after a time that has a timer the alarm goes off: where all goes well, the timer was there before it. */
const MARGIN = 1_000;

interface Entry {
  readonly at: number;
  readonly callback: () => void;
}

/** The clock of an object that may be put away. */
export interface ObjectClock extends Clock {
  /** Is called when the object's alarm has gone off. */
  rang(): void;
}

/**
 * A clock that wakes whom it has promised to, though the object that waits is put away meanwhile: the object's one alarm is set
 * to the first of all times. An object that was put away has lost its callbacks: who answers the alarm has to look for what waits.
 * @see https://developers.cloudflare.com/durable-objects/api/alarms/
 */
export class AlarmClock implements ObjectClock {
  readonly #alarms: AlarmStorage;
  readonly #timers: Clock;
  readonly #isKept: () => boolean;
  readonly #entries = new Set<Entry>();
  /** When the alarm goes off; undefined where none is set. */
  #alarmAt: number | undefined;

  /**
   * @param alarmAt the alarm that is set already
   * @param isKept false: the object is to take no room, so no alarm is set; once that changes, `rang` sets it
   * @param timers what the time is read from; its timers need not outlive the object
   */
  constructor(
    alarms: AlarmStorage,
    alarmAt: number | null,
    isKept: () => boolean = () => true,
    timers: Clock = systemClock,
  ) {
    this.#alarms = alarms;
    this.#isKept = isKept;
    this.#alarmAt = alarmAt ?? undefined;
    this.#timers = timers;
  }

  now(): number {
    return this.#timers.now();
  }

  wake(at: number, callback: () => void): () => void {
    const entry = { at, callback };
    this.#entries.add(entry);
    this.#ensure(entry);
    const cancel = this.#isNear(entry) ? this.#timers.wake(at, () => this.#run(entry)) : undefined;
    return () => {
      this.#entries.delete(entry);
      cancel?.();
    };
  }

  /** Runs what is due, and sets the alarm to the next time that somebody waits for. */
  rang(): void {
    this.#alarmAt = undefined;
    const now = this.now();
    for (const entry of [...this.#entries].filter(({ at }) => at <= now)) this.#run(entry);
    for (const entry of this.#entries) this.#ensure(entry);
  }

  #run(entry: Entry): void {
    if (this.#entries.delete(entry)) entry.callback();
  }

  #isNear({ at }: Entry): boolean {
    return at - this.now() <= NEAR;
  }

  /** Has the alarm go off in time. */
  #ensure(entry: Entry): void {
    if (!this.#isKept()) return;
    const due = Math.max(entry.at, this.now()) + (this.#isNear(entry) ? MARGIN : 0);
    if (this.#alarmAt !== undefined && this.#alarmAt <= due) return;
    this.#alarmAt = due;
    // What it is for is written along with it, and that is what answers wait for.
    void this.#alarms.setAlarm(due, { allowUnconfirmed: true });
  }
}
