import { describe, expect, test } from 'vitest';
import { agoText, claimOf, timeText } from './service-claim.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const feed = { stale_after_seconds: 900 };
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
const at = (seconds: number, state: 'operational' | 'down' = 'operational') =>
  claimOf({ state, checked_at: ago(seconds) }, feed, now);

describe('what is known of a service', () => {
  test('is what was measured, while that is fresh', () => {
    expect(at(180)).toEqual({ state: 'operational', label: 'Operational', measured: 'measured 3 minutes ago' });
    expect(at(900).state).toBe('operational');
    expect(at(10, 'down')).toEqual({ state: 'down', label: 'Down', measured: 'measured just now' });
  });

  test('is nothing once it is stale, whatever it was', () => {
    expect(at(901)).toEqual({
      state: 'unknown',
      label: 'Unknown',
      measured: 'last measured 15 minutes ago: operational',
    });
    expect(at(901, 'down').state).toBe('unknown');
  });

  test('is nothing where it was measured in the future, but for what clocks may differ', () => {
    expect(at(-60).state).toBe('operational');
    expect(at(-61)).toMatchObject({
      state: 'unknown',
      measured: expect.stringContaining('still to come by this clock') as string,
    });
  });

  test('is nothing where nobody knows when it is read', () => {
    const claim = claimOf({ state: 'operational', checked_at: '2026-11-29T12:03:00Z' }, feed, undefined);
    expect(claim).toEqual({ state: 'unknown', label: 'Unknown', measured: 'operational at 29 Nov 2026, 12:03 UTC' });
  });

  test('is nothing where nothing was measured', () => {
    expect(claimOf({ state: 'not_measured', checked_at: ago(1) }, feed, now).state).toBe('not_measured');
    expect(claimOf({ state: 'operational', checked_at: null }, feed, now).state).toBe('not_measured');
  });
});

test('times are told in words', () => {
  expect([30, 60, 119, 3600, 86400, 172800].map((seconds) => agoText(seconds * 1000))).toEqual([
    'just now',
    '1 minute ago',
    '1 minute ago',
    '1 hour ago',
    '1 day ago',
    '2 days ago',
  ]);
  expect(timeText('2026-01-02T03:04:05Z')).toBe('2 Jan 2026, 03:04 UTC');
});
