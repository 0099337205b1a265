import type { RecordStore, StoredState } from './record-store.ts';

/** Keeps nothing beyond the life of the sandbox: the workspaces themselves are the memory. */
export class MemoryStore implements RecordStore {
  transact<T>(state: StoredState, work: () => T): T {
    const result = work();
    state.takeChanges();
    return result;
  }

  drop(): void {}

  close(): void {}
}
