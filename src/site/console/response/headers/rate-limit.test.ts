import { describe, expect, it } from 'vitest';
import { rateLimitOf, resetText } from './rate-limit.ts';

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
    [90_000_000, 'at 2026-11-26 13:00:00 UTC'],
  ])('writes %d ms as “%s”', (ahead, text) => expect(resetText(now + ahead, now)).toBe(text));
});
