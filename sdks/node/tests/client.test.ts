import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { OTHER_CLASSES, STATUS_CLASSES } from '../../../src/generators/sdk/errors.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import * as library from '../src/orbinto.ts';
import { APIError, Orbinto, OrbintoError, VERSION } from '../src/orbinto.ts';
import type { Fetch } from '../src/orbinto.ts';

const KEY = 'sk_test_nodelibrary_free';

/** A client that speaks with a sandbox of its own, without a network. */
function inProcess(fetched?: (url: string, init: RequestInit) => void): Orbinto {
  const sandbox = createSandbox({ rateLimits: false });
  const send: Fetch = (url, init) => {
    fetched?.(url, init);
    return sandbox.fetch(new Request(url, init));
  };
  return new Orbinto({ apiKey: KEY, baseUrl: 'http://127.0.0.1:4010/v1', fetch: send });
}

test('the version is that of the package', () => {
  const file = new URL('../package.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: VERSION });
});

test('there is a class for each kind of error', () => {
  const exported = library as Record<string, unknown>;
  for (const [status, name] of Object.entries(STATUS_CLASSES)) {
    const Class = exported[name] as typeof APIError;
    const error = new Class({ status: Number(status), headers: new Headers(), body: null });
    expect([error instanceof APIError, error.name, Class.name]).toEqual([true, name, name]);
  }
  for (const name of OTHER_CLASSES) expect((exported[name] as typeof Error).prototype).toBeInstanceOf(OrbintoError);
});

test('requests go through the fetch that is given: a sandbox in the same process', async () => {
  const urls: string[] = [];
  const orbinto = inProcess((url) => urls.push(url));
  const all = await Promise.all(Array.from({ length: 20 }, () => orbinto.contacts.get('con_abc123')));
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(['con_abc123']));
  expect(urls).toHaveLength(20);
});

test('a call is a promise in all it does, and is sent without being awaited', async () => {
  const urls: string[] = [];
  const orbinto = inProcess((url) => urls.push(url));
  const call = orbinto.contacts.get('con_unknown');
  const caught: unknown = await call.catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(library.NotFoundError);
  let isOver = false;
  await orbinto.contacts.get('con_abc123').finally(() => (isOver = true));
  expect([call instanceof Promise, isOver]).toEqual([true, true]);
  void orbinto.contacts.get('con_def456');
  await expect.poll(() => urls.length).toBe(3);
  await expect(orbinto.contacts.get('con_unknown').withResponse()).rejects.toMatchObject({ status: 404 });
});

test('an awaited list is one page and asked for once', async () => {
  const urls: string[] = [];
  const list = inProcess((url) => urls.push(url)).conversations.list({ per_page: 3 });
  expect(urls).toEqual([]);
  const [first, again] = [await list, await list];
  expect(first).toBe(again);
  expect((await list.withResponse()).response.status).toBe(200);
  expect(urls).toHaveLength(1);
  expect(await list.take(2)).toEqual(first.data.slice(0, 2));
});

test('a date is sent as text, in a query and in a body', async () => {
  const seen: string[] = [];
  const orbinto = inProcess((url, init) => seen.push(`${url} ${String(init.body)}`));
  await orbinto.contacts.list({ created_after: new Date(0) });
  await orbinto.contacts.search({ query: 'a', filters: { created_after: new Date(0) } });
  expect(seen[0]).toContain('created_after=1970-01-01T00%3A00%3A00.000Z');
  expect(seen[1]).toContain('"created_after":"1970-01-01T00:00:00.000Z"');
});

test('a client shows no key, and an answer that repeats it does not either', async () => {
  const orbinto = new Orbinto({
    apiKey: KEY,
    fetch: () =>
      Promise.resolve(Response.json({ error: { code: 'echo', message: `Bearer ${KEY} is wrong` } }, { status: 400 })),
  });
  const error: unknown = await orbinto.contacts.get('con_abc123').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(APIError);
  const shown =
    inspect([error, orbinto, (error as APIError).body], { depth: 9, showHidden: true }) +
    JSON.stringify([error, orbinto]);
  expect(shown).not.toContain(KEY);
});

test('a fetch that does not look at its signal is left alone when the time is over', async () => {
  const orbinto = new Orbinto({ apiKey: KEY, timeout: 20, maxRetries: 0, fetch: () => new Promise(() => {}) });
  await expect(orbinto.contacts.get('con_abc123')).rejects.toThrow(library.TimeoutError);
});

test('a call that is cancelled before or while it waits ends with the reason', async () => {
  const gone = AbortSignal.abort(new Error('Enough'));
  await expect(inProcess().contacts.get('con_abc123', { signal: gone })).rejects.toThrow('Enough');
  const controller = new AbortController();
  const busy = new Orbinto({
    apiKey: KEY,
    fetch: () => Promise.resolve(new Response('', { status: 503 })),
    hooks: { retry: () => setTimeout(() => controller.abort(new Error('No more')), 5) },
  });
  await expect(busy.contacts.get('con_abc123', { signal: controller.signal })).rejects.toThrow('No more');
});

test.each([
  { timeout: NaN },
  { maxRetries: -1 },
  { baseUrl: 'ftp://example.com' },
  { baseUrl: 'https://a:b@example.com' },
])('options that make no sense are refused: %o', (options) => {
  expect(() => new Orbinto({ apiKey: KEY, ...options })).toThrow(library.ConfigurationError);
});

test.each(['/../oauth/token', '\\\\example.com', 'https:example.com', '//example.com'])(
  'the path %s is refused',
  async (path) => {
    await expect(inProcess().request('GET', path)).rejects.toThrow(library.ConfigurationError);
  },
);

test('a body with a GET is refused before anything is sent', async () => {
  await expect(inProcess().request('GET', '/contacts', { body: {} })).rejects.toThrow(library.ConfigurationError);
});
