import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ManualClock, preciseTimestamp, systemClock, timestamp } from './clock.ts';

describe('the clock of the machine', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  // A spy on a timer that is faked goes first: to take it off later would bring the faked one back.
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  /** The longest time that a timer can be set to. */
  const MOST = 2 ** 31 - 1;

  test.each([MOST - 1, MOST, MOST + 1, 3 * MOST])('wakes once, at %i and not before', (at) => {
    const woken = vi.fn();
    systemClock.wake(at, woken);
    vi.advanceTimersByTime(at - 1);
    expect(woken).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(woken).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(MOST);
    expect(woken).toHaveBeenCalledTimes(1);
  });

  test('never sets a timer that would go off at once because it is too long', () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    systemClock.wake(MOST, () => undefined)();
    systemClock.wake(3 * MOST, () => undefined)();
    for (const [, delay] of set.mock.calls) expect(delay).toBeLessThanOrEqual(MOST);
    expect(set).toHaveBeenCalledTimes(2);
  });

  test('wakes soon for what has passed, and not at all once that is taken back', () => {
    vi.setSystemTime(1000);
    const [woken, takenBack] = [vi.fn(), vi.fn()];
    systemClock.wake(1, woken);
    systemClock.wake(1, takenBack)();
    const long = systemClock.wake(3 * MOST, takenBack);
    vi.advanceTimersByTime(MOST + 1);
    long();
    vi.advanceTimersByTime(3 * MOST);
    expect(woken).toHaveBeenCalledTimes(1);
    expect(takenBack).not.toHaveBeenCalled();
  });
});

describe('a clock that is moved by hand', () => {
  test('wakes in the order of the times, each at its own', () => {
    const clock = new ManualClock('1970-01-01T00:00:00Z');
    const seen: [string, number][] = [];
    const note = (name: string) => () => void seen.push([name, clock.now()]);
    clock.wake(30, note('last'));
    clock.wake(10, note('first'));
    clock.wake(10, note('second'));
    clock.wake(31, note('never'));
    const takeBack = clock.wake(20, note('taken back'));
    clock.wake(5, takeBack);
    clock.advance(30);
    expect(seen).toEqual([
      ['first', 10],
      ['second', 10],
      ['last', 30],
    ]);
    expect(clock.now()).toBe(30);
  });

  test('wakes who asks for a time that has passed without a move, and goes back for nobody', async () => {
    const clock = new ManualClock('1970-01-01T00:00:01Z');
    const times: number[] = [];
    clock.wake(1000, () => void times.push(clock.now()));
    clock.wake(0, () => void times.push(clock.now()));
    expect(times).toEqual([]);
    await Promise.resolve();
    expect(times).toEqual([1000, 1000]);
  });
});

test('a time is told in whole seconds where it is one', () => {
  expect(preciseTimestamp(1000)).toBe('1970-01-01T00:00:01Z');
  expect(preciseTimestamp(1250)).toBe('1970-01-01T00:00:01.250Z');
  expect(timestamp(1999)).toBe('1970-01-01T00:00:01Z');
});
