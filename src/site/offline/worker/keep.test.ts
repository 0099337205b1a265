import type { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CACHE_PREFIX, CACHES } from '../cache-names.ts';
import { FakeCaches, ORIGIN } from '../../../../tests/fake-caches.ts';
import { activate, install } from './keep.ts';
import type { KeptFiles } from './kept-files.ts';

let caches: FakeCaches;
let free: number;

beforeEach(() => {
  caches = new FakeCaches();
  free = Infinity;
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('location', new URL(ORIGIN));
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: free, usage: 0 }) } });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const event = {} as ExtendableEvent;
const keyOf = ({ url, revision }: { url: string; revision: string | null }) =>
  `${ORIGIN}${url}${revision === null ? '' : `?__WB_REVISION__=${revision}`}`;

/** What Workbox does with a list of files, in few words. */
function controllerOf({ files }: KeptFiles) {
  const keys = new Map(files.map((file) => [`${ORIGIN}${file.url}`, keyOf(file)]));
  const fetched: string[] = [];
  const controller = {
    getCacheKeyForURL: (url: string) => keys.get(new URL(url, ORIGIN).href),
    getURLsToCacheKeys: () => keys,
    install: async () => {
      const cache = await caches.open(CACHES.kept);
      for (const [url, key] of keys) {
        if (await cache.match(key)) continue;
        fetched.push(url.slice(ORIGIN.length));
        await cache.put(key, new Response(url));
      }
    },
    activate: async () => {
      const cache = await caches.open(CACHES.kept);
      const expected = new Set(keys.values());
      for (const key of await cache.keys()) if (!expected.has(key.url)) await cache.delete(key);
    },
  } as unknown as PrecacheController;
  return { controller, fetched };
}

const build = (version: string, onVisit: string[] = []): KeptFiles => ({
  files: [
    { url: '/', revision: version, size: 100 },
    { url: `/_astro/page.${version}.js`, revision: null, size: 100 },
    { url: '/_astro/same.js', revision: null, size: 100 },
  ],
  onVisit,
});

test('an installation that was broken off goes on where it was', async () => {
  const { controller, fetched } = controllerOf(build('a'));
  await (await caches.open(CACHES.kept)).put(`${ORIGIN}/_astro/same.js`, new Response());
  await install(controller, event, build('a'));
  expect(fetched).toEqual(['/', '/_astro/page.a.js']);
});

test('without room for what is missing nothing is fetched', async () => {
  const { controller, fetched } = controllerOf(build('a'));
  free = 200;
  await expect(install(controller, event, build('a'))).rejects.toThrow('300 bytes are not kept: 200 are free');
  expect(fetched).toEqual([]);
});

test('a browser that does not tell how much room it has keeps the site as well', async () => {
  for (const storage of [{}, undefined]) {
    vi.stubGlobal('navigator', { storage });
    const { controller } = controllerOf(build('a'));
    await install(controller, event, build('a'));
    expect(caches.count()).toBe(3);
  }
});

test('storage that is full on the way is given back what the installation took, and no more', async () => {
  const first = controllerOf(build('a'));
  await install(first.controller, event, build('a'));
  caches.room = 4;
  const second = controllerOf(build('b'));
  await expect(install(second.controller, event, build('b'))).rejects.toThrow('No room');
  expect(caches.paths(CACHES.kept)).toEqual(['/?__WB_REVISION__=a', '/_astro/page.a.js', '/_astro/same.js']);
});

test('a failure of the network keeps what has come', async () => {
  const { controller } = controllerOf(build('a'));
  const failing = {
    ...controller,
    install: async () => {
      await (await caches.open(CACHES.kept)).put(`${ORIGIN}/_astro/same.js`, new Response());
      throw new TypeError('Failed to fetch');
    },
  } as unknown as PrecacheController;
  await expect(install(failing, event, build('a'))).rejects.toThrow('Failed to fetch');
  expect(caches.paths(CACHES.kept)).toEqual(['/_astro/same.js']);
});

async function deploy(version: string, onVisit: string[] = []): Promise<void> {
  const { controller } = controllerOf(build(version));
  await install(controller, event, build(version));
  await activate(controller, event, build(version, onVisit));
}

test('a new version forgets the pages of the old one, keeps its scripts until the next, and removes caches of other makes', async () => {
  await caches.open(`${CACHE_PREFIX}pages-v0`);
  await caches.open('of-somebody-else');
  await deploy('a');
  expect(await caches.keys()).toEqual(['of-somebody-else', CACHES.kept, CACHES.assets]);
  await deploy('b');
  expect(caches.paths(CACHES.kept)).toEqual(['/?__WB_REVISION__=b', '/_astro/page.b.js', '/_astro/same.js']);
  expect(caches.paths(CACHES.assets)).toEqual(['/_astro/page.a.js']);
  await deploy('c');
  expect(caches.paths(CACHES.assets)).toEqual(['/_astro/page.b.js']);
});

test('what was kept on a visit stays for as long as the site has it', async () => {
  await (await caches.open(CACHES.assets)).put(`${ORIGIN}/_astro/explorer.js`, new Response());
  await deploy('a', ['/_astro/explorer.js']);
  expect(caches.paths(CACHES.assets)).toEqual(['/_astro/explorer.js']);
  await deploy('b');
  expect(caches.paths(CACHES.assets)).toEqual(['/_astro/page.a.js']);
});
