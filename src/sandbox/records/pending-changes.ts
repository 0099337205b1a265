import type { Change, ChangeSet, RecordKey, StagedBase } from '../store/record-store.ts';
import type { Row } from './row.ts';

/** What has changed in a workspace since its store last asked. */
export class PendingChanges {
  #changes: Change[] = [];
  /** Whose texts are among the changes. */
  #written: Row[] = [];
  #forgotten: RecordKey[] = [];
  #reset = false;
  #base: StagedBase | undefined;

  get isEmpty(): boolean {
    return this.#changes.length === 0 && this.#forgotten.length === 0 && !this.#reset;
  }

  /** @param written the row whose text it carries */
  add(change: Change, written?: Row): void {
    this.#changes.push(change);
    if (written) this.#written.push(written);
  }

  forget({ kind, id }: RecordKey): void {
    this.#forgotten.push({ kind, id });
  }

  /** Everything before is forgotten. @param base what takes its place, where that is written already */
  reset(base?: StagedBase): void {
    this.clear();
    this.#reset = true;
    this.#base = base;
  }

  clear(): void {
    this.#changes = [];
    this.#written = [];
    this.#forgotten = [];
    this.#reset = false;
    this.#base = undefined;
  }

  take(): ChangeSet {
    const base = this.#base && { base: this.#base };
    const made = { reset: this.#reset, changes: this.#changes, forgotten: this.#forgotten, ...base };
    // The store has the texts now, and so has the answer.
    for (const row of this.#written) row.release();
    this.clear();
    return made;
  }
}
