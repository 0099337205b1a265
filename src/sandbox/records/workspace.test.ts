import { describe, expect, test } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { Workspace } from './workspace.ts';

const seed = new Seed();
const contact = (id: string) => ({
  id,
  email: `${id}@example.com`,
  name: null,
  phone: null,
  company: null,
  avatar_url: null,
  custom_attributes: {},
  tags: [],
  created_at: '2026-03-01T00:00:00Z',
  updated_at: '2026-03-01T00:00:00Z',
});

test('ids depend on the seed, the workspace and the order only, and later ones sort after earlier ones', () => {
  const ids = (workspace: Workspace) => Array.from({ length: 50 }, () => workspace.newId('con'));
  const first = ids(new Workspace('seeded', seed));
  expect(ids(new Workspace('seeded', new Seed()))).toEqual(first);
  expect(ids(new Workspace('another1', seed))).not.toEqual(first);
  expect(ids(new Workspace('seeded', new Seed(2)))).not.toEqual(first);
  expect(first.toSorted()).toEqual(first);
  expect(new Set(first).size).toBe(50);
});

test('a workspace that takes in the changes of another is equal to it, and goes on with fresh ids', () => {
  const [first, second] = [new Workspace('seeded', seed), new Workspace('seeded', seed)];
  const { contacts } = first.records;
  const { id } = contacts.put(contact(first.newId('con')));
  contacts.delete('con_abc123');
  second.apply(first.takeChanges().changes);
  expect(second.records.contacts.rows.map(({ json }) => json)).toEqual(contacts.rows.map(({ json }) => json));
  expect(second.deletedPosition('contacts', 'con_abc123')).toEqual(first.deletedPosition('contacts', 'con_abc123'));
  expect(second.newId('con')).toBe(first.newId('con'));
  expect(second.records.contacts.get(id)?.id).toBe(id);
});

test('a reset is told before what is changed after it', () => {
  const workspace = new Workspace('seeded', seed);
  workspace.records.contacts.delete('con_abc123');
  workspace.reset();
  workspace.records.contacts.delete('con_def456');
  const { reset, changes } = workspace.takeChanges();
  expect(reset).toBe(true);
  expect(changes.map(({ id }) => id)).toEqual(['con_def456']);
  expect(workspace.takeChanges()).toEqual({ reset: false, changes: [], forgotten: [] });
});

describe('the places of deleted records', () => {
  test('are remembered for the last 10,000 deletions', () => {
    const workspace = new Workspace('seeded', seed);
    const { contacts } = workspace.records;
    const ids = Array.from({ length: 10_001 }, () => contacts.put(contact(workspace.newId('con'))).id);
    for (const id of ids) contacts.delete(id);
    expect(workspace.deletedPosition('contacts', ids[0] ?? '')).toBeUndefined();
    expect(workspace.deletedPosition('contacts', ids[1] ?? '')).toMatchObject({ id: ids[1] });
    expect(workspace.takeChanges().forgotten).toEqual([{ kind: 'contacts', id: ids[0] }]);
  });

  test('belong to one kind of record', () => {
    const workspace = new Workspace('seeded', seed);
    workspace.records.contacts.delete('con_abc123');
    expect(workspace.deletedPosition('contacts', 'con_abc123')).toBeDefined();
    expect(workspace.deletedPosition('chatbots', 'con_abc123')).toBeUndefined();
  });
});
