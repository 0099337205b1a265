import { isEmpty, keyText } from './record-store.ts';
import type { Change, ChangeSet, RecordStore, StoredState } from './record-store.ts';

/** Keeps changes for the life of the sandbox: no more of them is there than what a transaction brought to its end. */
export class MemoryStore implements RecordStore {
  /** The newest change of each record, oldest first, by the name of the state. */
  readonly #kept = new Map<string, Map<string, Change>>();

  transact<T>(state: StoredState, work: () => T): T {
    try {
      const result = work();
      const made = state.takeChanges();
      if (!isEmpty(made)) this.#keep(state.name, made);
      return result;
    } catch (error) {
      if (!isEmpty(state.takeChanges())) {
        state.clear();
        state.apply(this.#kept.get(state.name)?.values() ?? []);
      }
      throw error;
    }
  }

  drop(name: string): void {
    this.#kept.delete(name);
  }

  close(): void {}

  #keep(name: string, { reset, changes, forgotten }: ChangeSet): void {
    if (reset) this.#kept.delete(name);
    let kept = this.#kept.get(name);
    if (!kept) this.#kept.set(name, (kept = new Map<string, Change>()));
    for (const change of changes) {
      const key = keyText(change);
      kept.delete(key);
      kept.set(key, change);
    }
    for (const key of forgotten) kept.delete(keyText(key));
  }
}
