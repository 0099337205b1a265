import { isWorkspaceName, SEEDED_WORKSPACE } from '../keys.ts';
import type { Seed } from '../seed/seed.ts';
import type { RecordStore } from '../store/record-store.ts';
import { Workspace } from './workspace.ts';

/** How many workspaces are held besides the seeded one. */
export const MAX_WORKSPACES = 1000;

/** The workspaces in use: made when first asked for; beyond the cap the one unused for longest is given up. */
export class Workspaces {
  readonly #seed: Seed;
  readonly #store: RecordStore;
  readonly #givenUp: (workspace: Workspace) => void;
  /** Unused for longest first; undefined is one that is kept and was not asked for since the start. */
  readonly #known = new Map<string, Workspace | undefined>();
  #hasListed = false;

  /** @param givenUp is told of a workspace that is given up */
  constructor(seed: Seed, store: RecordStore, givenUp: (workspace: Workspace) => void = () => undefined) {
    this.#seed = seed;
    this.#store = store;
    this.#givenUp = givenUp;
  }

  get(name: string): Workspace {
    const known = this.#known.get(name);
    if (known && this.#known.size < MAX_WORKSPACES / 2) return known;
    if (name !== SEEDED_WORKSPACE) this.#listKept();
    const workspace = known ?? new Workspace(name, this.#seed);
    this.#known.delete(name);
    this.#known.set(name, workspace);
    while (this.#known.size > MAX_WORKSPACES) this.#giveUpOldest();
    return workspace;
  }

  /** Those that an earlier run has kept count, too: else each run would leave as many behind as it may hold. */
  #listKept(): void {
    if (this.#hasListed) return;
    this.#hasListed = true;
    const used = [...this.#known];
    const kept = (this.#store.names?.() ?? []).filter((name) => isWorkspaceName(name) && !this.#known.has(name));
    this.#known.clear();
    for (const name of kept) this.#known.set(name, undefined);
    for (const [name, workspace] of used) this.#known.set(name, workspace);
  }

  #giveUpOldest(): void {
    for (const [name, workspace] of this.#known) {
      if (name === SEEDED_WORKSPACE) continue;
      this.#known.delete(name);
      if (workspace) this.#givenUp(workspace);
      // What cannot be dropped now is counted again after the next start.
      void Promise.resolve(this.#store.drop(name)).catch(() => undefined);
      return;
    }
  }
}
