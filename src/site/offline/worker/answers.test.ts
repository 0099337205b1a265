import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CACHES } from '../cache-names.ts';
import { answerAsset, answerWithoutPage } from './answers.ts';
import type { FindKept } from './answers.ts';
import { FakeCaches, ORIGIN } from '../../../../tests/fake-caches.ts';
import { keptBy } from './is-kept.ts';

let caches: FakeCaches;
const request = new Request(`${ORIGIN}/_astro/scalar.js`);
const nothing: FindKept = () => Promise.resolve(undefined);

beforeEach(() => {
  caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response('from the network'))),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a script that is kept is never fetched again', async () => {
  const response = await answerAsset(request, (path) => Promise.resolve(new Response(`kept ${path}`)), true);
  expect(await response.text()).toBe('kept /_astro/scalar.js');
  expect(fetch).not.toHaveBeenCalled();
});

test('one that is kept on a visit is fetched once, and one of another build each time', async () => {
  for (const isKeptOnVisit of [true, true]) await answerAsset(request, nothing, isKeptOnVisit);
  expect(fetch).toHaveBeenCalledTimes(1);
  const other = new Request(`${ORIGIN}/_astro/newer.js`);
  for (const isKeptOnVisit of [false, false]) await answerAsset(other, nothing, isKeptOnVisit);
  expect(fetch).toHaveBeenCalledTimes(3);
  expect(caches.paths(CACHES.assets)).toEqual(['/_astro/scalar.js']);
});

test('a missing file is not kept, and full storage keeps nobody from an answer', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  expect((await answerAsset(request, nothing, true)).status).toBe(404);
  caches.room = 0;
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('here')));
  expect(await (await answerAsset(request, nothing, true)).text()).toBe('here');
  expect(caches.count()).toBe(0);
});

test('in place of a page that is not kept stands the one that says so, not as the page itself', async () => {
  const response = await answerWithoutPage(new Request(`${ORIGIN}/guides/new/`), () =>
    Promise.resolve(new Response('offline')),
  );
  expect([response.status, await response.text()]).toEqual([503, 'offline']);
  expect((await answerWithoutPage(request, nothing)).type).toBe('error');
  const redirect = await answerWithoutPage(new Request(`${ORIGIN}/guides/errors?a=1`), nothing, '/guides/errors/');
  expect([redirect.status, redirect.headers.get('Location')]).toEqual([302, `${ORIGIN}/guides/errors/?a=1`]);
});

test('the worker has an answer for files of the site, and for nothing that an API would answer', () => {
  const urls = ['/', '/guides/errors/', '/oauth/callback/', '/reference/contacts/', '/openapi.json', '/_astro/a.js'];
  const kept = keptBy({ files: urls.map((url) => ({ url, revision: null, size: 1 })) });
  const pathOf = (path: string) => kept.pathOf(new URL(path, ORIGIN));
  expect(pathOf('/guides/errors/?q=1#a')).toBe('/guides/errors/');
  expect(pathOf('/oauth/callback/?code=1')).toBe('/oauth/callback/');
  const apis = ['/v1/contacts', '/v1/', '/_sandbox/state', '/oauth/token', '/oauth/authorize', '/oauth/revoke', '/mcp'];
  for (const path of apis) {
    expect(pathOf(path), path).toBeUndefined();
    expect(kept.isPlaceOfPages(new URL(path, ORIGIN)), path).toBe(false);
  }
  expect(kept.isPlaceOfPages(new URL('/guides/new/', ORIGIN))).toBe(true);
  expect(kept.isPlaceOfPages(new URL('/reference/contacts/x.json', ORIGIN))).toBe(false);
  expect(kept.withSlash(new URL('/guides/errors', ORIGIN))).toBe('/guides/errors/');
  expect(kept.withSlash(new URL('/guides/none', ORIGIN))).toBeUndefined();
});
