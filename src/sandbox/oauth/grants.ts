import { sandbox } from '../generated/policies.ts';
import type { Change, ChangeSet, StoredState } from '../store/record-store.ts';
import { hasEnded } from './grant.ts';
import type { Grant } from './grant.ts';

const KIND = 'grants';

/** Codes of other workspaces that are older, by the machine's clock, make room where there is none. A code lives for a minute. */
const STALE = 3_600_000;

/** The time in the workspace of a new grant, and by the machine's clock: milliseconds since the Unix epoch. */
interface Moment {
  readonly now: number;
  readonly clock: number;
}

/**
 * All grants of the authorization server. They live in numbered slots that are used again, so a store never holds
 * more rows than there are slots. They are no part of a workspace's records and of what it exports. What still holds a code or a token
 * never gives way to a new grant: beyond the limits, the new one is refused.
 */
export class Grants implements StoredState {
  /** Shorter than the name of any workspace. */
  readonly name = 'oauth';
  version = 0;
  #slots: (Grant | undefined)[] = [];
  #slotOf = new Map<string, number>();
  #changes = new Map<number, Grant | undefined>();

  get(handle: string): Grant | undefined {
    const slot = this.#slotOf.get(handle);
    return slot === undefined ? undefined : this.#slots[slot];
  }

  /**
   * Adds a grant.
   * @returns false where the workspace, or the server, has as many as it may have
   */
  add(grant: Grant, { now, clock }: Moment): boolean {
    this.#deleteWhere((one) => one.workspace === grant.workspace && hasEnded(one, now));
    if (this.#count >= sandbox.grants)
      this.#deleteWhere((one) => !one.refreshToken && (one.madeAt ?? 0) < clock - STALE);
    if (this.#count >= sandbox.grants || this.#countOf(grant.workspace) >= sandbox.grants_per_workspace) return false;
    this.#set(this.#freeSlot(), grant);
    return true;
  }

  /** Puts a grant in the place of its earlier state. */
  update(grant: Grant): void {
    const slot = this.#slotOf.get(grant.handle);
    if (slot !== undefined) this.#set(slot, grant);
  }

  delete(handle: string): void {
    const slot = this.#slotOf.get(handle);
    if (slot !== undefined) this.#set(slot, undefined);
  }

  /** Ends every grant of a workspace. */
  deleteOf(workspace: string): void {
    this.#deleteWhere((grant) => grant.workspace === workspace);
  }

  clear(): void {
    this.#slots = [];
    this.#slotOf.clear();
    this.#changes.clear();
  }

  apply(changes: Iterable<Change>): void {
    for (const { id, json } of changes) {
      this.#occupy(Number(id), json === null ? undefined : (JSON.parse(json) as { grant: Grant }).grant);
    }
  }

  takeChanges(): ChangeSet {
    const changes = [...this.#changes].map(([slot, grant]) => ({
      kind: KIND,
      id: String(slot),
      sort: '',
      json: grant ? JSON.stringify({ grant }) : null,
    }));
    this.#changes.clear();
    return { reset: false, changes, forgotten: [] };
  }

  get #count(): number {
    return this.#slotOf.size;
  }

  #countOf(workspace: string): number {
    return this.#slots.filter((grant) => grant?.workspace === workspace).length;
  }

  #deleteWhere(isGone: (grant: Grant) => boolean): void {
    this.#slots.forEach((grant, slot) => {
      if (grant && isGone(grant)) this.#set(slot, undefined);
    });
  }

  #freeSlot(): number {
    const free = this.#slots.findIndex((grant) => !grant);
    return free === -1 ? this.#slots.length : free;
  }

  #set(slot: number, grant: Grant | undefined): void {
    this.#occupy(slot, grant);
    this.#changes.set(slot, grant);
  }

  #occupy(slot: number, grant: Grant | undefined): void {
    const before = this.#slots[slot];
    if (before) this.#slotOf.delete(before.handle);
    this.#slots[slot] = grant;
    if (grant) this.#slotOf.set(grant.handle, slot);
  }
}
