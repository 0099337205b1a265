import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { freshKey } from './transports.ts';

const SITE = 'http://localhost:4321';
const FOREIGN = 'https://evil.example';
const WEBHOOK = { url: 'http://127.0.0.1:9/hook', events: ['message.created'] };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, corsOrigins: ['http://localhost:3000'] });
});
afterAll(() => mock.close());

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Response> {
  return fetch(`${mock.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${freshKey()}`, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('/v1', () => {
  test('may be read by a page of any origin, without credentials', async () => {
    const response = await ask('GET', '/v1/contacts', { Origin: FOREIGN });
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    const exposed = response.headers.get('Access-Control-Expose-Headers')?.split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining([
        'X-RateLimit-Limit',
        'X-RateLimit-Remaining',
        'X-RateLimit-Reset',
        'Retry-After',
        'X-Request-Id',
        'WWW-Authenticate',
        'Allow',
      ]),
    );
  });

  test('lets a page read its errors too', async () => {
    for (const [method, path, key] of [
      ['GET', '/v1/nope', 'sk_test_admin'],
      ['PUT', '/v1/contacts', 'sk_test_admin'],
      ['GET', '/v1/contacts', 'wrong'],
    ] as const) {
      const response = await ask(method, path, { Origin: FOREIGN, Authorization: `Bearer ${key}` });
      expect(response.ok).toBe(false);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
  });

  test('answers a preflight without a key, names Authorization, and does not count it', async () => {
    const response = await fetch(`${mock.url}/v1/contacts/con_abc123`, {
      method: 'OPTIONS',
      headers: {
        Origin: FOREIGN,
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(/\bAuthorization\b/);
    expect(response.headers.get('Access-Control-Allow-Methods')?.split(', ')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PATCH', 'DELETE']),
    );
    expect(response.headers.has('X-RateLimit-Limit')).toBe(false);
  });
});

describe('a page of a foreign origin', () => {
  test.each(['/reset', '/state', '/clock', '/nope'])('cannot use /_sandbox%s, and cannot read why', async (path) => {
    const response = await ask('POST', `/_sandbox${path}`, { Origin: FOREIGN });
    expect(response.status).toBe(403);
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect(await codeOf(response)).toBe('origin_not_allowed');
  });

  test('gets no leave from a preflight of /_sandbox', async () => {
    const response = await ask('OPTIONS', '/_sandbox/reset', {
      Origin: FOREIGN,
      'Access-Control-Request-Method': 'POST',
    });
    expect(response.status).toBe(403);
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  test('of origin null is foreign as well', async () => {
    expect((await ask('POST', '/_sandbox/reset', { Origin: 'null' })).status).toBe(403);
  });

  test('cannot register a webhook on this machine', async () => {
    const response = await ask('POST', '/v1/webhooks', { Origin: FOREIGN }, WEBHOOK);
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe('webhook_url_not_allowed');
  });
});

describe('the site itself, origins that were named, and programs', () => {
  test.each([SITE, 'http://127.0.0.1:4321', 'https://developers.orbinto.com', 'http://localhost:3000'])(
    '%s may reset and read the answer',
    async (origin) => {
      const preflight = await ask('OPTIONS', '/_sandbox/reset', {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
      });
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(origin);
      expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/\bAuthorization\b/);
      const response = await ask('POST', '/_sandbox/reset', { Origin: origin });
      expect(response.status).toBe(204);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe(origin);
    },
  );

  test('may register a webhook on this machine', async () => {
    expect((await ask('POST', '/v1/webhooks', {}, WEBHOOK)).status).toBe(201);
    expect((await ask('POST', '/v1/webhooks', { Origin: SITE }, WEBHOOK)).status).toBe(201);
  });
});

describe('a mock that was told so', () => {
  test('sends plain HTTP to https behind a proxy, and executes nothing', async () => {
    const proxied = await startMock({ port: 0, trustProxy: true });
    const key = freshKey();
    const send = (protocol: string) =>
      fetch(`${proxied.url}/v1/contacts?x=1`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'X-Forwarded-Proto': protocol },
        body: JSON.stringify({ email: 'jane@example.com' }),
      });
    const response = await send('http');
    expect(response.status).toBe(301);
    expect(response.headers.get('Location')).toBe(`${proxied.url.replace('http:', 'https:')}/v1/contacts?x=1`);
    expect((await send('https')).status).toBe(400);
    await proxied.close();
  });

  test('tells the limits and refuses nothing without rate limits', async () => {
    const unlimited = await startMock({ port: 0, rateLimits: false });
    const headers = { Authorization: `Bearer ${freshKey('_free')}` };
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => fetch(`${unlimited.url}/v1/operators`, { headers })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.every((answer) => answer.headers.get('X-RateLimit-Limit') === '60')).toBe(true);
    await unlimited.close();
  });

  test('without local webhooks refuses them to programs too', async () => {
    const strict = await startMock({ port: 0, allowLocalWebhooks: false });
    const headers = { Authorization: `Bearer ${freshKey()}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${strict.url}/v1/webhooks`, {
      method: 'POST',
      headers,
      body: JSON.stringify(WEBHOOK),
    });
    expect(response.status).toBe(422);
    await strict.close();
  });
});

describe('another machine', () => {
  const request = () =>
    new Request('http://192.168.1.5:4010/_sandbox/reset', {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_test_admin' },
    });

  test('cannot control the sandbox unless that was allowed', async () => {
    const refused = await createSandbox().fetch(request(), { address: '192.168.1.9' });
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'remote_control_not_allowed']);
    const allowed = await createSandbox({ remoteControl: true }).fetch(request(), { address: '192.168.1.9' });
    expect(allowed.status).toBe(204);
    expect((await createSandbox().fetch(request(), { address: '127.0.0.1' })).status).toBe(204);
  });
});

describe('the limits', () => {
  test('of callers without a key are those of the Free plan, one budget an address', async () => {
    const sandbox = createSandbox({ clock: new ManualClock() });
    const send = (address: string) => sandbox.fetch(new Request('http://localhost/v1/contacts'), { address });
    await send('10.0.0.1');
    const second = await send('10.0.0.1');
    expect(second.headers.get('X-RateLimit-Limit')).toBe('60');
    expect(second.headers.get('X-RateLimit-Remaining')).toBe('58');
    expect((await send('10.0.0.2')).headers.get('X-RateLimit-Remaining')).toBe('59');
  });

  test('are given back by a reset, to the keys of that workspace only', async () => {
    const sandbox = createSandbox({ clock: new ManualClock() });
    const send = (key: string, method = 'GET', path = '/v1/operators') =>
      sandbox.fetch(new Request(`http://localhost${path}`, { method, headers: { Authorization: `Bearer ${key}` } }));
    const [own, other] = [freshKey(), freshKey()];
    await send(own);
    await send(other);
    await send(own, 'POST', '/_sandbox/reset');
    expect((await send(own)).headers.get('X-RateLimit-Remaining')).toBe('999');
    expect((await send(other)).headers.get('X-RateLimit-Remaining')).toBe('998');
  });
});
