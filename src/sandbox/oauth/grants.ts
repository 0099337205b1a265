import type { Change, ChangeSet, StoredState } from '../store/record-store.ts';
import type { Grant } from './grant.ts';

/** How many grants are kept of one workspace, and in all. Beyond, the one that has not changed for longest ends. */
export const MAX_GRANTS_OF_WORKSPACE = 500;
export const MAX_GRANTS = 1_000;

const KIND = 'grants';

/** A grant in its slot. */
interface Entry {
  readonly grant: Grant;
  /** Counts changes: the lower, the longer ago. */
  readonly turn: number;
}

/**
 * All grants of the authorization server. They live in numbered slots that are used again, so a store never holds
 * more rows than there are slots. They are no part of a workspace's records and of what it exports.
 */
export class Grants implements StoredState {
  /** Shorter than the name of any workspace. */
  readonly name = 'oauth';
  version = 0;
  #slots: (Entry | undefined)[] = [];
  #slotOf = new Map<string, number>();
  #changes = new Map<number, Entry | undefined>();
  #turn = 0;

  get(handle: string): Grant | undefined {
    const slot = this.#slotOf.get(handle);
    return slot === undefined ? undefined : this.#slots[slot]?.grant;
  }

  /** Adds a grant, or puts it in the place of its earlier state. */
  put(grant: Grant): void {
    const slot = this.#slotOf.get(grant.handle) ?? this.#chooseSlot(grant.workspace);
    this.#set(slot, { grant, turn: this.#turn + 1 });
  }

  delete(handle: string): void {
    const slot = this.#slotOf.get(handle);
    if (slot !== undefined) this.#set(slot, undefined);
  }

  /** Ends every grant of a workspace. */
  deleteOf(workspace: string): void {
    this.#slots.forEach((entry, slot) => {
      if (entry?.grant.workspace === workspace) this.#set(slot, undefined);
    });
  }

  clear(): void {
    this.#slots = [];
    this.#slotOf.clear();
    this.#changes.clear();
    this.#turn = 0;
  }

  apply(changes: Iterable<Change>): void {
    for (const { id, json } of changes) {
      this.#occupy(Number(id), json === null ? undefined : (JSON.parse(json) as Entry));
    }
  }

  takeChanges(): ChangeSet {
    const changes = [...this.#changes].map(([slot, entry]) => ({
      kind: KIND,
      id: String(slot),
      sort: '',
      json: entry ? JSON.stringify(entry) : null,
    }));
    this.#changes.clear();
    return { reset: false, changes, forgotten: [] };
  }

  #set(slot: number, entry: Entry | undefined): void {
    this.#occupy(slot, entry);
    this.#changes.set(slot, entry);
  }

  #occupy(slot: number, entry: Entry | undefined): void {
    const before = this.#slots[slot];
    if (before) this.#slotOf.delete(before.grant.handle);
    this.#slots[slot] = entry;
    if (!entry) return;
    this.#slotOf.set(entry.grant.handle, slot);
    this.#turn = Math.max(this.#turn, entry.turn);
  }

  /** A slot for a new grant: a free one, or that of the grant that has to give way. */
  #chooseSlot(workspace: string): number {
    let free = this.#slots.length;
    const all = new Oldest();
    const own = new Oldest();
    for (let slot = this.#slots.length - 1; slot >= 0; slot -= 1) {
      const entry = this.#slots[slot];
      if (!entry) free = slot;
      else all.add(slot, entry);
      if (entry?.grant.workspace === workspace) own.add(slot, entry);
    }
    if (own.count >= MAX_GRANTS_OF_WORKSPACE) return own.slot;
    return all.count >= MAX_GRANTS ? all.slot : free;
  }
}

/** Counts grants and finds the one that has not changed for longest. */
class Oldest {
  count = 0;
  slot = 0;
  #turn = Infinity;

  add(slot: number, { turn }: Entry): void {
    this.count += 1;
    if (turn >= this.#turn) return;
    this.slot = slot;
    this.#turn = turn;
  }
}
