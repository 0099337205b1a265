import { afterEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { plans, recipeFigures } from '../../src/sandbox/generated/policies.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { operationOf, violations } from '../contract/contract.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { ADMIN_KEY, openSandbox } from '../open-sandbox.ts';
import { Client, until } from '../webhooks/client.ts';

interface Opened {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly base: string;
  readonly clock: ManualClock;
  close(): Promise<void>;
}

const WAYS: readonly (readonly [string, () => Promise<Opened>])[] = [
  [
    'by fetch',
    () => {
      const clock = new ManualClock();
      const sandbox = createSandbox({ clock });
      return Promise.resolve({
        fetch: (request) => sandbox.fetch(request),
        base: 'http://sandbox',
        clock,
        close: () => sandbox.close(),
      });
    },
  ],
  [
    'over HTTP',
    async () => {
      const clock = new ManualClock();
      const mock = await startMock({ port: 0, clock });
      return { fetch: (request) => fetch(request), base: mock.url, clock, close: () => mock.close() };
    },
  ],
];

/** With `SANDBOX_ENGINE=workerd`, the hosted sandbox. */
const OF_HOST: typeof WAYS = [
  [
    'over HTTP, hosted on workerd',
    () => {
      const clock = new ManualClock();
      return Promise.resolve({ ...openSandbox({ clock }), base: 'http://sandbox', clock });
    },
  ],
];

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe.each(isOnWorkerd ? OF_HOST : WAYS)('a request that meets a recipe, %s,', (way, open) => {
  async function order(recipe: string, count?: number): Promise<Client> {
    opened = await open();
    const client = new Client(opened.fetch, opened.base, ADMIN_KEY);
    await client.ask('PUT', '/_sandbox/faults', { recipe, ...(count !== undefined && { count }) });
    return client;
  }

  function send(method: string, path: string, body?: object): Promise<Response> {
    const { fetch: ask, base } = opened ?? expect.unreachable();
    const headers = { Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': 'application/json' };
    return ask(new Request(`${base}/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
  }

  const create = () => send('POST', '/contacts', { email: 'new@example.com' });
  const emailOf = async (client: Client): Promise<unknown> =>
    (await client.ask<{ data: object[] }>('GET', '/v1/contacts?email=new@example.com')).data.length;

  test('lost-answer: is carried out, and nothing of its answer arrives', async () => {
    const client = await order('lost-answer');
    await expect(create()).rejects.toThrow(TypeError);
    expect(await emailOf(client)).toBe(1);
    const again = await create();
    expect([again.status, await again.json()]).toMatchObject([409, { error: { code: 'email_taken' } }]);
  });

  test('lost-answer: loses the answer of a request that is refused for its record, too', async () => {
    await order('lost-answer');
    await expect(send('GET', '/contacts/con_none')).rejects.toThrow(TypeError);
    expect((await send('GET', '/contacts/con_none')).status).toBe(404);
  });

  test('slow-headers: is carried out at once, and answered when the time has passed', async () => {
    const client = await order('slow-headers');
    let isAnswered = false;
    const answer = create().finally(() => (isAnswered = true));
    await until(async () => !('recipe' in (await client.ask<object>('GET', '/_sandbox/faults'))));
    await until(async () => (await emailOf(client)) === 1);
    const { clock } = opened ?? expect.unreachable();
    clock.advance(recipeFigures.slow_headers_seconds * 1000 - 1);
    await client.ask('GET', '/v1/operators');
    expect(isAnswered).toBe(false);
    clock.advance(1);
    // A hosted sandbox is told the time by a request.
    await client.ask('GET', '/v1/operators');
    const response = await answer;
    expect(await violations(operationOf('createContact'), response)).toEqual([]);
    expect(response.status).toBe(201);
  });

  test('truncated-body: gets status, headers and the first half of the body, then the connection breaks', async () => {
    const client = await order('truncated-body');
    const response = await create();
    expect(response.status).toBe(201);
    const length = Number(response.headers.get('Content-Length'));
    const reader = response.body?.getReader() ?? expect.unreachable();
    let text = '';
    const read = async (): Promise<void> => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += new TextDecoder().decode(part.value);
      }
    };
    await expect(read()).rejects.toThrow(TypeError);
    expect(text).toHaveLength(Math.ceil(length / 2));
    expect(text).toMatch(/^\{"id":"con_/);
    expect(await emailOf(client)).toBe(1);
  });

  test('truncated-body: is lost whole where its answer has no body', async () => {
    await order('truncated-body', 2);
    await expect(send('DELETE', '/contacts/con_abc123')).rejects.toThrow(TypeError);
    await expect(send('HEAD', '/contacts')).rejects.toThrow(TypeError);
    expect((await send('GET', '/contacts/con_abc123')).status).toBe(404);
  });

  test('error-after-work: is carried out, and answered with the documented 500', async () => {
    const client = await order('error-after-work');
    const response = await create();
    expect(await violations(operationOf('createContact'), response.clone())).toEqual([]);
    expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'internal_error' } }]);
    expect(await emailOf(client)).toBe(1);
  });

  test('error-after-work: has no body where HEAD asked', async () => {
    await order('error-after-work');
    const response = await send('HEAD', '/contacts');
    expect([response.status, await response.text()]).toEqual([500, '']);
  });

  test('rate-limit-storm: is not carried out, and told the limit as documented', async () => {
    const client = await order('rate-limit-storm', 2);
    for (let number = 0; number < 2; number += 1) {
      const response = await create();
      expect(await violations(operationOf('createContact'), response.clone())).toEqual([]);
      expect([response.status, await response.json()]).toMatchObject([429, { error: { code: 'rate_limit_exceeded' } }]);
      const told = (name: string) => Number(response.headers.get(name));
      expect(told('Retry-After')).toBe(recipeFigures.retry_after_seconds);
      expect(told('X-RateLimit-Limit')).toBe(plans.professional.requests_per_minute);
      expect(told('X-RateLimit-Remaining')).toBe(0);
      const now = Math.floor((opened ?? expect.unreachable()).clock.now() / 1000);
      expect(told('X-RateLimit-Reset')).toBeGreaterThanOrEqual(now + recipeFigures.retry_after_seconds);
    }
    expect(await emailOf(client)).toBe(0);
  });

  test('flapping: fails and goes through in turns, until as many have failed as were ordered', async () => {
    await order('flapping', 3);
    const statuses: number[] = [];
    for (let number = 0; number < 7; number += 1) statuses.push((await send('GET', '/operators')).status);
    expect(statuses).toEqual([500, 200, 500, 200, 500, 200, 200]);
  });

  test('clock-skew: is told a time that is ahead, in Date and X-RateLimit-Reset', async () => {
    await order('clock-skew');
    const skewed = await send('GET', '/operators');
    const right = await send('GET', '/operators');
    expect((await skewed.json()) as unknown).toEqual(await right.json());
    const ahead = recipeFigures.clock_skew_seconds;
    const reset = (response: Response) => Number(response.headers.get('X-RateLimit-Reset'));
    expect(reset(skewed) - reset(right)).toBe(ahead);
    const now = Math.floor((opened ?? expect.unreachable()).clock.now() / 1000);
    expect(Date.parse(skewed.headers.get('Date') ?? '')).toBe((now + ahead) * 1000);
    if (way === 'over HTTP') expect(Date.parse(right.headers.get('Date') ?? '')).toBeGreaterThan(now * 1000);
  });

  test('tells the skewed time of the workspace, where its clock was moved', async () => {
    const client = await order('clock-skew');
    await client.freeze('2027-01-01T00:00:00Z');
    const { headers } = await send('GET', '/operators');
    const ahead = recipeFigures.clock_skew_seconds * 1000;
    expect(Date.parse(headers.get('Date') ?? '')).toBe(Date.parse('2027-01-01T00:00:00Z') + ahead);
  });
});
