import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { StorageError } from './record-store.ts';
import { SqliteStore } from './sqlite-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'sandbox.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (name = 'seeded') => new Workspace(name, new Seed());

function deleteContact(workspace: Workspace, id: string): () => string {
  return () => {
    workspace.records.contacts.delete(id);
    return id;
  };
}

/** Whether a contact is there, as a store just opened tells. */
function isThere(id: string, name?: string): boolean {
  const store = new SqliteStore(file, 1);
  const workspace = open(name);
  const found = store.transact(workspace, () => workspace.records.contacts.get(id) !== undefined);
  store.close();
  return found === true;
}

describe('a data file', () => {
  test('keeps what was changed, for its workspace only', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    expect(await store.transact(workspace, deleteContact(workspace, 'con_abc123'))).toBe('con_abc123');
    store.close();
    expect(isThere('con_abc123')).toBe(false);
    expect(isThere('con_def456')).toBe(true);
    expect(isThere('con_abc123', 'another1')).toBe(true);
  });

  test('keeps the changes of one turn in one transaction, and answers after it', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    const order: string[] = [];
    const answers = ['con_abc123', 'con_def456', 'con_ghi789'].map(async (id) => {
      await store.transact(workspace, deleteContact(workspace, id));
      order.push(id);
    });
    const reading = Promise.resolve(store.transact(workspace, () => order.push('read')));
    expect(order).toEqual(['read']);
    await Promise.all([...answers, reading]);
    expect(order).toEqual(['read', 'con_abc123', 'con_def456', 'con_ghi789']);
    store.close();
  });

  test('keeps the changes of one turn in their order, however many they are', () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    const name = (id: string, text: string): void => {
      const contact = workspace.records.contacts.get(id)?.value;
      if (contact) workspace.records.contacts.put({ ...contact, name: text });
    };
    const ids = workspace.records.contacts.rows.map(({ id }) => id);
    const work = [
      () => ids.forEach((id) => name(id, 'before the reset')),
      () => workspace.reset(),
      () => ids.slice(0, 100).forEach((id) => name(id, 'first')),
      () => ids.slice(50, 150).forEach((id) => name(id, 'second')),
      () => workspace.records.contacts.delete('con_abc123'),
    ];
    for (const one of work) void store.transact(workspace, one);
    const kept = workspace.records.contacts.rows.map(({ json }) => json);
    store.close();

    const again = new SqliteStore(file, 1);
    const loaded = open();
    expect(again.transact(loaded, () => loaded.records.contacts.rows.map(({ json }) => json))).toEqual(kept);
    again.close();
  });

  test('forgets everything on a reset', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    await store.transact(workspace, deleteContact(workspace, 'con_abc123'));
    await store.transact(workspace, () => workspace.reset());
    store.close();
    expect(isThere('con_abc123')).toBe(true);
  });

  test('is read once: it is ahead of a state that has not read it yet, or whose changes could not be written', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    expect(store.isBehind(workspace)).toBe(true);
    void store.transact(workspace, () => undefined);
    expect(store.isBehind(workspace)).toBe(false);
    store.limitPages(1);
    const change = () =>
      workspace.records.contacts.rows.slice(0, 200).map(({ id }) => workspace.records.contacts.delete(id));
    await expect(store.transact(workspace, change)).rejects.toThrow('could not be written');
    expect(store.isBehind(workspace)).toBe(true);
    store.close();
  });

  test('is written on closing, even in the middle of a turn', () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    void store.transact(workspace, deleteContact(workspace, 'con_abc123'));
    store.close();
    expect(isThere('con_abc123')).toBe(false);
  });
});

test('a workspace that is dropped is as it was seeded, and every other as it was', async () => {
  const store = new SqliteStore(file, 1);
  for (const name of ['seeded', 'another1']) {
    const workspace = open(name);
    await store.transact(workspace, deleteContact(workspace, 'con_abc123'));
  }
  store.drop('seeded');
  store.close();
  expect(isThere('con_abc123')).toBe(true);
  expect(isThere('con_abc123', 'another1')).toBe(false);
});

test('a file of ours without the table of changes is refused in one line, and let go', () => {
  new SqliteStore(file, 1).close();
  const change = (sql: string): void => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };
  change('DROP TABLE changes');
  const refused = () => new SqliteStore(file, 1);
  expect(refused).toThrow(StorageError);
  expect(refused).toThrow(/^\S+ cannot be used: no such table: changes$/);
  change('CREATE TABLE other (id TEXT)');
});

describe('a full disk', () => {
  test('refuses all changes of the turn, those of a workspace that is dropped too', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    await store.transact(workspace, deleteContact(workspace, 'con_abc123'));
    store.limitPages(8);
    store.drop('another1');
    const fill = () => {
      const contact = workspace.records.contacts.get('con_def456')?.value ?? expect.unreachable();
      workspace.records.contacts.put({ ...contact, name: 'x'.repeat(100_000) });
    };
    await expect(store.transact(workspace, fill)).rejects.toThrow('could not be written');
    expect(await store.transact(workspace, deleteContact(workspace, 'con_ghi789'))).toBe('con_ghi789');
    store.close();
    expect([isThere('con_abc123'), isThere('con_def456'), isThere('con_ghi789')]).toEqual([false, true, false]);
  });

  test('refuses the change, and the records are as they were', async () => {
    const store = new SqliteStore(file, 1);
    const workspace = open();
    store.limitPages(8);
    const fill = (): unknown => {
      const contact = workspace.records.contacts.get('con_def456')?.value;
      if (!contact) throw new Error('The seed has no con_def456');
      return workspace.records.contacts.put({ ...contact, name: 'x'.repeat(100_000) });
    };
    await expect(store.transact(workspace, fill)).rejects.toThrow('could not be written');
    const name = await store.transact(workspace, () => workspace.records.contacts.get('con_def456')?.value.name);
    expect(name).toBe('Daniel Reyes');
    expect(await store.transact(workspace, deleteContact(workspace, 'con_abc123'))).toBe('con_abc123');
    store.close();
  });
});
