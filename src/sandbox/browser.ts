import { LocalStorageRateLimitStore } from './rate-limit/local-storage-rate-limit-store.ts';
import { MemoryRateLimitStore } from './rate-limit/rate-limit-store.ts';
import { createSandbox } from './sandbox.ts';
import { DatabaseClosedError, IndexedDbStore } from './store/indexed-db-store.ts';
import { MemoryStore } from './store/memory-store.ts';

/** The sandbox of this browser. */
export interface BrowserSandbox {
  /** Answers a request for `/v1/…` of any origin, without sending it anywhere. */
  fetch(request: Request): Promise<Response>;
  /**
   * Asks the control interface of the workspace of a key.
   * @param path below `/_sandbox`, e.g. `/deliveries`
   */
  control(path: string, init?: RequestInit, key?: string): Promise<Response>;
  /** Brings the workspace of a key back to the seeded records. */
  reset(key?: string): Promise<void>;
}

/**
 * Opens the sandbox inside the page. What it changes survives reload and navigation, and every tab of this
 * origin works on the same records and counts against the same limits. No record is read before the first request.
 */
export function openSandbox(): BrowserSandbox {
  const keeps = 'indexedDB' in globalThis && 'locks' in navigator;
  const storage = sharedStorage();
  const sandbox = createSandbox({
    store: keeps ? new IndexedDbStore(storage) : new MemoryStore(),
    rateLimitStore: storage ? new LocalStorageRateLimitStore(storage) : new MemoryRateLimitStore(),
    redirectUris: [new URL('/oauth/callback/', location.origin).href],
    report: (error) => error instanceof DatabaseClosedError || console.error(error),
    requestSalt: crypto.getRandomValues(new Uint32Array(2)).join(),
  });
  const control = (path: string, init?: RequestInit, key = 'sk_test_admin'): Promise<Response> => {
    const request = new Request(`http://sandbox/_sandbox${path}`, init);
    request.headers.set('Authorization', `Bearer ${key}`);
    return sandbox.fetch(request);
  };
  return {
    fetch: (request) => sandbox.fetch(request),
    control,
    reset: async (key) => {
      const response = await control('/reset', { method: 'POST' }, key);
      if (!response.ok) throw new Error(`The sandbox could not be reset: ${await response.text()}`);
    },
  };
}

/** What all documents of the origin share; undefined where the browser keeps nothing. */
function sharedStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
