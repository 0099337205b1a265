import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { isEmpty, StorageError } from './record-store.ts';
import type { Change, ChangeSet, RecordStore, StoredState } from './record-store.ts';
import { explain, openFile } from './sqlite-file.ts';

/** How many rows are written by one statement, at most. */
const MOST_ROWS = 32;

/** Workspace, kind, id, sequence number, sort, JSON. */
const COLUMNS = 6;

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
  readonly #select: StatementSync;
  /** By how many rows they write. */
  readonly #upserts = new Map<number, StatementSync>();
  readonly #clear: StatementSync;
  readonly #forget: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #seq: number;
  #batch: Batch | undefined;

  /**
   * @param file path of the database; made when missing
   * @param seed the number the seeded records are made from: a file fits one only
   * @throws StorageError in one line when the file cannot be used; it is then left as it was
   */
  constructor(file: string, seed: number) {
    this.#database = openFile(file, seed);
    try {
      this.#select = this.#database.prepare(
        'SELECT kind, id, sort, json FROM changes WHERE workspace = ? ORDER BY seq',
      );
      this.#clear = this.#database.prepare('DELETE FROM changes WHERE workspace = ?');
      this.#forget = this.#database.prepare('DELETE FROM changes WHERE workspace = ? AND kind = ? AND id = ?');
      this.#begin = this.#database.prepare('BEGIN');
      this.#commit = this.#database.prepare('COMMIT');
      const last = this.#database.prepare('SELECT max(seq) AS seq FROM changes').get();
      this.#seq = Number(last?.['seq'] ?? 0);
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
      state.apply(this.#select.all(state.name) as unknown as Change[]);
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
    const rows = this.#database
      .prepare(
        `SELECT DISTINCT workspace FROM changes WHERE kind = ? AND json IS NOT NULL AND json_extract(json, '$.status') = ?`,
      )
      .all(kind, status);
    return rows.map((row) => String(row['workspace']));
  }

  names(): string[] {
    const rows = this.#database.prepare('SELECT workspace FROM changes GROUP BY workspace ORDER BY max(seq)').all();
    return rows.map((row) => String(row['workspace']));
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
    try {
      this.#begin.run();
      this.#write(batch);
      this.#commit.run();
      batch.resolve();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const state of batch.states) forget(state);
      batch.reject(new StorageError('The changes could not be written', { cause: error }));
    }
  }

  /** Rows that follow one another are written by one statement: to run one costs as much as to write some rows. */
  #write({ queue }: Batch): void {
    let values: SQLInputValue[] = [];
    for (const { workspace, made } of queue) {
      const { reset, changes, forgotten } = made;
      if (reset) {
        values = this.#upsert(values);
        this.#clear.run(workspace);
      }
      for (const { kind, id, sort, json } of changes) {
        values.push(workspace, kind, id, (this.#seq += 1), sort, json);
        if (values.length === MOST_ROWS * COLUMNS) values = this.#upsert(values);
      }
      if (forgotten.length === 0) continue;
      values = this.#upsert(values);
      for (const { kind, id } of forgotten) this.#forget.run(workspace, kind, id);
    }
    this.#upsert(values);
  }

  /** @returns the values that are still to be written: none */
  #upsert(values: readonly SQLInputValue[]): SQLInputValue[] {
    if (values.length > 0) this.#upsertOf(values.length / COLUMNS).run(...values);
    return [];
  }

  #upsertOf(count: number): StatementSync {
    let statement = this.#upserts.get(count);
    if (!statement) {
      const row = `(${new Array(COLUMNS).fill('?').join()})`;
      statement = this.#database.prepare(`INSERT OR REPLACE INTO changes VALUES ${new Array(count).fill(row).join()}`);
      this.#upserts.set(count, statement);
    }
    return statement;
  }
}

/** Has a state loaded anew. */
function forget(state: StoredState): void {
  state.clear();
  state.version = 0;
}
