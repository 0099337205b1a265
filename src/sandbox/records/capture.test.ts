import { expect, test } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { captureOf } from './capture.ts';
import { Workspace } from './workspace.ts';

const seed = new Seed();
const [sample] = seed.base('contacts').rows;
const contact = (id: string) => ({ ...(sample?.value ?? expect.unreachable()), id, email: `${id}@example.com` });

test('a workspace that takes in what another holds is the same, but for its end', () => {
  const [first, second] = [new Workspace('mine', seed), new Workspace('mine', seed)];
  first.set('life', { expires_at: 1_000 });
  first.set('receiver', { status: 500, delay_ms: 0 });
  const { id } = first.records.contacts.put(contact(first.newId('con')));
  first.records.contacts.delete('con_abc123');
  second.take(captureOf(first));
  expect(second.setting('life').expires_at).toBeNull();
  expect(second.setting('receiver').status).toBe(500);
  expect(second.records.contacts.rows.map((row) => row.json)).toEqual(
    first.records.contacts.rows.map((row) => row.json),
  );
  expect(second.newId('con')).toBe(first.newId('con'));
  expect(captureOf(first, ['contacts']).some((change) => change.id === id)).toBe(false);
});

test('a workspace that takes over another has its records, ids and deletions, and all of it still to be kept', () => {
  const [other, heir] = [new Workspace('mine', seed), new Workspace('mine', seed)];
  heir.records.contacts.put(contact('con_before'));
  heir.undo.begin({ id: 'r', method: 'POST', path: '/' }, 0);
  const { id } = other.records.contacts.put(contact(other.newId('con')));
  other.records.contacts.delete('con_abc123');
  const { counter } = other;
  heir.adopt(other);
  expect([heir.counter, heir.records.contacts.get('con_before'), heir.records.contacts.get(id)?.id]).toEqual([
    counter,
    undefined,
    id,
  ]);
  expect(heir.deletedPosition('contacts', 'con_abc123')).toMatchObject({ id: 'con_abc123' });
  const { reset, changes } = heir.takeChanges();
  expect([reset, changes.map((change) => change.id)]).toEqual([true, [id, 'con_abc123']]);
  expect(heir.undo.entries).toEqual([]);
});

test('what was taken from a workspace is not taken again', () => {
  const workspace = new Workspace('mine', seed);
  workspace.records.contacts.put(contact('con_one'));
  workspace.records.contacts.delete('con_abc123');
  expect(workspace.takeChanges().changes).toHaveLength(2);
  expect(workspace.takeChanges()).toEqual({ reset: false, changes: [], forgotten: [] });
  expect(workspace.records.contacts.get('con_one')?.json).toContain('con_one@example.com');
});
