import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isEmpty, StorageError } from './record-store.ts';
import type { ChangeSet, RecordStore, StagedBase, StoredState } from './record-store.ts';
import { explain, openFile } from './sqlite-file.ts';
import { SqliteTable } from './sqlite-table.ts';
import { StagedRows } from './staged-rows.ts';

interface Batch {
  readonly queue: { readonly workspace: string; readonly made: ChangeSet }[];
  /** The states whose changes wait. */
  readonly states: Set<StoredState>;
  readonly done: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Keeps changes in one SQLite file, owned by one process. What one turn of the event loop changes goes
 * in one transaction, and every answer of that turn waits for it.
 */
export class SqliteStore implements RecordStore {
  readonly #database: DatabaseSync;
  readonly #table: SqliteTable;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #batch: Batch | undefined;

  /**
   * @param file path of the database; made when missing
   * @param seed the number the seeded records are made from: a file fits one only
   * @throws StorageError in one line when the file cannot be used; it is then left as it was
   */
  constructor(file: string, seed: number) {
    this.#database = openFile(file, seed);
    try {
      this.#table = new SqliteTable(this.#database);
      this.#begin = this.#database.prepare('BEGIN');
      this.#commit = this.#database.prepare('COMMIT');
    } catch (error) {
      this.#database.close();
      throw error instanceof StorageError ? error : explain(error, file);
    }
  }

  isBehind({ version }: StoredState): boolean {
    return version === 0;
  }

  transact<T>(state: StoredState, work: () => T): T | Promise<T> {
    if (state.version === 0) {
      // What waits to be written is not in the file yet.
      this.#flush();
      state.apply(this.#table.read(state.name));
      state.version = 1;
    }
    const result = this.#attempt(state, work);
    const made = state.takeChanges();
    if (!isEmpty(made)) this.#enqueue(state.name, made, state);
    return this.#batch ? this.#batch.done.then(() => result) : result;
  }

  /** Lets the file grow no further, as a full disk does. */
  limitPages(count: number): void {
    this.#database.exec(`PRAGMA max_page_count = ${count}`);
  }

  workspacesWith(kind: string, status: string): string[] {
    return this.#table.workspacesWith(kind, status);
  }

  names(): string[] {
    return this.#table.names();
  }

  /** Begins to write a state beside a workspace's, in parts that are a transaction each: others are answered in between. */
  stage(workspace: string): StagedBase {
    return new StagedRows(this.#table.newPlace(workspace), {
      add: (place, changes) => this.#inTransaction(() => this.#table.add(place, changes)),
      abandon: (place) => this.#sweep(place),
    });
  }

  /** Takes the rows of a workspace out of the file along with the next changes. */
  drop(workspace: string): void {
    this.#enqueue(workspace, { reset: true, changes: [], forgotten: [] });
  }

  close(): void {
    this.#flush();
    this.#database.close();
  }

  /** Work that fails half-way leaves nothing behind. */
  #attempt<T>(state: StoredState, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isEmpty(state.takeChanges())) forget(state);
      throw error;
    }
  }

  #enqueue(workspace: string, made: ChangeSet, state?: StoredState): void {
    const batch = (this.#batch ??= this.#openBatch());
    batch.queue.push({ workspace, made });
    if (state) batch.states.add(state);
  }

  #openBatch(): Batch {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Where nobody waits for an answer, nobody needs to be told.
    promise.catch(() => undefined);
    setImmediate(() => this.#flush());
    return { queue: [], states: new Set(), done: promise, resolve, reject };
  }

  #flush(): void {
    const batch = this.#batch;
    if (!batch) return;
    this.#batch = undefined;
    const { places } = this.#table;
    try {
      const left = this.#inTransaction(() =>
        batch.queue.flatMap(({ workspace, made }) => this.#write(workspace, made)),
      );
      left.forEach((place) => this.#sweep(place));
      batch.resolve();
    } catch (error) {
      this.#table.places = places;
      for (const state of batch.states) forget(state);
      batch.reject(new StorageError('The changes could not be written', { cause: error }));
    }
  }

  /** @returns the place that the workspace has left, if it has */
  #write(workspace: string, made: ChangeSet): string[] {
    if (!made.base) {
      this.#table.write(workspace, made);
      return [];
    }
    if (!(made.base instanceof StagedRows)) throw new Error('The changes were staged in another store');
    const before = this.#table.placeOf(workspace);
    this.#table.write(workspace, made, made.base.take());
    return [before];
  }

  #inTransaction<T>(work: () => T): T {
    this.#begin.run();
    try {
      const result = work();
      this.#commit.run();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Takes the rows of a place that is nobody's out, some a turn; what is left at the end goes at the next start. */
  #sweep(place: string): void {
    if (this.#database.isOpen && this.#table.sweep(place)) setImmediate(() => this.#sweep(place));
  }
}

/** Has a state loaded anew. */
function forget(state: StoredState): void {
  state.clear();
  state.version = 0;
}
