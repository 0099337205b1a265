import { pagination } from '../generated/policies.ts';
import { counterOf, recordId } from '../ids.ts';
import type { IdPrefix } from '../ids.ts';
import type { Seed } from '../seed/seed.ts';
import type { Change, ChangeSet, StoredState } from '../store/record-store.ts';
import { Collection } from './collection.ts';
import { COLLECTIONS, kindOf } from './collections.ts';
import type { CollectionName, Records } from './collections.ts';
import { Row } from './row.ts';
import type { Place, Stored } from './row.ts';

type Collections = { readonly [Name in CollectionName]: Collection<Records[Name]> };

/** All records of one workspace: the seeded ones and, over them, what was changed. */
export class Workspace implements StoredState {
  readonly name: string;
  readonly records: Collections;
  version = 0;
  readonly #seed: Seed;
  /** Where deleted records stood, oldest deletion first. */
  readonly #deleted = new Map<string, Place>();
  #changes: Change[] = [];
  #forgotten: string[] = [];
  #reset = false;
  #counter = 0;

  constructor(name: string, seed: Seed) {
    this.name = name;
    this.#seed = seed;
    const changed = this.#record.bind(this);
    const collection = <Name extends CollectionName>(kind: Name): Collection<Records[Name]> =>
      new Collection<Records[Name]>(COLLECTIONS[kind], () => seed.base(kind), changed);
    this.records = { contacts: collection('contacts') };
  }

  /** A fresh id. */
  newId(prefix: IdPrefix): string {
    this.#counter += 1;
    return recordId(prefix, this.#seed.number, this.name, this.#counter);
  }

  /** Where a deleted record of this kind stood, while its deletion is remembered. */
  deletedPlace(id: string, kind: CollectionName): Place | undefined {
    return kindOf(id) === kind ? this.#deleted.get(id) : undefined;
  }

  /** Back to the seeded records. */
  reset(): void {
    this.clear();
    this.#reset = true;
  }

  clear(): void {
    for (const collection of Object.values(this.records)) collection.clear();
    this.#deleted.clear();
    this.#changes = [];
    this.#forgotten = [];
    this.#reset = false;
    this.#counter = 0;
  }

  apply(changes: Iterable<Change>): void {
    for (const { id, sort, json } of changes) {
      this.#counter = Math.max(this.#counter, counterOf(id));
      const kind = kindOf(id);
      if (!kind) continue;
      const collection: Collection<Stored> = this.records[kind] as unknown as Collection<Stored>;
      if (json === null) {
        collection.remove(id);
        this.#remember({ id, sort });
      } else {
        collection.apply(new Row(JSON.parse(json) as Stored, sort, json));
      }
    }
  }

  takeChanges(): ChangeSet {
    const made = { reset: this.#reset, changes: this.#changes, forgotten: this.#forgotten };
    this.#changes = [];
    this.#forgotten = [];
    this.#reset = false;
    return made;
  }

  #record(id: string, row: Row, deleted: boolean): void {
    this.#changes.push({ id, sort: row.sort, json: deleted ? null : row.json });
    if (deleted) this.#remember({ id, sort: row.sort });
  }

  #remember(place: Place): void {
    this.#deleted.set(place.id, place);
    if (this.#deleted.size <= pagination.remembered_deletions) return;
    const oldest = this.#deleted.keys().next().value ?? '';
    this.#deleted.delete(oldest);
    if (counterOf(oldest) > 0) this.#forgotten.push(oldest);
  }
}
