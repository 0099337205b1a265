import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { openFile } from './sqlite-file.ts';
import { SqliteStore } from './sqlite-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-'));
  file = join(folder, 'sandbox.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file of ours with a few hundred changes. */
async function fill(): Promise<void> {
  const store = new SqliteStore(file, 1);
  const workspace = new Workspace('seeded', new Seed());
  await store.transact(workspace, () => {
    for (const { id } of [...workspace.records.contacts.rows]) workspace.records.contacts.delete(id);
  });
  store.close();
}

/** Leaves a database as a process leaves it that is killed: the changes are in the log beside it. */
function leaveBehind(sql: string): void {
  const script = `const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(process.argv[1]).exec(process.argv[2]); process.kill(process.pid, 'SIGKILL')`;
  spawnSync(process.execPath, ['-e', script, file, `PRAGMA journal_mode = WAL; ${sql}`]);
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
}

describe('refused, in one line, and left untouched is', () => {
  const expectRefused = (message: RegExp, seed = 1) => {
    const files = [file, `${file}-wal`].filter((name) => existsSync(name));
    const before = files.map((name) => readFileSync(name));
    expect(() => openFile(file, seed)).toThrow(message);
    expect(files.map((name) => readFileSync(name))).toEqual(before);
  };

  test('a file that another mock has open', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = new Workspace('seeded', new Seed());
    await store.transact(workspace, () => workspace.records.contacts.delete('con_abc123'));
    expectRefused(/^\S+ is in use by another mock$/);
    store.close();
  });

  test.each([
    ['text', Buffer.from('Shopping list: milk, bread, a new desk lamp. '.repeat(100))],
    ['a few letters', Buffer.from('milk')],
    ['zeros', Buffer.alloc(65_536)],
    ['SQLite in its first line only', Buffer.from('SQLite format 3\0'.padEnd(5000, 'x'))],
  ])('a file of %s', (_what, content) => {
    writeFileSync(file, content);
    expectRefused(/^\S+ is not a sandbox data file$/);
  });

  test('the database of another program', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expectRefused(/^\S+ is a database of another program$/);
  });

  test('the database of another program that was killed, with its log', () => {
    leaveBehind("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('Soup')");
    expectRefused(/^\S+ is a database of another program$/);
    const other = new DatabaseSync(file);
    expect(other.prepare('SELECT name FROM recipes').get()).toEqual({ name: 'Soup' });
    other.close();
  });

  test.each([
    [99, /^\S+ was written by a newer version of the sandbox: update this one, or use another file$/],
    [2, /^\S+ was written by an older version of the sandbox: use another file$/],
  ])('a file of another version: %d', (version, message) => {
    const other = new DatabaseSync(file);
    other.exec(`CREATE TABLE changes (id TEXT); PRAGMA application_id = 0x4f726269; PRAGMA user_version = ${version}`);
    other.close();
    expectRefused(message);
  });

  test('a file with changes to the records of another seed', () => {
    openFile(file, 7).close();
    expectRefused(/^\S+ holds changes to the records of --seed 7, not 1$/);
  });

  test.each([0.25, 0.5, 0.75, 0.99])('a file of which only the first %d is left', async (part) => {
    await fill();
    writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size * part)));
    expectRefused(/^\S+ is damaged: [^\n]+$/);
  });

  test.each([
    ['zeros', 0],
    ['noise', 0xa5],
  ])('a file with %s in its middle', async (_what, byte) => {
    await fill();
    const content = readFileSync(file);
    content.fill(byte, 4096, 4096 * 3);
    writeFileSync(file, content);
    expectRefused(/^\S+ is damaged: [^\n]+$/);
  });

  test('the database of another program, with a journal that some user has left beside it', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    writeFileSync(`${file}-journal`, '');
    expectRefused(/^\S+ is a database of another program$/);
  });

  test('what is no file', () => {
    expect(() => openFile('/dev/null', 1)).toThrow('/dev/null is not a file');
  });

  test('a directory', () => {
    mkdirSync(file);
    expect(() => openFile(file, 1)).toThrow(/^\S+ is a directory$/);
  });
});

test('a file without content is as good as none', () => {
  writeFileSync(file, '');
  openFile(file, 1).close();
  expect(() => openFile(file, 2)).toThrow('--seed 1');
});

test('a file whose user was killed is opened with all that stands in its log', async () => {
  const store = new SqliteStore(file, 1);
  const workspace = new Workspace('seeded', new Seed());
  await store.transact(workspace, () => workspace.records.contacts.delete('con_abc123'));
  const copy = join(folder, 'copy.db');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  store.close();
  const database = openFile(copy, 1);
  expect(database.prepare('SELECT id FROM changes').all()).toEqual([{ id: 'con_abc123' }]);
  database.close();
});

describe('the file and its logs', () => {
  const modes = () =>
    [file, `${file}-wal`].filter((name) => existsSync(name)).map((name) => statSync(name).mode & 0o777);

  test('are for their owner alone, whatever the process lets others do', async () => {
    const before = process.umask(0);
    try {
      const store = new SqliteStore(file, 1);
      await store.transact(new Workspace('seeded', new Seed()), () => undefined);
      expect(modes()).toEqual([0o600, 0o600]);
      store.close();
    } finally {
      process.umask(before);
    }
  });

  test('are taken from others where an earlier version has left them open', async () => {
    await fill();
    chmodSync(file, 0o644);
    new SqliteStore(file, 1).close();
    expect(modes()).toEqual([0o600]);
  });
});

test('a file of the version before is taken, with all that is in it', async () => {
  await fill();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 3');
  database.close();
  const store = new SqliteStore(file, 1);
  expect(store.names()).toEqual(['seeded']);
  store.close();
});
