import { describe, expect, test } from 'vitest';
import { sandbox as limits } from '../generated/policies.ts';
import { counterOf } from '../ids.ts';
import { Seed } from '../seed/seed.ts';
import { OWN_CAPS } from './caps.ts';
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

describe('ids', () => {
  test('go on beyond the five digits that they have at first, and still sort', () => {
    const workspace = new Workspace('seeded', seed);
    workspace.set('counter', { value: 32 ** 5 - 2 });
    const ids = Array.from({ length: 4 }, () => workspace.newId('con'));
    expect(new Set(ids).size).toBe(4);
    expect(ids.map(counterOf)).toEqual([32 ** 5 - 1, 32 ** 5, 32 ** 5 + 1, 32 ** 5 + 2]);
  });

  test('are never given out twice, whatever the counter says', () => {
    const workspace = new Workspace('seeded', seed);
    const first = workspace.records.contacts.put(contact(workspace.newId('con'))).id;
    const gone = workspace.records.contacts.put(contact(workspace.newId('con'))).id;
    workspace.records.contacts.delete(gone);
    const again = new Workspace('seeded', seed);
    again.adopt(workspace);
    again.set('counter', { value: 0 });
    expect([first, gone]).not.toContain(again.newId('con'));
  });
});

test('a workspace takes as many characters as the policies say; then nothing more, until something is deleted', () => {
  const workspace = new Workspace('seeded', seed);
  const { contacts, settings } = workspace.records;
  const text = 'x'.repeat(limits.workspace_characters);
  contacts.put({ ...contact('con_large'), custom_attributes: { text } });
  workspace.takeChanges();
  const full = expect.objectContaining({ code: 'workspace_full', status: 507 }) as Error;
  expect(() => contacts.put(contact('con_more'))).toThrow(full);
  expect([contacts.get('con_more'), workspace.takeChanges().changes]).toEqual([undefined, []]);
  workspace.set('receiver', { status: 500, delay_ms: 0 });
  expect(settings.get('receiver')).toBeDefined();
  workspace.takeChanges();
  contacts.delete('con_large');
  workspace.takeChanges();
  contacts.put(contact('con_more'));
  expect(contacts.get('con_more')).toBeDefined();
});

test('a change that there is no room for changes nothing', () => {
  const refusal = new Error('No room');
  const room = {
    caps: OWN_CAPS,
    claim: () => {
      throw refusal;
    },
    release: () => undefined,
  };
  const workspace = new Workspace('workspace', seed, { room });
  const { contacts } = workspace.records;
  expect(() => contacts.put(contact('con_more'))).toThrow(refusal);
  expect(() => contacts.delete('con_abc123')).toThrow(refusal);
  expect([contacts.isSeeded, workspace.takeChanges().changes]).toEqual([true, []]);
});

test('a workspace takes over more changes than a call may have arguments', () => {
  const count = 200_000;
  const large = new Workspace('large', seed);
  for (let number = 0; number < count; number += 1) large.delete({ kind: 'contacts', id: `con_${number}`, sort: '' });
  const heir = new Workspace('heir', seed);
  heir.adopt(large);
  expect(heir.takeChanges().changes).toHaveLength(count);
});

test('a workspace with a cap on its records refuses one more than it may have, and takes one for one that is deleted', () => {
  const room = { caps: { ...OWN_CAPS, records: 2 }, claim: () => undefined, release: () => undefined };
  const workspace = new Workspace('acmetest1', seed, { room });
  const { records } = workspace;
  const refused = expect.objectContaining({ code: 'record_limit_reached', status: 507 }) as Error;
  const put = (id: string) => {
    records.contacts.put(contact(id));
    workspace.takeChanges();
  };
  put('con_one');
  put('con_two');
  expect(() => put('con_three')).toThrow(refused);
  expect(records.contacts.get('con_three')).toBeUndefined();
  records.contacts.delete('con_one');
  workspace.takeChanges();
  put('con_three');
  expect(records.contacts.get('con_three')).toBeDefined();
});

/** A room that notes who comes and goes. */
function noted() {
  const seen: string[] = [];
  const room = {
    caps: OWN_CAPS,
    claim: ({ name }: { name: string }) => void seen.push(`claim ${name}`),
    release: ({ name }: { name: string }) => void seen.push(`release ${name}`),
  };
  return { seen, workspace: new Workspace('mine', seed, { room }) };
}

test('room is taken once a request, and left with a reset, unless something of the workspace stays', () => {
  const { seen, workspace } = noted();
  workspace.records.contacts.delete('con_abc123');
  workspace.records.contacts.delete('con_def456');
  expect(seen.splice(0)).toEqual(['claim mine']);
  workspace.takeChanges();
  workspace.records.contacts.put(contact('con_one'));
  workspace.claimRoom();
  expect(seen.splice(0)).toEqual(['claim mine', 'claim mine']);
  workspace.reset(true);
  expect(seen.splice(0)).toEqual([]);
  workspace.reset();
  expect(seen.splice(0)).toEqual(['release mine']);
  workspace.set('life', { expires_at: 1_000 });
  seen.splice(0);
  workspace.reset();
  expect([seen.includes('release mine'), workspace.setting('life')]).toEqual([
    false,
    { expires_at: 1_000, id: 'life' },
  ]);
  seen.splice(0);
  workspace.end();
  expect([seen, workspace.setting('life').expires_at]).toEqual([['release mine'], null]);
});

test('a workspace is as seeded until a record or a setting changes, and again after a reset', () => {
  const workspace = new Workspace('mine', seed);
  expect(workspace.isSeeded).toBe(true);
  workspace.set('receiver', { status: 500, delay_ms: 0 });
  expect(workspace.isSeeded).toBe(false);
  workspace.reset();
  expect(workspace.isSeeded).toBe(true);
  workspace.records.contacts.delete('con_abc123');
  expect(workspace.isSeeded).toBe(false);
});

test('a seeded record whose deletion is not remembered any more is deleted all the same', () => {
  const workspace = new Workspace('mine', seed);
  workspace.records.contacts.delete('con_abc123');
  for (let number = 0; number < 10_000; number += 1)
    workspace.delete({ kind: 'contacts', id: `con_${number}`, sort: '' });
  expect(workspace.deletedPosition('contacts', 'con_abc123')).toBeUndefined();
  const [oldest] = workspace.deletions;
  expect(oldest).toMatchObject({ kind: 'contacts', id: 'con_abc123' });
  expect(workspace.deletions.filter(({ id }) => id === 'con_abc123')).toHaveLength(1);
  expect(workspace.takeChanges().forgotten.map(({ id }) => id)).not.toContain('con_abc123');
});
