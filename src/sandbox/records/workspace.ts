import { pagination } from '../generated/policies.ts';
import { counterOf, recordId } from '../ids.ts';
import type { IdPrefix } from '../ids.ts';
import type { Seed } from '../seed/seed.ts';
import type { Change, ChangeSet, RecordKey, StagedBase, StoredState } from '../store/record-store.ts';
import { OWN_CAPS, requireRoom } from './caps.ts';
import type { Caps } from './caps.ts';
import { Collection } from './collection.ts';
import { COLLECTIONS, isInternal, isKind, KIND_OF, KINDS } from './collections.ts';
import type { Kind, Records } from './collections.ts';
import { Row } from './row.ts';
import type { ListPosition, Stored } from './row.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { SettingName, Settings, StoredSetting } from './settings.ts';

export type Collections = { readonly [K in Kind]: Collection<Records[K]> };

/** Where there is room for the changes of workspaces. */
export interface Room {
  /** What each of them may hold. */
  readonly caps: Caps;
  /** @throws ApiError where there is none for this one */
  claim(workspace: Workspace): void;
  /** It has no changes any more. */
  release(workspace: Workspace): void;
}

const ENDLESS: Room = { caps: OWN_CAPS, claim: () => undefined, release: () => undefined };

/** Where a deleted record stood. */
export interface Deletion extends ListPosition {
  readonly kind: string;
}

/** All records of one workspace: the seeded ones and, over them, what was changed. */
export class Workspace implements StoredState {
  readonly name: string;
  readonly records: Collections;
  version = 0;
  readonly #seed: Seed;
  readonly #room: Room;
  /** Where deleted records stood, oldest deletion first. */
  readonly #deletions = new Map<string, Deletion>();
  #changes: Change[] = [];
  /** Whose texts are among the changes. */
  #written: Row[] = [];
  #forgotten: RecordKey[] = [];
  #reset = false;
  #base: StagedBase | undefined;
  #counter = 0;

  constructor(name: string, seed: Seed, room: Room = ENDLESS) {
    this.name = name;
    this.#seed = seed;
    this.#room = room;
    const collection = <K extends Kind>(kind: K): Collection<Records[K]> =>
      new Collection<Records[K]>(COLLECTIONS[kind], () => seed.base(kind), {
        before: this.#beforeChange.bind(this, kind),
        changed: this.#record.bind(this, kind),
      });
    this.records = Object.fromEntries(KINDS.map((kind) => [kind, collection(kind)])) as unknown as Collections;
  }

  /** The number that the seeded records are made from. */
  get seedNumber(): number {
    return this.#seed.number;
  }

