import { describe, expect, test } from 'vitest';
import { fakeStorage } from '../../../tests/fake-storage.ts';
import { fc } from '../../../tests/fast-check.ts';
import { ManualClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { plans } from '../generated/policies.ts';
import { LocalStorageRateLimitStore } from './local-storage-rate-limit-store.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { LimitState, Plan } from './rate-limiter.ts';

const PLAN: Plan = { requests_per_minute: 12, burst_per_second: 4 };

/** Times between requests, in milliseconds: bursts, pauses, and exactly a second or a minute. */
const gaps = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 70_000 }), fc.constantFrom(0, 1000, 60_000)),
  {
    maxLength: 120,
  },
);

/** The rules as they are told, on a list of the times of all counted requests. */
function model(counted: readonly number[], now: number, plan: Plan): boolean {
  const within = (span: number): number => counted.filter((time) => time > now - span).length;
  return within(60_000) < plan.requests_per_minute && within(1000) < plan.burst_per_second;
}

/** Where counts are kept, and the limiters of all who count there: each request goes to the next of them. */
const kept: readonly (readonly [string, (clock: Clock) => readonly RateLimiter[]])[] = [
  ['in one process', (clock) => [new RateLimiter(clock)]],
  [
    'in a storage that three documents share',
    (clock) => {
      const storage = fakeStorage();
      return [1, 2, 3].map(() => new RateLimiter(clock, true, new LocalStorageRateLimitStore(storage)));
    },
  ],
];

function take(limiters: readonly RateLimiter[], turn: number): LimitState {
  return (limiters[turn % limiters.length] as RateLimiter).take('caller', PLAN);
}

describe.each(kept)('the limits, kept %s,', (_where, open) => {
  test('let through what a plain count of the last minute and the last second lets through', () => {
    fc.assert(
      fc.property(gaps, (times) => {
        const clock = new ManualClock();
        const limiters = open(clock);
        const counted: number[] = [];
        for (const [turn, gap] of times.entries()) {
          clock.advance(gap);
          const now = clock.now();
          const allowed = model(counted, now, PLAN);
          const within = (span: number) => counted.filter((time) => time > now - span).length;
          const minute = PLAN.requests_per_minute - within(60_000);
          expect(limiters[turn % limiters.length]?.look('caller', PLAN, now)).toEqual({
            minute,
            burst: Math.min(minute, PLAN.burst_per_second - within(1000)),
          });
          const state = take(limiters, turn);
          expect(state.retryAfter === 0).toBe(allowed);
          if (allowed) counted.push(now);
          const inMinute = counted.filter((time) => time > now - 60_000);
          expect(state.remaining).toBe(PLAN.requests_per_minute - inMinute.length);
          expect(state.reset).toBe(Math.ceil(((inMinute.at(-1) ?? now - 60_000) + 60_000) / 1000));
        }
      }),
    );
  });

  test('tell as Retry-After the first whole second at which a request is let through', () => {
    fc.assert(
      fc.property(gaps, (times) => {
        const clock = new ManualClock();
        const limiters = open(clock);
        const counted: number[] = [];
        for (const [turn, gap] of times.entries()) {
          clock.advance(gap);
          const { retryAfter } = take(limiters, turn);
          if (retryAfter === 0) {
            counted.push(clock.now());
            continue;
          }
          expect(model(counted, clock.now() + retryAfter * 1000, PLAN)).toBe(true);
          expect(model(counted, clock.now() + (retryAfter - 1) * 1000, PLAN)).toBe(false);
        }
      }),
    );
  });
});

