import type { Faults, Spot } from './faults.ts';
import { atPointer, isRecord } from './refs.ts';

/** Kinds of parts whose description can tell that the rest of them is missing. */
const TOLD_OF = new Set(['Schema', 'Response', 'Header']);

/** A `$ref` that the linter could not follow to its end. */
interface Unfollowed {
  spot: Spot;
  /** What holds the `$ref`'s object, and under which key. */
  parent: Record<string | number, unknown>;
  key: string | number;
  ref: string;
  siblings: Record<string, unknown>;
}

/** Parts that a document refers to by a pointer into the same file and does not have: they are told of where they are missed. */
export class MissingParts {
  readonly #unfollowed: Unfollowed[] = [];

  /**
   * @param kind The linter's name of what belongs there.
   * @returns whether it can be told of there; if not, nothing is taken
   */
  add(kind: string, unfollowed: Omit<Unfollowed, 'parent'> & { parent: unknown }): boolean {
    const { parent, ref } = unfollowed;
    if (!ref.startsWith('#/') || !TOLD_OF.has(kind) || typeof parent !== 'object' || parent === null) return false;
    this.#unfollowed.push({ ...unfollowed, parent: parent as Record<string | number, unknown> });
    return true;
  }

  /**
   * Writes a description in the place of each. A `$ref` to one that is there, and itself leads nowhere, stays.
   * @param files All parsed files by their paths; they are changed.
   */
  fill(files: ReadonlyMap<string, unknown>, faults: Faults): void {
    for (const { spot, parent, key, ref, siblings } of this.#unfollowed) {
      if (isThere(files.get(spot.source.absoluteRef), ref)) continue;
      faults.add('leads nowhere, and is shown as missing', spot, ref);
      parent[key] = { description: `The document refers to \`${ref}\`, which it does not have.`, ...siblings };
    }
  }
}

function isThere(file: unknown, ref: string): boolean {
  try {
    return isRecord(file) && atPointer(file, ref) !== undefined;
  } catch {
    return false;
  }
}
