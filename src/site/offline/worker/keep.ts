import type { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { ASSETS, CACHE_PREFIX, CACHES } from '../cache-names.ts';
import type { KeptFiles } from './kept-files.ts';

/** What a browser takes for itself besides the bytes of a file. */
const ROOM_PER_BYTE = 1.2;

/** The keys of a cache, as they stand in it. */
async function keysOf(name: string): Promise<Set<string>> {
  const keys = await (await caches.open(name)).keys();
  return new Set(keys.map(({ url }) => url));
}

/**
 * Keeps what is not kept yet. One that was broken off goes on where it was; what storage has no room for is not half kept, so that the
 * sandbox, which keeps its records in the same place, has it.
 */
export async function install(controller: PrecacheController, event: ExtendableEvent, kept: KeptFiles): Promise<void> {
  const before = await keysOf(CACHES.kept);
  await expectRoom(controller, kept, before);
  try {
    await controller.install(event);
  } catch (error) {
    if (isOutOfRoom(error)) await forgetAllBut(before);
    throw error;
  }
}

/** What a browser tells of its room: WebKitGTK, and Safari before 17, nothing. */
type Room = Partial<Pick<StorageManager, 'estimate'>> | undefined;

/** @throws before anything is fetched, where there will be no room for it */
async function expectRoom(
  controller: PrecacheController,
  { files }: KeptFiles,
  before: ReadonlySet<string>,
): Promise<void> {
  const missing = files.filter(({ url }) => !before.has(controller.getCacheKeyForURL(url) ?? ''));
  const bytes = missing.reduce((total, { size }) => total + size, 0);
  const room = navigator.storage as Room;
  const { quota, usage = 0 } = (await room?.estimate?.()) ?? {};
  if (quota !== undefined && quota - usage < bytes * ROOM_PER_BYTE)
    throw new DOMException(`${bytes} bytes are not kept: ${quota - usage} are free`, 'QuotaExceededError');
}

function isOutOfRoom(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

async function forgetAllBut(before: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(CACHES.kept);
  for (const key of await cache.keys()) if (!before.has(key.url)) await cache.delete(key);
}

/**
 * Takes over from the worker before: forgets its files, but for those that pages which are still open may load late, and the caches
 * of versions that kept them otherwise.
 */
export async function activate(controller: PrecacheController, event: ExtendableEvent, kept: KeptFiles): Promise<void> {
  await keepOldAssets(new Set(controller.getURLsToCacheKeys().values()), kept);
  await controller.activate(event);
  const current: readonly string[] = Object.values(CACHES);
  for (const name of await caches.keys())
    if (name.startsWith(CACHE_PREFIX) && !current.includes(name)) await caches.delete(name);
}

/** They are kept for as long as one build; those that come one at a time, for as long as the site has them. */
async function keepOldAssets(expected: ReadonlySet<string>, { onVisit }: KeptFiles): Promise<void> {
  const [from, to] = [await caches.open(CACHES.kept), await caches.open(CACHES.assets)];
  const outgoing = (await from.keys()).filter(
    ({ url }) => new URL(url).pathname.startsWith(ASSETS) && !expected.has(url),
  );
  const wanted = new Set([
    ...outgoing.map(({ url }) => url),
    ...onVisit.map((path) => new URL(path, location.href).href),
  ]);
  for (const key of await to.keys()) if (!wanted.has(key.url)) await to.delete(key);
  for (const key of outgoing) {
    const response = await from.match(key);
    // Where there is no room for old files, the new ones come first.
    if (response) await to.put(key, response).catch(() => undefined);
  }
}
