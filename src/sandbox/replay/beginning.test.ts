import { expect, test } from 'vitest';
import { Client } from '../../../tests/webhooks/client.ts';
import { createSandbox } from '../sandbox.ts';
import { beginningOf } from './beginning.ts';

const AT = '2026-03-02T09:00:00Z';

/** How a workspace stands, but for a clock that goes. */
async function lookAt(client: Client): Promise<unknown[]> {
  const [clock, ...others] = await Promise.all(
    ['clock', 'state', 'faults', 'receiver'].map((path) => client.ask<object>('GET', `/_sandbox/${path}`)),
  );
  return [clock && 'frozen' in clock && clock.frozen ? clock : 'goes', ...others];
}

test.each<[string, ...[method: string, path: string, body: object][]]>([
  ['nothing at all'],
  ['a clock that stands', ['POST', '/_sandbox/clock', { now: AT, frozen: true }]],
  ['records', ['POST', '/v1/contacts', { email: 'a@example.com' }]],
  ['an error', ['PUT', '/_sandbox/faults', { status: 500, rate: 0.25, latency_ms: 5 }]],
  ['a recipe', ['PUT', '/_sandbox/faults', { recipe: 'truncated-body', count: 3, latency_ms: 5 }]],
  ['a receiver', ['PUT', '/_sandbox/receiver', { status: 404, delay_ms: 7 }]],
])('a fresh workspace is brought to where another stands: with %s', async (_what, ...changes) => {
  const sandbox = createSandbox({ rateLimits: false });
  const client = new Client((request) => sandbox.fetch(request));
  for (const [method, path, body] of changes) await client.ask(method, path, body);
  const stands = await lookAt(client);
  const { now, requests } = await beginningOf(async (path) => {
    const headers = { Authorization: 'Bearer sk_test_admin' };
    return sandbox.fetch(new Request(`http://sandbox/_sandbox${path}`, { headers }));
  });
  expect(Math.abs(now - Date.parse((await client.ask<{ now: string }>('GET', '/_sandbox/clock')).now))).toBeLessThan(
    60_000,
  );
  const other = createSandbox({ rateLimits: false });
  const fresh = new Client((request) => other.fetch(request));
  for (const { method, path, body } of requests) await fresh.ask(method, path, JSON.parse(body));
  expect(await lookAt(fresh)).toEqual(stands);
});

test('where a look is refused, there is no beginning', async () => {
  await expect(beginningOf(() => Promise.resolve(Response.json({}, { status: 401 })))).rejects.toThrow('401');
});
