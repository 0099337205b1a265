import { describe, expect, test } from 'vitest';
import { retries } from '../../../sandbox/generated/policies.ts';
import { LONGEST, STEPS, placeOf, schedule, secondsAt } from './time-scale.ts';

describe('the slider of the time machine', () => {
  test('has the attempts of the retry schedule at the same distance', () => {
    expect(schedule).toHaveLength(retries.delays_seconds.length + 1);
    expect(schedule.map(placeOf)).toEqual(schedule.map((_, index) => index * STEPS));
  });

  test('tells of every step a time that leads back to it, later ones later', () => {
    const times = Array.from({ length: LONGEST + 1 }, (_, place) => secondsAt(place));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const [place, seconds] of times.entries()) {
      if (placeOf(seconds) === place) continue;
      // Between attempts that are seconds apart some steps share a second.
      expect(secondsAt(Math.round(placeOf(seconds)))).toBe(seconds);
    }
  });

  test('ends where no attempt can come any more, whatever each takes', () => {
    const latest = (schedule.at(-1) ?? 0) + schedule.length * retries.timeout_seconds;
    expect(secondsAt(LONGEST)).toBe(latest);
    expect(placeOf(latest + 1)).toBe(LONGEST);
    expect(placeOf(-1)).toBe(0);
  });
});
