/** The offline copy as its panel shows it. */
import { CACHE_PREFIX, CACHES, WORKER } from './cache-names.ts';
import { choose, isOffered, isWanted } from './choice.ts';

export type CopyState =
  /** The build has none. */
  | 'not-offered'
  /** The browser or the window keeps nothing. */
  | 'unsupported'
  /** Not wanted. */
  | 'off'
  /** On its way. */
  | 'coming'
  | 'kept'
  /** Wanted, and neither here nor on its way: the last attempt was broken off, or there was no room. */
  | 'missing';

export interface OfflineCopy {
  readonly state: CopyState;
  /** Files that are here. */
  readonly files: number;
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.getRegistration(WORKER);
}

export async function readCopy(): Promise<OfflineCopy> {
  if (!isOffered) return { state: 'not-offered', files: 0 };
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return { state: 'unsupported', files: 0 };
  try {
    const found = await registration();
    const files = (await caches.has(CACHES.kept)) ? (await (await caches.open(CACHES.kept)).keys()).length : 0;
    return { state: stateOf(found), files };
  } catch {
    return { state: 'unsupported', files: 0 };
  }
}

function stateOf(found: ServiceWorkerRegistration | undefined): CopyState {
  if (!isWanted()) return 'off';
  if (found?.active) return 'kept';
  return found?.installing || found?.waiting ? 'coming' : 'missing';
}

/** Fetches the copy, now and at each new version. */
export async function keepCopy(): Promise<void> {
  choose(true);
  await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
}

/** Removes all that is kept, and keeps nothing from now on. */
export async function removeCopy(): Promise<void> {
  choose(false);
  await (await registration())?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
}
