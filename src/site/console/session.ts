/**
 * What the reader chose, shared by every console of a page: the environment, the mock's address, the keys.
 * The first two are remembered in localStorage. Keys stay in this page's memory and are gone with it.
 */
import { defaultMockUrl, environments } from './environments.ts';
import type { Environment, EnvironmentId } from './environments.ts';

/** The two methods of `Storage` that a session needs. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem'>;

const environmentEntry = 'orbinto-environment';
const mockUrlEntry = 'orbinto-mock-url';

export class Session {
  readonly #storage: SessionStorage | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #keys = new Map<EnvironmentId, string>();
  #environment: EnvironmentId;
  #mockUrl: string;

  /** Without storage, or where the browser refuses it, a session works and forgets. */
  constructor(storage?: SessionStorage) {
    this.#storage = storage;
    this.#environment = asEnvironment(read(storage, environmentEntry)) ?? 'sandbox';
    this.#mockUrl = checkMockUrl(read(storage, mockUrlEntry) ?? '').url ?? defaultMockUrl;
  }

  /** The chosen environment, with the mock's address as the reader set it. */
  get environment(): Environment {
    const chosen = environments[this.#environment];
    return chosen.id === 'mock' ? { ...chosen, baseUrl: this.#mockUrl } : chosen;
  }

  /** The key for the chosen environment; each has its own, so a live key is never sent to a mock. */
  get key(): string {
    return this.#keys.get(this.#environment) ?? this.environment.defaultKey;
  }

  chooseEnvironment(id: EnvironmentId): void {
    this.#environment = id;
    write(this.#storage, environmentEntry, id);
    this.#changed();
  }

  /** Sets the key of the chosen environment. An empty one is kept: it tries a call without a key. */
  setKey(key: string): void {
    this.#keys.set(this.#environment, key.trim());
    this.#changed();
  }

  /** Takes an address that `checkMockUrl` accepts; returns its complaint otherwise and changes nothing. */
  setMockUrl(text: string): string | undefined {
    const { url, problem } = checkMockUrl(text);
    if (url === undefined) return problem;
    this.#mockUrl = url;
    write(this.#storage, mockUrlEntry, url);
    this.#changed();
    return undefined;
  }

  /** Calls back after every change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Checks an address for the local mock. Accepts http and https on localhost or 127.0.0.1, which is all that the
 * site's security policy lets a page reach; adds `/v1` where no path was given.
 */
export function checkMockUrl(text: string): { url: string; problem?: never } | { url?: never; problem: string } {
  const trimmed = text.trim();
  const url = URL.parse(/^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (trimmed === '' || url === null) return { problem: 'Enter an address such as http://127.0.0.1:4010/v1.' };
  if (!['localhost', '127.0.0.1'].includes(url.hostname)) {
    return { problem: 'A mock must run on this machine: use localhost or 127.0.0.1.' };
  }
  if (url.username || url.password || url.search || url.hash) {
    return { problem: 'Leave user names, queries and fragments out of the address.' };
  }
  const path = url.pathname.replace(/\/+$/, '');
  return { url: `${url.origin}${path === '' ? '/v1' : path}` };
}

function asEnvironment(text: string | null): EnvironmentId | undefined {
  return text !== null && Object.hasOwn(environments, text) ? (text as EnvironmentId) : undefined;
}

function read(storage: SessionStorage | undefined, entry: string): string | null {
  try {
    return storage?.getItem(entry) ?? null;
  } catch {
    return null;
  }
}

function write(storage: SessionStorage | undefined, entry: string, value: string): void {
  try {
    storage?.setItem(entry, value);
  } catch {
    // Storage is full or forbidden: the choice then lasts as long as the page.
  }
}

let shared: Session | undefined;

/** The session of this page. */
export function pageSession(): Session {
  shared ??= new Session(openStorage());
  return shared;
}

function openStorage(): SessionStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
