import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { Flow } from '../oauth/flow.ts';
import { Client, openClient } from '../webhooks/client.ts';

/** Every path of the control interface with a method that it takes. */
const PATHS: [string, string, object?][] = [
  ['POST', '/reset'],
  ['GET', '/state'],
  ['PUT', '/state', { format: 'orbinto-sandbox', version: 1, seed: 1 }],
  ['GET', '/clock'],
  ['POST', '/clock', { advance_seconds: 1 }],
  ['GET', '/faults'],
  ['PUT', '/faults', {}],
  ['GET', '/recipes'],
  ['GET', '/workspaces'],
  ['GET', '/receiver'],
  ['PUT', '/receiver', {}],
  ['POST', '/events', { event: 'message.created' }],
  ['GET', '/deliveries'],
];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, corsOrigins: ['http://localhost:3000'] });
});
afterAll(() => mock.close());

function client(): Client {
  return new Client((one) => fetch(one), mock.url);
}

/** Sends a request with headers that `fetch` does not let one choose. */
function raw(method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { Authorization: 'Bearer sk_test_admin', ...headers } };
    const sent = request(`${mock.url}${path}`, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe.each(PATHS)('%s /_sandbox%s', (method, path, body) => {
  const target = `/_sandbox${path}`;

  test('refuses what it would ignore: a query, and a body where it reads none', async () => {
    if (path !== '/deliveries') {
      const odd = await client().send<{ error: object }>(method, `${target}?dry_run=1`, body);
      expect(odd).toMatchObject({
        status: 400,
        body: { error: { code: 'unknown_query_parameter', param: 'dry_run' } },
      });
    }
    if (body || method === 'GET') return;
    const { status, body: refusal } = await client().send<object>(method, target, { dry_run: true });
    expect([status, refusal]).toMatchObject([422, { error: { code: 'unknown_parameter', param: 'dry_run' } }]);
  });

  test('takes a key and nothing less', async () => {
    expect((await client().send(method, target, body)).status).toBeLessThan(300);
    expect((await client().as('').send(method, target, body)).status).toBe(401);
    expect((await client().as('sk_live_abc').send(method, target, body)).status).toBe(401);
  });

  test('does nothing for a page of a foreign origin', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost:9999',
      'http://localhost:4321.evil.example',
    ]) {
      expect(await client().send(method, target, body, { Origin: origin })).toMatchObject({
        status: 403,
        body: { error: { code: 'origin_not_allowed' } },
      });
      const preflight = { Origin: origin, 'Access-Control-Request-Method': method };
      const { status, headers } = await client().send('OPTIONS', target, undefined, preflight);
      expect(status).toBe(403);
      expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
    }
  });

  test('serves the site’s own pages and those of --cors-origin', async () => {
    for (const origin of ['http://localhost:4321', 'http://localhost:3000']) {
      const { status, headers } = await client().send(method, target, body, { Origin: origin });
      expect(status).toBeLessThan(300);
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
      const preflight = { Origin: origin, 'Access-Control-Request-Method': method };
      const answer = await client().send('OPTIONS', target, undefined, preflight);
      expect(answer.status).toBe(204);
      expect(answer.headers.get('Access-Control-Allow-Methods')).toContain(method);
    }
  });

  test('does nothing for a host name that was rebound to this machine', async () => {
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example']) {
      expect(await raw(method, target, { Host: host })).toBe(421);
    }
  });

  test('does nothing for another machine unless that is allowed', async () => {
    const ask = (address: string, remoteControl: boolean): Promise<Response> => {
      const sandbox = createSandbox({ remoteControl });
      const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      return sandbox.fetch(new Request(`http://sandbox${target}`, init), { address });
    };
    for (const address of ['192.168.1.7', '8.8.8.8', '2001:4860::1', '']) {
      expect((await ask(address, false)).status).toBe(403);
      expect((await ask(address, true)).status).toBeLessThan(300);
    }
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect((await ask(address, false)).status).toBeLessThan(300);
    }
  });
});

test('an access token of an app does not control the workspace', async () => {
  const { sandbox, client: app } = openClient();
  const { access_token } = await new Flow((one) => sandbox.fetch(one)).signIn({ scope: 'webhooks:manage' });
  expect((await app.as(access_token).send('GET', '/v1/webhooks')).status).toBe(200);
  expect(await app.as(access_token).send('GET', '/_sandbox/state')).toMatchObject({
    status: 403,
    body: { error: { code: 'key_required' } },
  });
});

test.each([
  '/_sandbox',
  '/_sandbox/',
  '/_sandbox/nothing',
  '/_sandbox/state/x',
  '/_sandbox/deliveries/a/b',
  '/_sandbox/deliveries/a/resend/x',
  '/_sandbox/toString',
])('%s does not exist', async (path) => {
  expect(await client().send('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
});

test.each([
  ['DELETE', '/_sandbox/state', 'GET, PUT'],
  ['GET', '/_sandbox/reset', 'POST'],
  ['POST', '/_sandbox/deliveries', 'GET'],
  ['GET', '/_sandbox/deliveries/dlv_1/resend', 'POST'],
])('%s %s is not taken; Allow says what is', async (method, path, allow) => {
  const { status, headers } = await client().send(method, path);
  expect(status).toBe(405);
  expect(headers.get('Allow')).toBe(allow);
});

test('the control interface is never counted against limits and never refused by them', async () => {
  const { client: free } = openClient({ rateLimits: true });
  const key = free.as('sk_test_controlfree_free');
  for (let number = 0; number < 100; number += 1) expect((await key.send('GET', '/_sandbox/clock')).status).toBe(200);
  const { headers } = await key.send('GET', '/v1/operators');
  expect(headers.get('X-RateLimit-Remaining')).toBe('59');
});

test.each([
  ['text/plain', '{}', 415],
  ['application/json', '{"advance_seconds":', 400],
  ['application/json', `{"x":"${'x'.repeat(1_100_000)}"}`, 413],
])('a body that is %s is judged as in the API', async (type, body, status) => {
  expect((await client().send('POST', '/_sandbox/clock', body, { 'Content-Type': type })).status).toBe(status);
});
