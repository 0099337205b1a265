import { describe, expect, test } from 'vitest';
import { openPrivateSandbox } from '../../../sandbox/browser.ts';
import { plans } from '../../../sandbox/generated/policies.ts';
import type { PlanId } from '../../../sandbox/generated/policies.ts';
import { Caller } from './caller.ts';
import { Loop, stretchesOf, wantedOf } from './loop.ts';
import { Sending } from './sending.ts';

const open = (plan: PlanId) => new Caller(openPrivateSandbox(), plan);

async function run(plan: PlanId, obeys: boolean): Promise<Loop> {
  const loop = new Loop({ caller: open(plan), plan: plans[plan], obeys });
  await loop.runUntil(Infinity);
  return loop;
}

describe.each(['free', 'basic'] as const)('two loops on the %s plan', (plan) => {
  test('get all that they want, and meet the limit of the minute on the way', async () => {
    for (const obeys of [false, true]) {
      const loop = await run(plan, obeys);
      expect(loop.answered).toBe(wantedOf(plans[plan]));
      expect(loop.answered).toBeGreaterThan(plans[plan].requests_per_minute);
      expect(loop.refused).toBeGreaterThan(0);
      expect(loop.doneAt).toBeGreaterThan(60_000);
    }
  });

  test('need the same time, within the second that Retry-After rounds up to; the naive one is refused far more often', async () => {
    const [naive, patient] = [await run(plan, false), await run(plan, true)];
    const rounds = patient.refused;
    expect(Math.abs((patient.doneAt ?? 0) - (naive.doneAt ?? 0))).toBeLessThanOrEqual(rounds * 1000);
    expect(naive.refused).toBeGreaterThan(10 * patient.refused);
  });
});

test('a loop that obeys Retry-After is never refused twice without an answer between', async () => {
  const sandbox = openPrivateSandbox();
  const statuses: number[] = [];
  const watched = {
    ...sandbox,
    fetch: async (request: Request) => {
      const response = await sandbox.fetch(request);
      statuses.push(response.status);
      return response;
    },
  };
  await new Loop({ caller: new Caller(watched, 'free'), plan: plans.free, obeys: true }).runUntil(Infinity);
  expect(statuses).toContain(429);
  expect(statuses.join(' ')).not.toContain('429 429');
});

test('a loop can be run second by second and comes to the same', async () => {
  const whole = await run('free', true);
  const loop = new Loop({ caller: open('free'), plan: plans.free, obeys: true });
  for (let second = 1; loop.doneAt === undefined; second += 1) await loop.runUntil(second * 1000);
  expect(loop.seconds).toEqual(whole.seconds);
});

test('seconds that are alike are told once', () => {
  const second = (number: number, answered: number) => ({ second: number, answered, refused: 1 });
  expect(stretchesOf([second(0, 5), second(1, 5), second(2, 4), second(9, 4)])).toEqual([
    { from: 0, to: 1, answered: 5, refused: 1 },
    { from: 2, to: 2, answered: 4, refused: 1 },
    { from: 9, to: 9, answered: 4, refused: 1 },
  ]);
});

describe('sending by hand', () => {
  const begin = (plan: PlanId) => new Sending(open(plan), plans[plan]);

  test('shows both budgets: the minute by the headers, the second by counting', async () => {
    const sending = begin('professional');
    await sending.send(10);
    expect(sending.last).toMatchObject({ status: 200, limit: 1000, remaining: 990, retryAfter: undefined });
    expect(sending.burstLeft).toBe(90);
    sending.wait(1000);
    expect(sending.burstLeft).toBe(100);
    expect(sending.batches).toEqual([{ at: 0, answered: 10, refused: 0 }]);
  });

  test('until refused ends with the burst, whose Retry-After is told, and whose minute has room', async () => {
    const sending = begin('free');
    await sending.sendUntilRefused();
    expect(sending.batches).toEqual([{ at: 0, answered: plans.free.burst_per_second, refused: 1 }]);
    expect(sending.burstLeft).toBe(0);
    expect(sending.last?.remaining).toBe(plans.free.requests_per_minute - plans.free.burst_per_second);
    expect(sending.last?.headers.map(([name]) => name)).toContain('Retry-After');
    expect(sending.last?.message).toContain('Free');
  });

  test('second by second ends with the minute', async () => {
    const sending = begin('free');
    while (await sending.sendASecond());
    const { requests_per_minute: minute, burst_per_second: burst } = plans.free;
    expect(sending.last).toMatchObject({ status: 429, remaining: 0 });
    expect(sending.total).toEqual({ answered: minute, refused: sending.batches.length });
    expect(sending.elapsed).toBe((minute / burst - 1) * 1000);
    sending.wait((sending.last?.retryAfter ?? 0) * 1000);
    await sending.send(1);
    expect(sending.last?.status).toBe(200);
  });
});
