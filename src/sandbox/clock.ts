/** Where the sandbox reads the time. A test injects its own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /**
   * Calls back, once, when the time has come; soon where it has passed already.
   * @param at milliseconds since the Unix epoch
   * @returns what takes it back
   */
  wake(at: number, callback: () => void): () => void;
}

/** The longest time that a timer can be set to. */
const MAX_TIMER = 0x7fffffff;

export const systemClock: Clock = {
  now: () => Date.now(),
  wake(at, callback) {
    let timer: ReturnType<typeof setTimeout>;
    const arm = (): void => {
      const rest = at - Date.now();
      timer = rest > MAX_TIMER ? setTimeout(arm, MAX_TIMER) : setTimeout(callback, Math.max(0, rest));
    };
    arm();
    return () => clearTimeout(timer);
  },
};

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now: number;
  #alarms: Alarm[] = [];

  /** @param start an RFC 3339 time */
  constructor(start = '2026-03-02T09:00:00Z') {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  wake(at: number, callback: () => void): () => void {
    const alarm = { at, callback };
    this.#alarms.push(alarm);
    if (at <= this.#now) queueMicrotask(() => this.advance(0));
    return () => (this.#alarms = this.#alarms.filter((other) => other !== alarm));
  }

  /** Moves the clock forward by `milliseconds` and wakes, in order, who waits for a time on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#nextAlarm(end); next; next = this.#nextAlarm(end)) {
      const alarm = next;
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
      this.#now = Math.max(this.#now, alarm.at);
      alarm.callback();
    }
    this.#now = end;
  }

  #nextAlarm(end: number): Alarm | undefined {
    return this.#alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Whole seconds where it is one, else milliseconds: `2026-03-02T09:00:00Z`, `2026-03-02T09:00:00.250Z`. */
export function preciseTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/**
 * A time as the API writes it: UTC, whole seconds.
 * @see https://www.rfc-editor.org/rfc/rfc3339
 */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
