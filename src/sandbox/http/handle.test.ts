import { describe, expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import { limits } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';
import { MemoryStore } from '../store/memory-store.ts';

const URL = 'https://api.example.com/v1';

interface Sent {
  headers: Record<string, string>;
  path: string;
  body: string;
}

interface Later {
  query: string;
  faults: object;
  body: object;
}

/** What can be wrong with the creation of a contact, in the documented order, and what answers it. */
const FAULTS: readonly (readonly [string, number, string, (sent: Sent) => void])[] = [
  ['plain HTTP', 301, '', ({ headers }) => (headers['X-Forwarded-Proto'] = 'http')],
  ['the address', 400, 'invalid_url', (sent) => (sent.path = `${sent.path}/%zz`)],
  ['the route', 404, 'not_found', (sent) => (sent.path = `/nowhere${sent.path}`)],
  ['the limit', 429, 'rate_limit_exceeded', () => undefined],
  ['the level', 403, 'insufficient_scope', () => undefined],
  ['the media type', 415, 'unsupported_media_type', ({ headers }) => (headers['Content-Type'] = 'text/plain')],
  ['the size', 413, 'payload_too_large', (sent) => (sent.body = 'x'.repeat(limits.body_bytes + 1))],
  ['the JSON', 400, 'invalid_json', (sent) => (sent.body ||= '{')],
  ['the query', 400, 'unknown_query_parameter', (sent) => (sent.path += '?nonsense=1')],
  ['the body', 422, 'missing_parameter', (sent) => (sent.body ||= '{}')],
];

const open = () => createSandbox({ clock: new ManualClock(), trustProxy: true, report: () => undefined });

describe('of all that is wrong with a request, the first in the documented order answers', () => {
  test.each(FAULTS.map(([what, status, code], index) => [what, status, code, index] as const))(
    '%s: %i %s',
    async (_what, status, code, index) => {
      const faults = FAULTS.slice(index);
      const has = (name: string) => faults.some(([what]) => what === name);
      const key = has('the level') ? 'sk_test_workspace_read_free' : 'sk_test_workspace_free';
      const sent: Sent = { headers: { 'Content-Type': 'application/json' }, path: '/contacts', body: '' };
      for (const [, , , spoil] of faults) spoil(sent);
      const sandbox = open();
      const ask = (method: string, { path, headers, body }: Sent) => {
        const init = {
          method,
          headers: { Authorization: `Bearer ${key}`, ...headers },
          ...(method === 'POST' && { body }),
        };
        return sandbox.fetch(new Request(`${URL}${path}`, init));
      };
      if (has('the limit')) {
        while ((await ask('GET', { path: '/operators', headers: {}, body: '' })).status !== 429);
      }
      const response = await ask('POST', sent);
      expect(response.status).toBe(status);
      if (code !== '') expect(await response.json()).toMatchObject({ error: { code } });
    },
  );

  test('the address before the method and the key', async () => {
    const sandbox = open();
    for (const [method, path] of [
      ['GET', '/contacts/%zz'],
      ['PUT', '/contacts/%zz'],
      ['GET', '/contacts?tag=%FF'],
      ['POST', '/nowhere/%C0%AF'],
    ] as const) {
      const response = await sandbox.fetch(new Request(`${URL}${path}`, { method }));
      expect(await response.json()).toMatchObject({ error: { code: 'invalid_url', status: 400 } });
    }
  });

  test('the method before the key, the key before everything else', async () => {
    const sandbox = open();
    const wrong = { headers: { 'Content-Type': 'text/plain' }, body: 'x' };
    expect((await sandbox.fetch(new Request(`${URL}/contacts`, { ...wrong, method: 'PUT' }))).status).toBe(405);
    expect((await sandbox.fetch(new Request(`${URL}/contacts?x=1`, { ...wrong, method: 'POST' }))).status).toBe(401);
  });

  /** What is looked at once a request is known to be readable: what is wrong, by what, and what answers it. */
  const LATER: readonly (readonly [string, number, string, Partial<Later>])[] = [
    ['the query', 400, 'unknown_query_parameter', { query: '?nonsense=1' }],
    ['a recipe', 429, 'rate_limit_exceeded', { faults: { recipe: 'rate-limit-storm', count: 1 } }],
    ['a fault', 500, 'internal_error', { faults: { status: 500, rate: 1 } }],
    ['the cursor', 400, 'invalid_cursor', { query: '?after=con_unknown' }],
    ['the body', 422, 'missing_parameter', { body: {} }],
  ];

  test.each(LATER.map(([what, status, code], index) => [what, status, code, index] as const))(
    'then %s: %i %s',
    async (_what, status, code, index) => {
      const sandbox = open();
      const ask = (method: string, path: string, body: object) => {
        const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
        return sandbox.fetch(new Request(`http://localhost${path}`, { method, headers, body: JSON.stringify(body) }));
      };
      const wrong = LATER.slice(index).map(([, , , what]) => what);
      // A recipe and a fault cannot be ordered together: the first of them is.
      const faults = wrong.find((what) => what.faults !== undefined)?.faults;
      if (faults) expect((await ask('PUT', '/_sandbox/faults', faults)).status).toBe(200);
      const query = wrong.find((what) => what.query !== undefined)?.query ?? '';
      const body = wrong.find((what) => what.body !== undefined)?.body ?? { query: 'x' };
      const response = await ask('POST', `/v1/contacts/search${query}`, body);
      expect(await response.json()).toMatchObject({ error: { code, status } });
    },
  );

  test('at last the body before the record', async () => {
    const sandbox = open();
    const ask = (body: object) => {
      const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
      const init = { method: 'PATCH', headers, body: JSON.stringify(body) };
      return sandbox.fetch(new Request(`${URL}/contacts/con_unknown`, init));
    };
    expect((await ask({ email: 'jane' })).status).toBe(422);
    expect((await ask({ name: 'Jane' })).status).toBe(404);
  });
});

test('every response tells the limit, whoever asks and whatever for', async () => {
  const sandbox = open();
  for (const [path, headers] of [
    ['/contacts', {}],
    ['/nowhere', {}],
    ['/nowhere', { Authorization: 'Bearer sk_test_free' }],
    ['/contacts', { Authorization: 'Bearer sk_test_free' }],
  ] as const) {
    const response = await sandbox.fetch(new Request(`${URL}${path}`, { headers }));
    expect(response.headers.get('X-RateLimit-Limit')).toBe('60');
  }
});

test('a handler that fails half-way is a 500, is reported, and leaves everything as it was', async () => {
  const reports: unknown[] = [];
  const store = new MemoryStore();
  const sandbox = createSandbox({ store, report: (error) => reports.push(error) });
  const ask = (method: string, path: string, body?: object) => {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    return sandbox.fetch(
      new Request(`${URL}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) }),
    );
  };
  const list = async (): Promise<unknown> => (await ask('GET', '/contacts?limit=100')).json();
  const before = await list();
  // It breaks once the contact is stored.
  const failure = new Error('Broken');
  const transact = store.transact.bind(store);
  store.transact = (state, work) =>
    transact(state, () => {
      work();
      throw failure;
    });
  expect((await ask('POST', '/contacts', { email: 'new@example.com' })).status).toBe(500);
  store.transact = transact;
  expect(reports).toEqual([failure]);
  expect(await list()).toEqual(before);
  expect((await ask('POST', '/contacts', { email: 'new@example.com' })).status).toBe(201);
});
