import { accessSync, chmodSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from './record-store.ts';

/** Marks a file as ours: "Orbi". */
const APPLICATION_ID = 0x4f726269;
const SCHEMA_VERSION = 4;
/** It lacks nothing but that rows may stand in another place than under the name of their workspace. */
const VERSION_BEFORE = 3;
const SCHEMA = `
  CREATE TABLE changes (
    workspace TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, sort TEXT NOT NULL, json TEXT,
    PRIMARY KEY (workspace, kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
`;
/** What a file's mode lets all but its owner do. */
const OTHERS = 0o077;
/** To how many bytes the log of changes is cut after a large one. */
const LOG_BYTES = 16 * 1024 * 1024;
/** After how many pages the log goes into the file: each time everybody waits for the disk. They fit into LOG_BYTES. */
const LOG_PAGES = 4_000;
/**
 * What was committed is with the operating system: it outlives the process. A power cut may take the last commits with it, and
 * never damages the file: a sandbox need not wait for the disk.
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous
 */
const MODE = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA journal_size_limit = ${LOG_BYTES};
  PRAGMA wal_autocheckpoint = ${LOG_PAGES}`;

/**
 * Opens a data file for this process alone; makes it where there is none.
 * @param seed the number the seeded records are made from: a file fits one only
 * @throws StorageError in one line when the file cannot be used; it is then left as it was
 */
export function openFile(file: string, seed: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    const isChecked = inspect(file, seed);
    keepPrivate(file);
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    if (!isChecked) check(database, file, seed);
    database.exec(`${MODE}; BEGIN IMMEDIATE`);
    if (isEmpty(database)) {
      database.exec(SCHEMA);
      database.prepare('INSERT INTO settings VALUES (?, ?)').run('seed', String(seed));
    }
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StorageError ? error : explain(error, file);
  }
}

/**
 * Looks into a file without the means to change it: to open it for writing would write out what its last user left in a log beside it.
 * @returns false for a file that cannot be judged in this way: one that its user was killed in the middle of making
 */
function inspect(file: string, seed: number): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new StorageError(`${file} is a directory`);
  if (found && !found.isFile()) throw new StorageError(`${file} is not a file`);
  if (found && !isWritable(file)) throw new StorageError(`${file} cannot be written: it is read-only`);
  if (!found || found.size === 0 || existsSync(`${file}-journal`)) return false;
  const database = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    check(database, file, seed);
    return true;
  } finally {
    database.close();
  }
}

/**
 * Makes the file, where there is none, and leaves it and the logs of an earlier run to its owner: webhook secrets stand in it. SQLite
 * gives its logs the same rights.
 */
function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  for (const part of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    const mode = statSync(part, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & OTHERS) !== 0) takeFromOthers(part, mode);
  }
}

function takeFromOthers(file: string, mode: number): void {
  try {
    chmodSync(file, mode & ~OTHERS & 0o777);
  } catch {
    // It belongs to somebody else, who has let us write it.
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @throws StorageError where the file is not ours, is damaged, or holds changes to other records */
function check(database: DatabaseSync, file: string, seed: number): void {
  if (isEmpty(database)) return;
  const application = Number(database.prepare('PRAGMA application_id').get()?.['application_id']);
  if (application !== APPLICATION_ID) throw new StorageError(`${file} is a database of another program`);
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > SCHEMA_VERSION)
    throw new StorageError(
      `${file} was written by a newer version of the sandbox: update this one, or use another file`,
    );
  if (version !== SCHEMA_VERSION && version !== VERSION_BEFORE)
    throw new StorageError(`${file} was written by an older version of the sandbox: use another file`);
  const damage = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (damage !== 'ok') throw new StorageError(`${file} is damaged: ${String(damage).replaceAll(/\s+/g, ' ')}`);
  const kept = database.prepare("SELECT value FROM settings WHERE name = 'seed'").get()?.['value'];
  if (kept !== String(seed))
    throw new StorageError(`${file} holds changes to the records of --seed ${String(kept)}, not ${seed}`);
}

function isEmpty(database: DatabaseSync): boolean {
  return Number(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n']) === 0;
}

/** What SQLite says, in the words of somebody who started a mock. */
export function explain(error: unknown, file: string): StorageError {
  const message = error instanceof Error ? error.message : String(error);
  if (/locked|busy/i.test(message)) return new StorageError(`${file} is in use by another mock`);
  if (/not a database/i.test(message)) return new StorageError(`${file} is not a sandbox data file`);
  if (/malformed/i.test(message)) return new StorageError(`${file} is damaged: ${message}`);
  return new StorageError(`${file} cannot be used: ${message}`);
}
