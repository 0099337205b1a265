import { describe, expect, it } from 'vitest';
import { rateLimitOf, resetText, waitText } from './rate-limit.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const headers = (limit: string, remaining: string, reset: string): [string, string][] => [
  ['x-ratelimit-limit', limit],
  ['X-RateLimit-Remaining', remaining],
  ['x-ratelimit-reset', reset],
];

describe('rateLimitOf', () => {
  it('reads a reset in Unix seconds and in seconds from now', () => {
    const expected = { limit: 1000, remaining: 987, resetAt: now + 42_000 };
    expect(rateLimitOf(headers('1000', '987', String(now / 1000 + 42)), now)).toEqual(expected);
    expect(rateLimitOf(headers('1000', '987', '42'), now)).toEqual(expected);
  });

  it('reads a reset of thirteen digits as milliseconds', () => {
    expect(rateLimitOf(headers('1000', '987', String(now + 42_000)), now)?.resetAt).toBe(now + 42_000);
  });

  it.each(['99999999999999', '999999999999999', '9999999999', '999999999', '1000000000', '-1', '1e9', 'NaN', '4.2'])(
    'takes a reset of %s for none',
    (reset) => {
      expect(rateLimitOf(headers('1000', '987', reset), now)).toEqual({
        limit: 1000,
        remaining: 987,
        resetAt: undefined,
      });
    },
  );

  it('writes whatever reset it takes', () => {
    for (let digits = 1; digits <= 15; digits += 1)
      for (const reset of ['9'.repeat(digits), `1${'0'.repeat(digits - 1)}`]) {
        const { resetAt } = rateLimitOf(headers('10', '5', reset), now) ?? {};
        if (resetAt !== undefined) expect(resetText(resetAt, now)).toMatch(/^(?:now|in \d+ (?:s|min|h)|at 20\d\d-)/);
      }
  });

  it('finds none where there is none, or where it is no number', () => {
    expect(rateLimitOf([], now)).toBeUndefined();
    expect(rateLimitOf(headers('many', '1', '1'), now)).toBeUndefined();
    expect(rateLimitOf(headers('0', '0', '1'), now)).toBeUndefined();
  });

  it('does without a reset, and does not overflow its meter', () => {
    expect(rateLimitOf(headers('10', '50', ''), now)).toEqual({ limit: 10, remaining: 10, resetAt: undefined });
  });
});

describe('resetText', () => {
  it.each([
    [-5_000, 'now'],
    [0, 'now'],
    [41_001, 'in 42 s'],
    [600_000, 'in 10 min'],
    [18_000_000, 'in 5 h'],
    [90_000_000, 'at 2026-11-26 13:00:00 UTC'],
  ])('writes %d ms as “%s”', (ahead, text) => expect(resetText(now + ahead, now)).toBe(text));
});

describe('waitText', () => {
  it.each([
    [0, '0 s'],
    [119, '119 s'],
    [121, '3 min'],
    [86_400, '24 h'],
    [864_000, '10 days'],
  ])('writes %d seconds as “%s”', (seconds, text) => expect(waitText(seconds)).toBe(text));
});
