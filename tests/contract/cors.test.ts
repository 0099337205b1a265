/** The CORS contract that the live API keeps as well: what the guide states, over HTTP, from the same list. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { openServer } from '../open-server.ts';
import type { Server } from '../open-server.ts';
import { operations } from './contract.ts';
import { freshKey } from './transports.ts';

const { cors } = await loadPolicies();
const origin = 'https://tools.example';
let mock: Server;

beforeAll(async () => {
  mock = await openServer();
});
afterAll(() => mock.close());

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
  fetch(`${mock.url}/v1${path}`, {
    method,
    headers: { Origin: origin, ...headers },
    ...(body !== undefined && { body }),
  });
const list = (response: Response, name: string) => response.headers.get(name)?.split(', ');

function expectReadable(response: Response): void {
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(cors.allow_origin);
  expect(list(response, 'Access-Control-Expose-Headers')).toEqual(cors.expose_headers);
  expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
}

describe('a preflight', () => {
  test.each(operations.map(({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x')]))(
    'of %s %s is allowed without a key, with what the policies say',
    async (method, path) => {
      const response = await ask('OPTIONS', path, {
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization, content-type, x-custom',
      });
      expect(response.status).toBe(204);
      expect(list(response, 'Access-Control-Allow-Methods')).toEqual(cors.allow_methods);
      expect(cors.allow_methods).toContain(method);
      expect(list(response, 'Access-Control-Allow-Headers')).toEqual(cors.allow_headers);
      expect(response.headers.get('Access-Control-Max-Age')).toBe(String(cors.max_age_seconds));
      expectReadable(response);
    },
  );

  test('does not count against a limit', async () => {
    const Authorization = `Bearer ${freshKey()}`;
    const remaining = async () =>
      Number((await ask('GET', '/contacts', { Authorization })).headers.get('X-RateLimit-Remaining'));
    const before = await remaining();
    for (let times = 0; times < 5; times += 1)
      await ask('OPTIONS', '/contacts', { Authorization, 'Access-Control-Request-Method': 'GET' });
    expect(await remaining()).toBe(before - 1);
  });
});

describe('an answer', () => {
  const json = { 'Content-Type': 'application/json' };

  test('lets a page of another origin read it, errors included', async () => {
    const Authorization = `Bearer ${freshKey('_free')}`;
    const read = `Bearer ${freshKey('_read')}`;
    const answers: [status: number, Response][] = [
      [200, await ask('GET', '/contacts', { Authorization })],
      [400, await ask('GET', '/contacts?page=0', { Authorization })],
      [401, await ask('GET', '/contacts')],
      [403, await ask('POST', '/contacts', { Authorization: read, ...json }, '{}')],
      [404, await ask('GET', '/nowhere', { Authorization })],
      [405, await ask('DELETE', '/contacts', { Authorization })],
      [415, await ask('POST', '/contacts', { Authorization, 'Content-Type': 'text/plain' }, 'x')],
      [422, await ask('POST', '/contacts', { Authorization, ...json }, '{}')],
    ];
    for (const [status, response] of answers) {
      expect(response.status).toBe(status);
      expectReadable(response);
    }
    let limited = await ask('GET', '/contacts', { Authorization });
    for (let times = 0; limited.status !== 429 && times < 100; times += 1)
      limited = await ask('GET', '/contacts', { Authorization });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('Retry-After')).toMatch(/^\d+$/);
    expectReadable(limited);
  });

  test('exposes every header that the spec documents', () => {
    const exposed = new Set(cors.expose_headers.map((name) => name.toLowerCase()));
    const documented = operations.flatMap(({ responses }) => responses.flatMap(({ headers }) => headers));
    expect(documented.length).toBeGreaterThan(0);
    expect(documented.filter(({ name }) => !exposed.has(name.toLowerCase())).map(({ name }) => name)).toEqual([]);
  });
});
