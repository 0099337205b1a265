import { expect, test } from 'vitest';
import { plans } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Credential } from '../keys.ts';
import { requireWithinLimit } from './limit-exceeded.ts';

const caller = { plan: 'basic' } as Credential;
const state = { limit: plans.basic.requests_per_minute, reset: 0 };

function refusal(remaining: number): ApiError {
  try {
    requireWithinLimit(caller, { ...state, remaining, retryAfter: 7 });
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  return expect.unreachable();
}

test.each([
  ['second', 1, plans.basic.burst_per_second],
  ['minute', 0, plans.basic.requests_per_minute],
])('a caller is told that the budget of a %s is used up', (window, remaining, limit) => {
  const { status, headers, message } = refusal(remaining);
  expect([status, headers]).toEqual([429, { 'Retry-After': '7' }]);
  expect(message).toContain(`${limit} per ${window}`);
});

test('a caller who need not wait is let through, with the last of the budget too', () => {
  expect(() => requireWithinLimit(caller, { ...state, remaining: 0, retryAfter: 0 })).not.toThrow();
});
