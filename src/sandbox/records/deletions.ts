import { pagination } from '../generated/policies.ts';
import type { ListPosition } from './row.ts';

/** Where a deleted record stood. */
export interface Deletion extends ListPosition {
  readonly kind: string;
}

/** The last deletions of a workspace, oldest first. */
export class Deletions {
  readonly #byId = new Map<string, Deletion>();

  get(id: string): Deletion | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  values(): Iterable<Deletion> {
    return this.#byId.values();
  }

  /** @returns the oldest, where it is forgotten for this one */
  add(deletion: Deletion): Deletion | undefined {
    this.#byId.set(deletion.id, deletion);
    if (this.#byId.size <= pagination.remembered_deletions) return undefined;
    const [oldest] = this.#byId.values();
    if (oldest) this.#byId.delete(oldest.id);
    return oldest;
  }

  /** Takes over those of another. */
  adopt(other: Deletions): void {
    for (const [id, deletion] of other.#byId) this.#byId.set(id, deletion);
  }

  clear(): void {
    this.#byId.clear();
  }
}
