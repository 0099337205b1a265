/** Keeps the secrets of a session for this tab, once the reader has asked for it. */
import type { Secrets } from './session-secrets.ts';

/** The three methods of `Storage` that it needs. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The one entry in sessionStorage. */
export const keptEntry = 'orbinto-kept';

/** Milliseconds without use after which kept secrets are gone. */
export const idleLimit = 15 * 60_000;

interface Kept {
  readonly usedAt: number;
  readonly secrets: Secrets;
}

export class TabStore {
  readonly #storage: TabStorage | undefined;
  readonly #now: () => number;

  /** @param now Milliseconds since the Unix epoch: the clock also runs while no page is open. */
  constructor(storage: TabStorage | undefined, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** What was kept and used within the limit. What is older, or cannot be read, is wiped. */
  load(): Secrets | undefined {
    const kept = this.#read();
    if (kept !== undefined && this.#isFresh(kept)) return kept.secrets;
    this.clear();
    return undefined;
  }

  /** @returns false where the browser refuses to store */
  save(secrets: Secrets): boolean {
    try {
      this.#storage?.setItem(keptEntry, JSON.stringify({ usedAt: this.#now(), secrets } satisfies Kept));
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  clear(): void {
    try {
      this.#storage?.removeItem(keptEntry);
    } catch {
      // Storage is forbidden: nothing was kept.
    }
  }

  #isFresh({ usedAt }: Kept): boolean {
    const idle = this.#now() - usedAt;
    return idle >= 0 && idle < idleLimit;
  }

  #read(): Kept | undefined {
    try {
      const kept = JSON.parse(this.#storage?.getItem(keptEntry) ?? '') as Kept;
      const { keys, signIns, prefersKey } = kept.secrets;
      const lists = [prefersKey, ...Object.values(signIns).map(({ tokens }) => tokens.scopes)];
      return typeof keys === 'object' && lists.every(Array.isArray) ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
