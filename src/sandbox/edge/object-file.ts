import { StorageError } from '../store/record-store.ts';
import type { ObjectStorage, SqlStorage } from './runtime.ts';

/** Raised with every change of the tables; a step of `MIGRATIONS` leads to each. */
const SCHEMA_VERSION = 1;

/**
 * How a file of each version becomes one of the next. A file that is empty is of version 0.
 * A change too long for one row, which holds 2 MB, stands in several.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE changes (
     state TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, part INTEGER NOT NULL,
     seq INTEGER NOT NULL, sort TEXT NOT NULL, json TEXT,
     PRIMARY KEY (state, kind, id, part)
   ) WITHOUT ROWID;`,
];

const SETTINGS = 'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID';

/** The database of one object. */
export class ObjectFile {
  readonly storage: ObjectStorage;
  readonly sql: SqlStorage;
  #isOpen = false;

  constructor(storage: ObjectStorage) {
    this.storage = storage;
    this.sql = storage.sql;
  }

  /** True where something is kept. It is found out without writing: an object that is only read takes no room. */
  get exists(): boolean {
    return this.#isOpen || this.sql.exec("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").toArray().length > 0;
  }

  /**
   * Makes the tables, or brings those of an earlier version up to date.
   * @param seed the number the seeded records are made from: a file fits one only
   * @throws StorageError in one line where the file is of a later version, or of another seed; it is left as it was
   */
  open(seed: number): void {
    if (this.#isOpen) return;
    this.storage.transactionSync(() => {
      this.sql.exec(SETTINGS);
      const version = Number(this.setting('schema') ?? 0);
      if (version > SCHEMA_VERSION)
        throw new StorageError(
          `This workspace was kept by a later version of the sandbox (${version}): deploy that one`,
        );
      const kept = this.setting('seed');
      if (kept !== undefined && kept !== String(seed))
        throw new StorageError(`This workspace holds changes to the records of seed ${kept}, not ${seed}`);
      for (const migration of MIGRATIONS.slice(version)) this.sql.exec(migration);
      if (version < SCHEMA_VERSION) this.set('schema', String(SCHEMA_VERSION));
      if (kept === undefined) this.set('seed', String(seed));
    });
    this.#isOpen = true;
  }

  setting(name: string): string | undefined {
    const [row] = this.sql.exec('SELECT value FROM settings WHERE name = ?', name).toArray();
    return row === undefined ? undefined : String(row['value']);
  }

  set(name: string, value: string): void {
    this.sql.exec('INSERT OR REPLACE INTO settings VALUES (?, ?)', name, value);
  }
}
