import { expect, test } from 'vitest';
import { MAX_CALLERS, MemoryRateLimitStore } from './rate-limit-store.ts';

test('a log counts what came after a time, however much it has held before', () => {
  const log = new MemoryRateLimitStore().of('caller');
  expect([log.size, log.last, log.fromLast(1)]).toEqual([0, 0, 0]);
  let next = 0;
  for (const [more, expired] of [
    [3, 1],
    [2_000, 900],
    [500, 1_500],
    [10, 2_513],
    [1, 2_513],
  ] as const) {
    for (let count = 0; count < more; count += 1) log.add((next += 1));
    log.expire(expired);
    expect([log.size, log.last]).toEqual([next - expired, next > expired ? next : 0]);
    if (next > expired) expect([log.fromLast(1), log.fromLast(next - expired)]).toEqual([next, expired + 1]);
  }
  log.clear();
  expect([log.size, log.last]).toEqual([0, 0]);
});

test('of too many callers the one that has not asked for longest is forgotten', () => {
  const store = new MemoryRateLimitStore();
  const sizeOf = (caller: number): number => store.of(`caller ${caller}`).size;
  for (let caller = 0; caller < MAX_CALLERS; caller += 1) store.of(`caller ${caller}`).add(1);
  expect(sizeOf(0)).toBe(1);
  store.of('one more').add(1);
  expect([sizeOf(0), sizeOf(2), sizeOf(1)]).toEqual([1, 1, 0]);
});

test('the callers of a workspace are forgotten with it, and no others', () => {
  const store = new MemoryRateLimitStore();
  const callers = [
    'sk_test_mycompany',
    'sk_test_mycompany_read',
    'client app mycompany',
    'sk_test_another1',
    'address ::1',
  ];
  for (const caller of callers) store.of(caller).add(1);
  store.clear('mycompany');
  expect(callers.map((caller) => store.of(caller).size)).toEqual([0, 0, 0, 1, 1]);
});
