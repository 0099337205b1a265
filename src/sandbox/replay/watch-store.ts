import { counterOf } from '../ids.ts';
import { KINDS } from '../records/collections.ts';
import { keyText } from '../store/record-store.ts';
import type { ChangeSet, RecordStore, StoredState } from '../store/record-store.ts';

/** What a request did to one record or setting; `reset`: everything before it was forgotten. */
export interface ReplayChange {
  readonly change: 'created' | 'changed' | 'deleted' | 'reset';
  /** E.g. `contacts`, `deliveries`, `settings`; empty for a reset. */
  readonly kind: string;
  /** Of the record, or the name of the setting; empty for a reset. */
  readonly id: string;
}

/** What is nobody's to see, or follows from what is told. */
const HIDDEN: ReadonlySet<string> = new Set(['secrets', 'events', 'undos']);
const SHOWN: ReadonlySet<string> = new Set(KINDS.filter((kind) => !HIDDEN.has(kind)));

/** Looks on at what is kept of one state in a store. */
export class WatchedStore implements RecordStore {
  readonly #store: RecordStore;
  readonly #name: string;
  readonly #watched = new WeakMap<StoredState, StoredState>();
  #changes = new Map<string, ReplayChange>();
  #known = new Set<string>();

  constructor(store: RecordStore, name: string) {
    this.#store = store;
    this.#name = name;
  }

  /** What has changed since the last call, each record once, in the order of the first change. */
  take(): ReplayChange[] {
    const changes = [...this.#changes.values()];
    this.#changes = new Map();
    return changes;
  }

  isBehind(state: StoredState): boolean {
    return this.#store.isBehind?.(state) ?? false;
  }

  transact<T>(state: StoredState, work: () => T): T | Promise<T> {
    return this.#store.transact(state.name === this.#name ? this.#watch(state) : state, work);
  }

  drop(workspace: string): void | Promise<void> {
    return this.#store.drop(workspace);
  }

  close(): void | Promise<void> {
    return this.#store.close();
  }

  /** A stand-in for the state, the same each time: stores know states by their identity. */
  #watch(state: StoredState): StoredState {
    const known = this.#watched.get(state);
    if (known) return known;
    const note = (made: ChangeSet): void => this.#note(made);
    const watched: StoredState = {
      name: state.name,
      get version() {
        return state.version;
      },
      set version(version: number) {
        state.version = version;
      },
      clear: () => state.clear(),
      apply: (changes) => state.apply(changes),
      takeChanges() {
        const made = state.takeChanges();
        note(made);
        return made;
      },
    };
    this.#watched.set(state, watched);
    return watched;
  }

  #note({ reset, changes, forgotten }: ChangeSet): void {
    if (reset) {
      this.#changes.clear();
      this.#known.clear();
      this.#add({ change: 'reset', kind: '', id: '' });
    }
    for (const { kind, id, json } of changes) this.#add({ change: this.#changeOf(kind, id, json), kind, id });
    for (const { kind, id } of forgotten) this.#add({ change: 'deleted', kind, id });
  }

  #changeOf(kind: string, id: string, json: string | null): ReplayChange['change'] {
    const key = keyText({ kind, id });
    const isNew = counterOf(id) > 0 && !this.#known.has(key);
    this.#known.add(key);
    if (json === null) return 'deleted';
    return isNew || this.#changes.get(key)?.change === 'created' ? 'created' : 'changed';
  }

  #add(change: ReplayChange): void {
    if (change.kind !== '' && !SHOWN.has(change.kind)) return;
    this.#changes.set(keyText(change), change);
  }
}
