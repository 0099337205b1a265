import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { isEmpty, StorageError } from './record-store.ts';
import type { Change, ChangeSet, RecordStore, StoredState } from './record-store.ts';

/** Marks a file as ours: "Orbi". */
const APPLICATION_ID = 0x4f726269;
const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE changes (
    workspace TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    seq INTEGER NOT NULL, sort TEXT NOT NULL, json TEXT,
    PRIMARY KEY (workspace, kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

interface Batch {
  readonly states: Map<StoredState, ChangeSet[]>;
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
  readonly #upsert: StatementSync;
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
    this.#database = openDatabase(file);
    try {
      prepareFile(this.#database, file, seed);
      this.#select = this.#database.prepare(
        'SELECT kind, id, sort, json FROM changes WHERE workspace = ? ORDER BY seq',
      );
      this.#upsert = this.#database.prepare('INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?)');
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
      state.apply(this.#select.all(state.name) as unknown as Change[]);
      state.version = 1;
    }
    const result = this.#attempt(state, work);
    const made = state.takeChanges();
    if (!isEmpty(made)) this.#enqueue(state, made);
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

  drop(workspace: string): void {
    this.#flush();
    this.#clear.run(workspace);
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

  #enqueue(state: StoredState, made: ChangeSet): void {
    const batch = (this.#batch ??= this.#openBatch());
    const queued = batch.states.get(state);
    if (queued) queued.push(made);
    else batch.states.set(state, [made]);
  }

  #openBatch(): Batch {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    setImmediate(() => this.#flush());
    return { states: new Map(), done: promise, resolve, reject };
  }

  #flush(): void {
    const batch = this.#batch;
    if (!batch) return;
    this.#batch = undefined;
    try {
      this.#begin.run();
      for (const [state, queue] of batch.states) for (const made of queue) this.#write(state.name, made);
      this.#commit.run();
      batch.resolve();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const state of batch.states.keys()) forget(state);
      batch.reject(new StorageError('The changes could not be written', { cause: error }));
    }
  }

  #write(workspace: string, made: ChangeSet): void {
    if (made.reset) this.#clear.run(workspace);
    for (const { kind, id, sort, json } of made.changes) {
      this.#seq += 1;
      this.#upsert.run(workspace, kind, id, this.#seq, sort, json);
    }
    for (const { kind, id } of made.forgotten) this.#forget.run(workspace, kind, id);
  }
}

/** Has a state loaded anew. */
function forget(state: StoredState): void {
  state.clear();
  state.version = 0;
}

function openDatabase(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw explain(error, file);
  }
}

/** Takes the file for this process alone and makes sure that it is one of ours. */
function prepareFile(database: DatabaseSync, file: string, seed: number): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  const tables = Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n']);
  const application = Number(database.prepare('PRAGMA application_id').get()?.['application_id']);
  if (tables > 0 && application !== APPLICATION_ID) {
    throw new StorageError(`${file} is a database of another program`);
  }
  if (tables > 0) checkFile(database, file, seed);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE');
  if (tables === 0) {
    database.exec(SCHEMA);
    database.prepare('INSERT INTO settings VALUES (?, ?)').run('seed', String(seed));
  }
  database.exec('COMMIT');
}

function checkFile(database: DatabaseSync, file: string, seed: number): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version !== SCHEMA_VERSION) throw new StorageError(`${file} was written by another version of the sandbox`);
  const check = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (check !== 'ok') throw new StorageError(`${file} is damaged: ${String(check)}`);
  const kept = database.prepare("SELECT value FROM settings WHERE name = 'seed'").get()?.['value'];
  if (kept !== String(seed))
    throw new StorageError(`${file} holds changes to the records of --seed ${String(kept)}, not ${seed}`);
}

function explain(error: unknown, file: string): StorageError {
  const message = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(message)) return new StorageError(`${file} is in use by another mock`);
  if (/not a database/i.test(message)) return new StorageError(`${file} is not a sandbox data file`);
  return new StorageError(`${file} cannot be used: ${message}`);
}
