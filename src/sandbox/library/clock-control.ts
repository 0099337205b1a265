import type { Ask } from './control-request.ts';
import { millisecondsOf } from './duration.ts';
import type { Duration } from './duration.ts';

/** What time it is in the workspace. */
export interface ClockState {
  /** RFC 3339, in UTC. */
  readonly now: string;
  readonly frozen: boolean;
}

/** The workspace's own clock: records, limits, tokens and webhook retries go by it. */
export interface ClockControl {
  /** Tells the time. */
  get(): Promise<ClockState>;
  /** Moves the clock forward. Resolves when everything that was due on the way has been done, each at its own time. */
  advance(by: Duration): Promise<ClockState>;
  /** Stops the clock, where it stands or at a time: a `Date`, or a text of RFC 3339. */
  freeze(at?: Date | string): Promise<ClockState>;
  /** Sets the clock to a time. It goes on from there, unless it is frozen. */
  set(now: Date | string): Promise<ClockState>;
  /** Lets a frozen clock go on. */
  unfreeze(): Promise<ClockState>;
}

export function clockControl(ask: Ask): ClockControl {
  const move = (body: object): Promise<ClockState> => ask('POST', '/clock', body);
  return {
    get: () => ask('GET', '/clock'),
    advance: async (by) => move({ advance_seconds: millisecondsOf(by) / 1000 }),
    freeze: async (at) => move({ ...(at !== undefined && { now: timeOf(at) }), frozen: true }),
    set: async (now) => move({ now: timeOf(now) }),
    unfreeze: () => move({ frozen: false }),
  };
}

function timeOf(time: Date | string): string {
  if (typeof time === 'string') return time;
  if (Number.isNaN(time.getTime())) throw new TypeError('The Date to set the clock to is invalid');
  return time.toISOString();
}