  /** A workspace of the same name and seed with nothing changed, to try something out. */
  fresh(): Workspace {
    return new Workspace(this.name, this.#seed);
  }

  /** The deletions that are remembered, oldest first; seeded records come first where theirs are not. */
  get deletions(): readonly Deletion[] {
    const forgotten = KINDS.flatMap((kind) =>
      this.records[kind].missing
        .filter(({ id }) => !this.#deletions.has(id))
        .map(({ id, sort }) => ({ kind, id, sort })),
    );
    return [...forgotten, ...this.#deletions.values()];
  }

  /** How many ids were given out. */
  get counter(): number {
    return Math.max(this.#counter, this.setting('counter').value);
  }

  /** A fresh id: none that a record has, or had as far as that is remembered. */
  newId(prefix: IdPrefix): string {
    for (;;) {
      this.#counter = this.counter + 1;
      const id = recordId(prefix, this.#seed.number, this.name, this.#counter);
      if (!this.#deletions.has(id) && !this.records[KIND_OF[prefix]].get(id)) return id;
    }
  }

  /** How many characters of text the records of the API have that are not as they were seeded. */
  get size(): number {
    return KINDS.reduce((sum, kind) => (isInternal(kind) ? sum : sum + this.records[kind].size), 0);
  }

  /** How many records of the API are not as they were seeded, those that were deleted among them. */
  get count(): number {
    return KINDS.reduce((sum, kind) => (isInternal(kind) ? sum : sum + this.records[kind].changeCount), 0);
  }

  /** What it may hold. */
  get caps(): Caps {
    return this.#room.caps;
  }

  /** What the control interface has set, or the default. */
  setting<Name extends SettingName>(name: Name): Settings[Name] {
    const { settings } = this.records;
    // Asked for several times a request, and hardly ever set.
    if (settings.isSeeded) return DEFAULT_SETTINGS[name];
    return (settings.get(name)?.value as Settings[Name] | undefined) ?? DEFAULT_SETTINGS[name];
  }

  set<Name extends SettingName>(name: Name, value: Settings[Name]): void {
    this.records.settings.put({ ...value, id: name } as StoredSetting);
  }

  /** True for a workspace that was made for a while and has ended. @param now by the machine's clock */
  isOver(now: number): boolean {
    const { expires_at } = this.setting('life');
    return expires_at !== null && expires_at <= now;
  }

  /** Where a deleted record of this kind stood, while its deletion is remembered. */
  deletedPosition(kind: Kind, id: string): ListPosition | undefined {
    const deletion = this.#deletions.get(id);
    return deletion?.kind === kind ? deletion : undefined;
  }

  /** Deletes a record, or remembers the deletion of one that came and went elsewhere. */
  delete(deletion: Deletion): void {
    const { kind, id, sort } = deletion;
    if (isKind(kind) && this.records[kind].get(id)) return this.records[kind].delete(id);
    this.#changes.push({ kind, id, sort, json: null });
    this.#remember(deletion);
  }

  /** Back to the seeded records. A workspace that was made for a while keeps its end, and its room. */
  reset(): void {
    const life = this.setting('life');
    this.clear();
    this.#reset = true;
    if (life.expires_at === null) this.#room.release(this);
    else this.set('life', life);
  }

  /** Forgets everything, its end too. */
  end(): void {
    this.clear();
    this.#reset = true;
    this.#room.release(this);
  }

  /**
   * Takes over all that another workspace holds, which is not used any more.
   * @param base where its changes are written already; omitted, they still have to be
   */
  adopt(other: Workspace, base?: StagedBase): void {
    this.#room.claim(this);
    const { changes } = other.takeChanges();
    this.clear();
    for (const kind of KINDS) collectionOf(this, kind).adopt(collectionOf(other, kind));
    for (const [id, deletion] of other.#deletions) this.#deletions.set(id, deletion);
    this.#counter = other.#counter;
    this.#reset = true;
    this.#base = base;
    if (!base) this.#changes = [...changes];
  }

  clear(): void {
    for (const kind of KINDS) this.records[kind].clear();
    this.#deletions.clear();
    this.#changes = [];
    this.#written = [];
    this.#forgotten = [];
    this.#reset = false;
    this.#base = undefined;
    this.#counter = 0;
  }

  apply(changes: Iterable<Change>): void {
    for (const { kind, id, sort, json } of changes) {
      this.#counter = Math.max(this.#counter, counterOf(id));
      if (!isKind(kind)) continue;
      const collection = collectionOf(this, kind);
      if (json !== null) {
        collection.apply(new Row(JSON.parse(json) as Stored, sort, json));
      } else {
        collection.remove(id);
        this.#remember({ kind, id, sort });
      }
    }
  }

  takeChanges(): ChangeSet {
    const base = this.#base && { base: this.#base };
    const made = { reset: this.#reset, changes: this.#changes, forgotten: this.#forgotten, ...base };
    this.#base = undefined;
    this.#changes = [];
    this.#forgotten = [];
    this.#reset = false;
    // The store has the texts now, and so has the answer.
    for (const row of this.#written) row.release();
    this.#written = [];
    return made;
  }

  /** The first change of a request asks for room: where there is none, nothing has been changed yet. */
  #beforeChange(kind: Kind, isDeletion: boolean): void {
    if (this.#changes.length > 0 || this.#forgotten.length > 0 || this.#reset) return;
    this.#room.claim(this);
    if (!isDeletion && !isInternal(kind)) requireRoom(this, this.caps);
  }

  #record(kind: Kind, row: Row, isDeleted: boolean): void {
    const { id, sort } = row;
    if (isDeleted && isInternal(kind)) {
      this.#forgotten.push({ kind, id });
      return;
    }
    this.#changes.push({ kind, id, sort, json: isDeleted ? null : row.json });
    if (isDeleted) this.#remember({ kind, id, sort });
    else this.#written.push(row);
  }

  #remember(deletion: Deletion): void {
    this.#deletions.set(deletion.id, deletion);
    if (this.#deletions.size <= pagination.remembered_deletions) return;
    const [oldest] = this.#deletions.values();
    if (!oldest) return;
    this.#deletions.delete(oldest.id);
    // What was seeded must stay marked as deleted.
    if (counterOf(oldest.id) > 0) this.#forgotten.push({ kind: oldest.kind, id: oldest.id });
  }
}

/** The records of a kind, of which nothing matters but that they are records. */
export function collectionOf({ records }: Workspace, kind: Kind): Collection<Stored> {
  return records[kind] as unknown as Collection<Stored>;
}
