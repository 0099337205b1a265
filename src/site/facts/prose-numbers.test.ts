import { expect, test } from 'vitest';
import { bytes, count, duration, elapsed } from './prose-numbers.ts';

test('numbers have thousands separators', () => {
  expect(count(999)).toBe('999');
  expect(count(10_000)).toBe('10,000');
});

test('sizes are written in the largest binary unit without a remainder', () => {
  expect(bytes(1_048_576)).toBe('1 MiB');
  expect(bytes(1024)).toBe('1 KiB');
  expect(bytes(1000)).toBe('1,000 bytes');
});

test('durations are written in the largest unit without a remainder', () => {
  expect(duration(10)).toBe('10 seconds');
  expect(duration(60)).toBe('1 minute');
  expect(duration(90)).toBe('90 seconds');
  expect(duration(1800)).toBe('30 minutes');
  expect(duration(3600)).toBe('1 hour');
  expect(duration(30 * 86_400)).toBe('30 days');
});

test('elapsed time is written in minutes and seconds', () => {
  expect(elapsed(0)).toBe('0 s');
  expect(elapsed(40)).toBe('40 s');
  expect(elapsed(120)).toBe('2 min');
  expect(elapsed(2560)).toBe('42 min 40 s');
});
