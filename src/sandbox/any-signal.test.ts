import { expect, test } from 'vitest';
import { anySignal } from './any-signal.ts';

test('aborts with the first signal that does, for its reason, and with no other', () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const signal = anySignal(one.signal, other.signal);
  expect(signal.aborted).toBe(false);
  other.abort('the other');
  one.abort('the one');
  expect(signal.reason).toBe('the other');
});

test('is aborted from the start where one of them is', () => {
  const signal = anySignal(new AbortController().signal, AbortSignal.abort('before'));
  expect(signal.aborted).toBe(true);
  expect(signal.reason).toBe('before');
});
