import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change, ChangeSet } from './record-store.ts';
import { SqliteStore } from './sqlite-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staged-'));
  file = join(folder, 'sandbox.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what is staged beside a workspace', () => {
  const row = (id: string): Change => ({ kind: 'contacts', id, sort: id, json: `{"id":"${id}"}` });
  const rows = (count: number): Change[] => Array.from({ length: count }, (_, index) => row(`r${index}`));
  /** How many rows the file has, before anybody opens it who would tidy up. */
  const rowsInFile = (): unknown => {
    const database = new DatabaseSync(file);
    const found = database.prepare('SELECT count(*) AS n FROM changes').get()?.['n'];
    database.close();
    return found;
  };
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
  };
  const read = (store: SqliteStore): string[] => {
    const ids: string[] = [];
    const state = { name: 'staged', version: 0, clear: () => void ids.splice(0), takeChanges: nothing };
    void store.transact(
      { ...state, apply: (changes) => ids.push(...[...changes].map(({ id }) => id)) },
      () => undefined,
    );
    return ids;
  };
  const nothing = () => ({ reset: false, changes: [], forgotten: [] });
  const keep = (store: SqliteStore, changes: Partial<ChangeSet>) => {
    const state = { name: 'staged', version: 0, clear: () => undefined, apply: () => undefined };
    return store.transact({ ...state, takeChanges: () => ({ ...nothing(), ...changes }) }, () => 'kept');
  };

  test('takes the place of what was there, with the changes on top of it', async () => {
    const store = new SqliteStore(file, 1);
    await keep(store, { changes: [row('before')] });
    const base = store.stage('staged');
    base.add([row('a')]);
    base.add([row('b')]);
    expect(read(store)).toEqual(['before']);
    expect(await keep(store, { base, reset: true, changes: [row('on top')] })).toBe('kept');
    base.abandon();
    expect(read(store)).toEqual(['a', 'b', 'on top']);
    store.close();
    const later = new SqliteStore(file, 1);
    expect(read(later)).toEqual(['a', 'b', 'on top']);
    later.close();
  });

  test('is gone once it is abandoned', async () => {
    const store = new SqliteStore(file, 1);
    await keep(store, { changes: [row('before')] });
    const base = store.stage('staged');
    base.add([row('a')]);
    base.abandon();
    expect(read(store)).toEqual(['before']);
    store.close();
  });

  test('is refused by another store, which stays as it was', async () => {
    const store = new SqliteStore(file, 1);
    await keep(store, { changes: [row('before')] });
    const base = { add: () => undefined, abandon: () => undefined };
    await expect(keep(store, { base, changes: [row('after')] })).rejects.toThrow('The changes could not be written');
    expect(read(store)).toEqual(['before']);
    expect(await keep(store, { changes: [row('later')] })).toBe('kept');
    store.close();
    expect(rowsInFile()).toBe(2);
  });

  test('goes out of the file some a turn: what is abandoned, and what it took the place of', async () => {
    const store = new SqliteStore(file, 1);
    await keep(store, { changes: rows(1_100) });
    const abandoned = store.stage('staged');
    abandoned.add(rows(1_100));
    abandoned.abandon();
    const base = store.stage('staged');
    base.add([row('a')]);
    await keep(store, { base, reset: true });
    base.abandon();
    await turns(4);
    expect(read(store)).toEqual(['a']);
    store.close();
    expect(rowsInFile()).toBe(1);
  });

  test('does not go on going out of a file that is closed', async () => {
    const store = new SqliteStore(file, 1);
    const base = store.stage('staged');
    base.add(rows(1_100));
    base.abandon();
    store.close();
    await turns(2);
    expect(rowsInFile()).toBe(600);
    new SqliteStore(file, 1).close();
    expect(rowsInFile()).toBe(0);
  });

  test('is nobody’s before it takes a place: it has no name, and nothing in it waits', async () => {
    const store = new SqliteStore(file, 1);
    const pending = (id: string, status = 'pending'): Change => ({
      ...row(id),
      kind: 'deliveries',
      json: JSON.stringify({ id, status }),
    });
    const waiting = () => store.workspacesWith('deliveries', 'pending');
    const base = store.stage('staged');
    base.add([pending('a')]);
    expect([store.names(), waiting()]).toEqual([[], []]);
    await keep(store, { base, reset: true });
    expect([store.names(), waiting()]).toEqual([['staged'], ['staged']]);
    expect(store.workspacesWith('webhooks', 'pending')).toEqual([]);
    await keep(store, { changes: [pending('a', 'delivered')] });
    expect(waiting()).toEqual([]);
    await keep(store, { changes: [pending('b'), pending('c')] });
    expect(waiting()).toEqual(['staged']);
    await keep(store, { changes: [pending('b'), pending('c')].map((change) => ({ ...change, json: null })) });
    expect([store.names(), waiting()]).toEqual([['staged'], []]);
    store.close();
  });
});
