import { counterOf, recordId } from '../ids.ts';
import type { IdPrefix } from '../ids.ts';
import type { Seed } from '../seed/seed.ts';
import { createSecret } from '../webhooks/secret.ts';
import type { DrawSecret } from '../webhooks/secret.ts';
import type { Change, ChangeSet, StagedBase, StoredState } from '../store/record-store.ts';
import { requireRoom } from './caps.ts';
import type { Caps } from './caps.ts';
import { Collection } from './collection.ts';
import { COLLECTIONS, isInternal, isKind, KIND_OF, KINDS } from './collections.ts';
import type { Kind, Records } from './collections.ts';
import { Deletions } from './deletions.ts';
import type { Deletion } from './deletions.ts';
import { PendingChanges } from './pending-changes.ts';
import { ENDLESS } from './room.ts';
import type { Room } from './room.ts';
import { Row } from './row.ts';
import type { ListPosition, Stored } from './row.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { SettingName, Settings, StoredSetting } from './settings.ts';
import { UndoLog } from './undo-log.ts';

export type Collections = { readonly [K in Kind]: Collection<Records[K]> };

/** What a workspace is made with besides its name and seed. */
export interface WorkspaceOptions {
  readonly room?: Room;
  readonly drawSecret?: DrawSecret | undefined;
}

/** All records of one workspace: the seeded ones and, over them, what was changed. */
export class Workspace implements StoredState {
  readonly name: string;
  readonly records: Collections;
  version = 0;
  /** What the last requests have changed, to be undone. */
  readonly undo: UndoLog;
  readonly #seed: Seed;
  readonly #room: Room;
  /** Draws the secret of a webhook. */
  readonly drawSecret: DrawSecret;
  /** Where deleted records stood, oldest deletion first. */
  readonly #deletions = new Deletions();
  readonly #pending = new PendingChanges();
  #counter = 0;

  constructor(name: string, seed: Seed, { room = ENDLESS, drawSecret = createSecret }: WorkspaceOptions = {}) {
    this.name = name;
    this.#seed = seed;
    this.#room = room;
    this.drawSecret = drawSecret;
    const collection = <K extends Kind>(kind: K): Collection<Records[K]> =>
      new Collection<Records[K]>(COLLECTIONS[kind], () => seed.base(kind), {
        before: this.#beforeChange.bind(this, kind),
        changed: this.#record.bind(this, kind),
      });
    this.records = Object.fromEntries(KINDS.map((kind) => [kind, collection(kind)])) as unknown as Collections;
    this.undo = new UndoLog({ counter: () => this.counter, undos: this.records.undos });
  }

  /** The number that the seeded records are made from. */
  get seedNumber(): number {
    return this.#seed.number;
  }

  /** A workspace of the same name and seed with nothing changed, to try something out. */
  fresh(): Workspace {
    return new Workspace(this.name, this.#seed, { drawSecret: this.drawSecret });
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

  /** Whether all is as it was seeded, settings too. */
  get isSeeded(): boolean {
    return KINDS.every((kind) => this.records[kind].isSeeded);
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
    this.#pending.add({ kind, id, sort, json: null });
    this.#remember(deletion);
  }

  /**
   * Back to the seeded records. A workspace that was made for a while keeps its end, and its room.
   * @param keepsRoom whether it holds something elsewhere: snapshots
   */
  reset(keepsRoom = false): void {
    const life = this.setting('life');
    this.clear();
    this.#pending.reset();
    if (life.expires_at !== null) this.set('life', life);
    else if (!keepsRoom) this.#room.release(this);
  }

  /** Takes room for something that is kept elsewhere. @throws ApiError where there is none */
  claimRoom(): void {
    this.#room.claim(this);
  }

  /** Forgets everything, its end too. */
  end(): void {
    this.clear();
    this.#pending.reset();
    this.#room.release(this);
  }

  /** Takes in changes that are still to be kept, oldest first. */
  take(changes: readonly Change[]): void {
    this.apply(changes);
    for (const change of changes) this.#pending.add(change);
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
    this.#deletions.adopt(other.#deletions);
    this.#counter = other.#counter;
    this.#pending.reset(base);
    if (!base) for (const change of changes) this.#pending.add(change);
  }

  clear(): void {
    for (const kind of KINDS) this.records[kind].clear();
    this.undo.forget();
    this.#deletions.clear();
    this.#pending.clear();
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
    this.undo.close();
    return this.#pending.take();
  }

  /** The first change of a request asks for room: where there is none, nothing has been changed yet. */
  #beforeChange(kind: Kind, isDeletion: boolean): void {
    if (!this.#pending.isEmpty) return;
    this.#room.claim(this);
    if (!isDeletion && !isInternal(kind)) requireRoom(this, this.caps);
  }

  #record(kind: Kind, row: Row, isDeleted: boolean, before: Row | undefined): void {
    const { id, sort } = row;
    this.undo.note(kind, row, before);
    if (isDeleted && isInternal(kind)) {
      this.#pending.forget({ kind, id });
      return;
    }
    const json = isDeleted ? null : row.json;
    this.#pending.add({ kind, id, sort, json }, isDeleted ? undefined : row);
    if (isDeleted) this.#remember({ kind, id, sort });
  }

  #remember(deletion: Deletion): void {
    const oldest = this.#deletions.add(deletion);
    // What was seeded must stay marked as deleted.
    if (oldest && counterOf(oldest.id) > 0) this.#pending.forget(oldest);
  }
}

/** The records of a kind, of which nothing matters but that they are records. */
export function collectionOf({ records }: Workspace, kind: Kind): Collection<Stored> {
  return records[kind] as unknown as Collection<Stored>;
}
