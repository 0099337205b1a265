import { comparePositions, indexOfPosition, Row } from './row.ts';
import type { Stored } from './row.ts';

/** How the records of one kind are ordered and grouped. */
export interface CollectionOptions<T> {
  /** The RFC 3339 time that lists are ordered by; it never changes. */
  readonly sort: (record: T) => string;
  /** What records are looked up by besides their id (a contact's email, a message's conversation). */
  readonly group?: (record: T) => string | null | undefined;
}

/** Is told of changes. */
export interface ChangeObserver<T extends Stored> {
  /** Before each of them; may throw to prevent it. */
  before(isDeletion: boolean): void;
  /** After it, to keep it. @param before the record as it was, where it was not as it was seeded */
  changed(row: Row<T>, isDeleted: boolean, before: Row<T> | undefined): void;
}

/** The seeded records of one kind, shared by all workspaces and never changed. */
export interface Base<T extends Stored> {
  /** Oldest first. */
  readonly rows: readonly Row<T>[];
  readonly byId: ReadonlyMap<string, Row<T>>;
  readonly groups: ReadonlyMap<string, readonly Row<T>[]>;
}

export function createBase<T extends Stored>(records: readonly T[], options: CollectionOptions<T>): Base<T> {
  const rows = records.map((record) => new Row(record, options.sort(record))).sort(comparePositions);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groups = new Map<string, Row<T>[]>();
  for (const row of rows) {
    const key = options.group?.(row.value);
    if (key == null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return { rows, byId, groups };
}

/**
 * The records of one kind in one workspace: the seeded ones, and over them what was changed.
 * Nothing is copied before the first change.
 */
export class Collection<T extends Stored> {
  readonly #options: CollectionOptions<T>;
  readonly #seeded: () => Base<T>;
  readonly #observer: ChangeObserver<T>;
  #own = new Map<string, Row<T> | null>();
  /** A group of one is that row itself: of most contacts no list need be made. */
  #ownGroups = new Map<string, Row<T> | Row<T>[]>();
  #rows: Row<T>[] | undefined;
  #size = 0;

  constructor(options: CollectionOptions<T>, seeded: () => Base<T>, observer: ChangeObserver<T>) {
    this.#options = options;
    this.#seeded = seeded;
    this.#observer = observer;
  }

  /** All records, oldest first. */
  get rows(): readonly Row<T>[] {
    return this.#rows ?? this.#seeded().rows;
  }

  /** Whether all is as it was seeded: nothing has been changed yet. */
  get isSeeded(): boolean {
    return this.#rows === undefined;
  }

  /** How many records are not as they were seeded, those that were deleted among them. */
  get changeCount(): number {
    return this.#own.size;
  }

  /** How many characters of text the records have that are not as they were seeded. */
  get size(): number {
    return this.#size;
  }

  /** The records that are not as they were seeded, oldest first. */
  get changed(): readonly Row<T>[] {
    return [...this.#own.values()].filter((row) => row !== null).sort(comparePositions);
  }

  /** The seeded records that were deleted, oldest first. */
  get missing(): readonly Row<T>[] {
    return this.#seeded().rows.filter(({ id }) => this.#own.get(id) === null);
  }

  /** The records of one group, oldest first. */
  group(key: string): readonly Row<T>[] {
    const own = this.#ownGroups.get(key);
    if (own) return own instanceof Row ? [own] : own;
    return this.#seeded().groups.get(key) ?? [];
  }

  get(id: string): Row<T> | undefined {
    const own = this.#own.get(id);
    if (own !== undefined) return own ?? undefined;
    return this.#seeded().byId.get(id);
  }

  /** Stores a record, new or changed, and keeps the change. */
  put(record: T): Row<T> {
    this.#observer.before(false);
    const row = new Row(record, this.#options.sort(record));
    const before = this.#own.get(row.id) ?? undefined;
    this.apply(row);
    this.#observer.changed(row, false, before);
    return row;
  }

  /** Deletes a record, if there is one, and keeps the change. */
  delete(id: string): void {
    const row = this.get(id);
    if (!row) return;
    this.#observer.before(true);
    const before = this.#own.get(id) ?? undefined;
    this.remove(id);
    this.#observer.changed(row, true, before);
  }

  /** Takes in a record that is kept already. */
  apply(row: Row<T>): void {
    const before = this.get(row.id);
    const rows = (this.#rows ??= [...this.#seeded().rows]);
    if (before) take(rows, before);
    insert(rows, row);
    this.#regroup(before, row);
    this.#size += row.size - (this.#own.get(row.id)?.size ?? 0);
    this.#own.set(row.id, row);
  }

  /** Takes out a record whose deletion is kept already. */
  remove(id: string): void {
    const before = this.get(id);
    if (!before) return;
    take((this.#rows ??= [...this.#seeded().rows]), before);
    this.#regroup(before, undefined);
    this.#size -= this.#own.get(id)?.size ?? 0;
    if (this.#seeded().byId.has(id)) this.#own.set(id, null);
    else this.#own.delete(id);
  }

  /** Back to the seeded records. */
  clear(): void {
    this.#own = new Map();
    this.#ownGroups = new Map();
    this.#rows = undefined;
    this.#size = 0;
  }

  /** Takes over all that another one of the same kind holds, which is not used any more. */
  adopt(other: Collection<T>): void {
    this.#own = other.#own;
    this.#ownGroups = other.#ownGroups;
    this.#rows = other.#rows;
    this.#size = other.#size;
  }

  #regroup(before: Row<T> | undefined, after: Row<T> | undefined): void {
    const old = before && this.#options.group?.(before.value);
    const key = after && this.#options.group?.(after.value);
    if (before && old != null) this.#takeFromGroup(old, before);
    if (after && key != null) this.#addToGroup(key, after);
  }

  #addToGroup(key: string, row: Row<T>): void {
    if (this.group(key).length > 0) insert(this.#ownGroup(key), row);
    else this.#ownGroups.set(key, row);
  }

  /** A group that nobody is left in is forgotten, unless it hides a seeded one. */
  #takeFromGroup(key: string, row: Row<T>): void {
    const rows = this.#ownGroup(key);
    take(rows, row);
    if (rows.length === 0 && !this.#seeded().groups.has(key)) this.#ownGroups.delete(key);
  }

  #ownGroup(key: string): Row<T>[] {
    const own = this.#ownGroups.get(key);
    if (own && !(own instanceof Row)) return own;
    const rows = [...this.group(key)];
    this.#ownGroups.set(key, rows);
    return rows;
  }
}

function insert<T extends Stored>(rows: Row<T>[], row: Row<T>): void {
  const last = rows.at(-1);
  if (!last || comparePositions(last, row) < 0) rows.push(row);
  else rows.splice(indexOfPosition(rows, row), 0, row);
}

function take<T extends Stored>(rows: Row<T>[], row: Row<T>): void {
  const index = indexOfPosition(rows, row);
  if (rows[index]?.id === row.id) rows.splice(index, 1);
}
