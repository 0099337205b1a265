import { createSandbox } from './sandbox.ts';
import { IndexedDbStore } from './store/indexed-db-store.ts';
import { MemoryStore } from './store/memory-store.ts';

/** The sandbox of this browser. */
export interface BrowserSandbox {
  /** Answers a request for `/v1/…` of any origin, without sending it anywhere. */
  fetch(request: Request): Promise<Response>;
  /** Brings the workspace of a key back to the seeded records. */
  reset(key?: string): Promise<void>;
}

/**
 * Opens the sandbox inside the page. What it changes survives reload and navigation, and every tab of this
 * origin works on the same records. Nothing is read before the first request.
 */
export function openSandbox(): BrowserSandbox {
  const keeps = 'indexedDB' in globalThis && 'locks' in navigator;
  const sandbox = createSandbox({
    store: keeps ? new IndexedDbStore() : new MemoryStore(),
    requestSalt: crypto.getRandomValues(new Uint32Array(2)).join(),
  });
  return {
    fetch: (request) => sandbox.fetch(request),
    reset: async (key = 'sk_test_admin') => {
      const headers = { Authorization: `Bearer ${key}` };
      const response = await sandbox.fetch(new Request('http://sandbox/_sandbox/reset', { method: 'POST', headers }));
      if (!response.ok) throw new Error(`The sandbox could not be reset: ${await response.text()}`);
    },
  };
}
