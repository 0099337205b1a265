/** What names one record. */
export type RecordKey = Pick<Change, 'kind' | 'id'>;

/** The same in one text, for a map: `contacts/con_abc123`. */
export function keyText({ kind, id }: RecordKey): string {
  return `${kind}/${id}`;
}

/** The newest state of one record. */
export interface Change {
  /** The kind of record, e.g. `contacts`. */
  readonly kind: string;
  readonly id: string;
  /** The record's place in lists, kept after a deletion too. */
  readonly sort: string;
  /** The record as JSON text; null when it was deleted. */
  readonly json: string | null;
}

/** A workspace as a store sees it. */
export interface StoredState {
  readonly name: string;
  /** How much of what is kept this state has taken in; 0 at first. The store's own number. */
  version: number;
  /** Forgets every change. */
  clear(): void;
  /** Takes in changes that are kept already, oldest first. */
  apply(changes: Iterable<Change>): void;
  /** The changes made since the last call. */
  takeChanges(): ChangeSet;
}

/** What one request changed, in this order. */
export interface ChangeSet {
  /** Everything kept before is to be forgotten. */
  readonly reset: boolean;
  readonly changes: readonly Change[];
  /** Records deleted so long ago that nothing of them need be kept. */
  readonly forgotten: readonly RecordKey[];
  /** What was written beside takes the place of everything kept before; the changes come on top of it. */
  readonly base?: StagedBase;
}

/** Changes that a store has written beside a state, in its own time, to take the state's place in one go. */
export interface StagedBase {
  /** Writes some of them. */
  add(changes: readonly Change[]): void;
  /** Forgets them, unless they have taken their place. */
  abandon(): void;
}

export function isEmpty({ reset, changes, forgotten }: ChangeSet): boolean {
  return !reset && changes.length === 0 && forgotten.length === 0;
}

/** Keeps what the workspaces change. */
export interface RecordStore {
  /** Whether something is kept that `state` has not taken in yet, as far as can be told at no cost. */
  isBehind?(state: StoredState): boolean;
  /**
   * Brings `state` up to date, runs `work` on it, and keeps what it changed before its result is
   * handed on: what was answered is kept.
   * @throws StorageError when the changes could not be kept; `state` is then out of date
   */
  transact<T>(state: StoredState, work: () => T): T | Promise<T>;
  /**
   * The workspaces that keep a record of this kind and `status`; a store that is opened for one workspace at a time, and never
   * without a request, cannot tell.
   */
  workspacesWith?(kind: string, status: string): readonly string[];
  /** The names of all states of which something is kept, the one that was changed last at the end. */
  names?(): readonly string[];
  /** Begins to write a state that will take the place of a workspace's; a store that cannot takes all changes at once. */
  stage?(workspace: string): StagedBase;
  /** Forgets a workspace that is given up. */
  drop(workspace: string): void | Promise<void>;
  close(): void | Promise<void>;
}

/** Something could not be read or kept. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
