import { expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import { MemoryRateLimitStore } from '../rate-limit/rate-limit-store.ts';
import { DeliveryQuota } from './delivery-quota.ts';

const START = '2026-03-02T09:00:00Z';

function setUp() {
  const clock = new ManualClock(START);
  const logs = new MemoryRateLimitStore();
  return { clock, logs, quota: new DeliveryQuota(2, clock, logs) };
}

test('as many as the limit are let through in any minute, each of them counted for exactly one', () => {
  const { clock, quota } = setUp();
  expect([quota.take(), quota.take(), quota.take()]).toEqual([true, true, false]);
  clock.advance(59_999);
  expect(quota.take()).toBe(false);
  clock.advance(1);
  expect([quota.take(), quota.take(), quota.take()]).toEqual([true, true, false]);
});

test('who has used it up is told how many seconds to wait, rounded up', () => {
  const { clock, quota } = setUp();
  expect(() => quota.admit()).not.toThrow();
  quota.take();
  clock.advance(30_500);
  quota.take();
  const refusal = (seconds: string) =>
    expect.objectContaining({ code: 'delivery_limit_reached', headers: { 'Retry-After': seconds } }) as Error;
  expect(() => quota.admit()).toThrow(refusal('30'));
  expect(() => quota.admit()).toThrow(/\b2\b.*\b30\b/s);
  clock.advance(29_499);
  expect(() => quota.admit()).toThrow(refusal('1'));
  clock.advance(1);
  expect(() => quota.admit()).not.toThrow();
});

test('a clock that was put back starts anew', () => {
  const { logs, quota } = setUp();
  quota.take();
  quota.take();
  const earlier = new DeliveryQuota(2, new ManualClock('2026-03-02T08:00:00Z'), logs);
  expect(earlier.take()).toBe(true);
});
