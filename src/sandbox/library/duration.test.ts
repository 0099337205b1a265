import { expect, test } from 'vitest';
import { millisecondsOf } from './duration.ts';
import type { Duration } from './duration.ts';

test.each<[Duration, number]>([
  [0, 0],
  [1500, 1500],
  ['250ms', 250],
  ['90s', 90_000],
  ['10m', 600_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
])('%j is %d milliseconds', (duration, milliseconds) => {
  expect(millisecondsOf(duration)).toBe(milliseconds);
});

test.each(['10 minutes', '10', '', 'm', '-1s', '1e3s', ' 10m', '10m\n', NaN, Infinity, -1, null, undefined, {}])(
  '%j is no duration, and is refused by name',
  (duration) => {
    expect(() => millisecondsOf(duration as Duration)).toThrow(TypeError);
    expect(() => millisecondsOf(duration as Duration)).toThrow(`'${String(duration)}' is no duration: write`);
  },
);