describe.each(Object.entries(plans))('the %s plan', (_name, plan) => {
  test('refuses the request after its burst, and lets one through a second later', () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter(clock);
    const burst = Array.from({ length: plan.burst_per_second }, () => limiter.take('caller', plan));
    expect(burst.every(({ retryAfter }) => retryAfter === 0)).toBe(true);
    const refused = limiter.take('caller', plan);
    expect(refused.retryAfter).toBe(1);
    expect(refused.remaining).toBe(plan.requests_per_minute - plan.burst_per_second);
    clock.advance(1000);
    expect(limiter.take('caller', plan).retryAfter).toBe(0);
  });

  test('refuses the request after its minute, with nothing remaining', () => {
    const clock = new ManualClock();
    const limiter = new RateLimiter(clock);
    const step = Math.ceil(1000 / plan.burst_per_second);
    for (let sent = 0; sent < plan.requests_per_minute; sent += 1) {
      expect(limiter.take('caller', plan).retryAfter).toBe(0);
      clock.advance(step);
    }
    expect(limiter.take('caller', plan)).toMatchObject({ limit: plan.requests_per_minute, remaining: 0 });
    expect(limiter.take('caller', plan).retryAfter).toBeGreaterThan(0);
  });
});

test('callers do not share a budget', () => {
  const limiter = new RateLimiter(new ManualClock());
  const take = (caller: string): LimitState => limiter.take(caller, PLAN);
  for (let sent = 0; sent < PLAN.burst_per_second; sent += 1) take('first');
  expect(take('first').retryAfter).toBe(1);
  expect(take('second').retryAfter).toBe(0);
});

test('without enforcement the figures are told and nothing is refused', () => {
  const limiter = new RateLimiter(new ManualClock(), false);
  const states = Array.from({ length: 20 }, () => limiter.take('caller', PLAN));
  expect(states.every(({ retryAfter }) => retryAfter === 0)).toBe(true);
  expect(states.at(-1)?.remaining).toBe(PLAN.requests_per_minute - PLAN.burst_per_second);
});

test('clearing a workspace gives its keys and tokens their budget back, and nobody else', () => {
  const storage = fakeStorage();
  for (const limiter of [
    new RateLimiter(new ManualClock()),
    new RateLimiter(new ManualClock(), true, new LocalStorageRateLimitStore(storage)),
  ]) {
    const callers = ['sk_test_mycompany', 'sk_test_mycompany_read_free', 'client client_test mycompany'];
    const others = ['sk_test_othercompany', 'sk_test_admin', 'client client_test seeded', 'address 127.0.0.1'];
    for (const caller of [...callers, ...others]) limiter.take(caller, PLAN);
    limiter.clear('mycompany');
    const remaining = (caller: string): number => limiter.take(caller, PLAN).remaining;
    expect(callers.map(remaining)).toEqual(callers.map(() => PLAN.requests_per_minute - 1));
    expect(others.map(remaining)).toEqual(others.map(() => PLAN.requests_per_minute - 2));
  }
});

describe('a shared storage', () => {
  const open = (storage: Storage) => new RateLimiter(new ManualClock(), true, new LocalStorageRateLimitStore(storage));

  test('holds no key and no token', () => {
    const storage = fakeStorage();
    open(storage).take('sk_test_mycompany', PLAN);
    expect(JSON.stringify(storage)).not.toContain('mycompany');
    expect(Object.keys(storage)).toHaveLength(1);
  });

  test('that is full refuses nobody', () => {
    const storage = fakeStorage(100);
    const limiter = open(storage);
    const states = Array.from({ length: 200 }, (_, number) => limiter.take(`address ${number % 20}`, PLAN));
    expect(states.every(({ remaining }) => remaining > 0)).toBe(true);
  });

  test('does not grow with the callers of many pages', () => {
    const storage = fakeStorage();
    for (let page = 0; page < 50; page += 1) {
      const limiter = open(storage);
      for (let caller = 0; caller < 20; caller += 1) limiter.take(`address ${page}.${caller}`, PLAN);
    }
    expect(Object.keys(storage).length).toBeLessThanOrEqual(120);
  });
});

test('to a clock that was put back nothing has been used', () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock);
  limiter.take('caller', PLAN);
  const full = { minute: PLAN.requests_per_minute, burst: PLAN.burst_per_second };
  expect(limiter.look('caller', PLAN, clock.now())).toEqual({ minute: full.minute - 1, burst: full.burst - 1 });
  expect(limiter.look('caller', PLAN, clock.now() - 1)).toEqual(full);
});
