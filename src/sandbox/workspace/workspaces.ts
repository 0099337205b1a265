import { SEEDED_WORKSPACE } from '../keys.ts';
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
  readonly #open = new Map<string, Workspace>();

  /** @param givenUp is told of a workspace that is given up */
  constructor(seed: Seed, store: RecordStore, givenUp: (workspace: Workspace) => void = () => undefined) {
    this.#seed = seed;
    this.#store = store;
    this.#givenUp = givenUp;
  }

  get(name: string): Workspace {
    const known = this.#open.get(name);
    if (known && this.#open.size < MAX_WORKSPACES / 2) return known;
    const workspace = known ?? new Workspace(name, this.#seed);
    this.#open.delete(name);
    this.#open.set(name, workspace);
    if (this.#open.size > MAX_WORKSPACES) this.#giveUpOldest();
    return workspace;
  }

  #giveUpOldest(): void {
    for (const [name, workspace] of this.#open) {
      if (name === SEEDED_WORKSPACE) continue;
      this.#open.delete(name);
      this.#givenUp(workspace);
      void this.#store.drop(name);
      return;
    }
  }
}
