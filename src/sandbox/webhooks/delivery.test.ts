import { expect, test } from 'vitest';
import { judgeStatus, timedOut } from './delivery.ts';
import { builtInOutcome, isBuiltInReceiver } from './receiver.ts';

test.each([
  [199, 'The endpoint answered 199.'],
  [200, null],
  [299, null],
  [300, 'The endpoint answered 300; redirects are not followed.'],
  [399, 'The endpoint answered 399; redirects are not followed.'],
  [400, 'The endpoint answered 400.'],
])('an answer of %i: %s', (status, message) => {
  expect(judgeStatus(status)).toEqual(message === null ? null : { code: 'unsuccessful_status', message });
});

test.each([
  ['https://example.com/', true],
  ['https://hooks.example.com:8443/a', true],
  ['https://a.b.EXAMPLE.com./', true],
  ['https://example.com.evil.org/', false],
  ['https://myexample.com/', false],
  ['https://exampleXcom/', false],
  ['https://evil.org/example.com', false],
])('%s is an address of the built-in receiver: %s', (url, isIt) => {
  expect(isBuiltInReceiver(url)).toBe(isIt);
});

test('the built-in receiver answers with a body, where the status may have one', () => {
  const answer = (status: number) => builtInOutcome({ status, delay_ms: 7 });
  expect(answer(200)).toEqual({
    duration_ms: 7,
    response: { status: 200, body: 'The built-in receiver answers 200.' },
    error: null,
  });
  for (const status of [204, 205, 304]) expect(answer(status).response).toEqual({ status, body: '' });
  expect(answer(500).error).toEqual(judgeStatus(500));
});

test('the built-in receiver has timed out after 10 seconds, and not before', () => {
  expect(builtInOutcome({ status: 200, delay_ms: 9_999 })).toMatchObject({ duration_ms: 9_999, error: null });
  for (const delay_ms of [10_000, 60_000])
    expect(builtInOutcome({ status: 200, delay_ms })).toEqual({
      duration_ms: 10_000,
      response: null,
      error: timedOut(),
    });
});
