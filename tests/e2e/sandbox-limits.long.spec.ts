import { plans } from '../../src/sandbox/generated/policies.ts';
import { expect, test } from './fixtures.ts';
import { control, load, meet, openTab, send } from './sandbox-tab.ts';

const KEY = 'sk_test_free';
const { requests_per_minute, burst_per_second } = plans.free;

test('all tabs and the pages after them count against one budget, by one clock', async ({ context }) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  const read = async (page: typeof first) => {
    await meet(first, second);
    return send(page, 'GET', '/operators', undefined, KEY);
  };
  await read(second);
  // The other tab has looked at the time before it is stopped.
  await control(first, 'POST', '/clock', { now: '2026-03-02T09:00:00Z', frozen: true });

  const remaining: number[] = [];
  for (let sent = 0; sent < burst_per_second; sent += 1) {
    remaining.push((await read(sent % 2 === 0 ? first : second)).remaining);
  }
  expect(remaining).toEqual(remaining.map((_, sent) => requests_per_minute - 1 - sent));
  for (const page of [first, second]) expect((await read(page)).body.error?.code).toBe('rate_limit_exceeded');

  await first.reload();
  await load(first);
  expect(await read(first)).toMatchObject({ status: 429, remaining: requests_per_minute - burst_per_second });
  await control(second, 'POST', '/clock', { advance_seconds: 1 });
  expect(await read(first)).toMatchObject({ status: 200, remaining: requests_per_minute - burst_per_second - 1 });
  expect(await read(second)).toMatchObject({ status: 200, remaining: requests_per_minute - burst_per_second - 2 });
});

test('a reset in one tab gives the budget back in all', async ({ context }) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  await control(first, 'POST', '/clock', { now: '2026-03-02T09:00:00Z', frozen: true });
  for (let sent = 0; sent <= burst_per_second; sent += 1) await send(first, 'GET', '/operators', undefined, KEY);
  await meet(first, second);
  expect((await send(second, 'GET', '/operators', undefined, KEY)).status).toBe(429);
  await control(second, 'POST', '/reset');
  await meet(first, second);
  expect(await send(first, 'GET', '/operators', undefined, KEY)).toMatchObject({
    status: 200,
    remaining: requests_per_minute - 1,
  });
});

test('faults and the answers of the receiver hold in every tab, and in the pages after them', async ({ context }) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  expect((await send(second, 'GET', '/operators')).status).toBe(200);
  await control(first, 'PUT', '/faults', { status: 500 });
  expect((await send(second, 'GET', '/operators')).status).toBe(500);
  await second.reload();
  await load(second);
  expect((await send(second, 'GET', '/operators')).status).toBe(500);
  await control(second, 'PUT', '/faults', { status: null });
  expect((await send(first, 'GET', '/operators')).status).toBe(200);

  await control(second, 'PUT', '/receiver', { status: 503 });
  expect((await control(first, 'GET', '/receiver')).body).toMatchObject({ status: 503 });
});
