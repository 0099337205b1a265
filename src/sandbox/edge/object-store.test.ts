import { expect, test } from 'vitest';
import { FakeStorage } from '../../../tests/edge/fake-object.ts';
import { Seed } from '../seed/seed.ts';
import { Workspace } from '../records/workspace.ts';
import { StorageError } from '../store/record-store.ts';
import type { ChangeSet } from '../store/record-store.ts';
import { ObjectFile } from './object-file.ts';
import { ObjectStore } from './object-store.ts';

const seed = new Seed();
const contact = (id: string, name: string) => ({
  id,
  email: `${id}@example.com`,
  name,
  phone: null,
  company: null,
  avatar_url: null,
  custom_attributes: {},
  tags: [],
  created_at: '2026-03-01T00:00:00Z',
  updated_at: '2026-03-01T00:00:00Z',
});

/** The object as it is after it was put away: nothing is left but its storage. */
const open = (storage: FakeStorage, seedNumber = 1) => new ObjectStore(new ObjectFile(storage), seedNumber);

function nameOf(storage: FakeStorage, id: string): string | null | undefined {
  const workspace = new Workspace('acmetest1', seed);
  return open(storage).transact(workspace, () => workspace.records.contacts.get(id)?.value.name);
}

test('what was changed is there when the object comes back, deletions among it', () => {
  const storage = new FakeStorage();
  const workspace = new Workspace('acmetest1', seed);
  open(storage).transact(workspace, () => {
    workspace.records.contacts.put(contact('con_new', 'Ann'));
    workspace.records.contacts.delete('con_abc123');
  });
  expect(nameOf(storage, 'con_new')).toBe('Ann');
  expect(nameOf(storage, 'con_abc123')).toBeUndefined();
});

test.each([
  ['letters', 'x'.repeat(2_500_000)],
  ['characters of two units, cut at every place', `a${'🦊'.repeat(1_000_000)}`],
  ['characters of two units, the other way', '🦊'.repeat(1_000_000)],
])('a record that no row can hold is kept all the same: %s', (_what, name) => {
  const storage = new FakeStorage();
  const workspace = new Workspace('acmetest1', seed);
  const store = open(storage);
  store.transact(workspace, () => workspace.records.contacts.put(contact('con_new', name)));
  expect(nameOf(storage, 'con_new') === name).toBe(true);
  store.transact(workspace, () => workspace.records.contacts.put(contact('con_new', 'short')));
  expect(nameOf(storage, 'con_new')).toBe('short');
});

test('work that fails leaves nothing behind', () => {
  const storage = new FakeStorage();
  const workspace = new Workspace('acmetest1', seed);
  const store = open(storage);
  const fail = () =>
    store.transact(workspace, () => {
      workspace.records.contacts.put(contact('con_new', 'Ann'));
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(store.transact(workspace, () => workspace.records.contacts.get('con_new'))).toBeUndefined();
});

test('what cannot be written is told as such, and the workspace is as it was kept', () => {
  const storage = new FakeStorage();
  const workspace = new Workspace('acmetest1', seed);
  const store = open(storage);
  store.transact(workspace, () => workspace.records.contacts.put(contact('con_new', 'Ann')));
  storage.database.exec('PRAGMA query_only = ON');
  const write = () => store.transact(workspace, () => workspace.records.contacts.put(contact('con_new', 'Bea')));
  expect(write).toThrow(StorageError);
  storage.database.exec('PRAGMA query_only = OFF');
  expect(store.transact(workspace, () => workspace.records.contacts.get('con_new')?.value.name)).toBe('Ann');
});

test('a reset forgets what was kept before it, a drop all of a workspace', () => {
  const storage = new FakeStorage();
  const workspace = new Workspace('acmetest1', seed);
  const store = open(storage);
  store.transact(workspace, () => workspace.records.contacts.put(contact('con_new', 'Ann')));
  store.transact(workspace, () => workspace.reset());
  expect(nameOf(storage, 'con_new')).toBeUndefined();
  store.transact(workspace, () => workspace.records.contacts.put(contact('con_two', 'Bea')));
  expect(store.names()).toEqual(['acmetest1']);
  store.drop('acmetest1');
  expect(store.names()).toEqual([]);
});

test('an object that is only read keeps nothing', () => {
  const storage = new FakeStorage();
  expect(nameOf(storage, 'con_abc123')).toBeDefined();
  expect(open(storage).workspacesWith('deliveries', 'pending')).toEqual([]);
  expect(new ObjectFile(storage).exists).toBe(false);
});

test('a file of a later version, or of another seed, is refused in one line and left as it was', () => {
  const storage = new FakeStorage();
  new ObjectFile(storage).open(1);
  expect(() => new ObjectFile(storage).open(2)).toThrow('This workspace holds changes to the records of seed 1, not 2');
  new ObjectFile(storage).set('schema', '99');
  expect(() => new ObjectFile(storage).open(1)).toThrow(
    'This workspace was kept by a later version of the sandbox (99): deploy that one',
  );
  expect(new ObjectFile(storage).setting('schema')).toBe('99');
});

test('an object that was put away is behind until it has read what is kept', () => {
  const [store, workspace] = [open(new FakeStorage()), new Workspace('acmetest1', seed)];
  expect(store.isBehind(workspace)).toBe(true);
  store.transact(workspace, () => undefined);
  expect(store.isBehind(workspace)).toBe(false);
});

test('what was forgotten leaves nothing of itself, all of its parts', () => {
  const storage = new FakeStorage();
  const kept = (made: Partial<ChangeSet>) => {
    const read: string[] = [];
    open(storage).transact(
      {
        name: 'acmetest1',
        version: 0,
        clear: () => undefined,
        apply: (changes) => read.push(...[...changes].map(({ id }) => id)),
        takeChanges: () => ({ reset: false, changes: [], forgotten: [], ...made }),
      },
      () => undefined,
    );
    return read;
  };
  const row = (id: string) => ({ kind: 'contacts', id, sort: '', json: JSON.stringify('x'.repeat(2_500_000)) });
  kept({ changes: [row('con_a'), row('con_b')] });
  kept({ forgotten: [{ kind: 'contacts', id: 'con_a' }] });
  expect(kept({})).toEqual(['con_b']);
});
