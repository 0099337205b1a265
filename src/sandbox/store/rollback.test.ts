import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Workspace } from '../records/workspace.ts';
import { Seed } from '../seed/seed.ts';
import { IndexedDbStore } from './indexed-db-store.ts';
import { MemoryStore } from './memory-store.ts';
import type { RecordStore } from './record-store.ts';
import { SqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollback-'));
// A page has it, Node does not.
beforeEach(() => void vi.stubGlobal('addEventListener', () => undefined));
afterAll(() => rmSync(folder, { recursive: true }));

const STORES: [string, () => RecordStore][] = [
  ['in memory', () => new MemoryStore()],
  ['in SQLite', () => new SqliteStore(join(folder, 'sandbox.db'), 1)],
  ['in a browser that has no IndexedDB', () => new IndexedDbStore()],
];

/** Everything that a workspace holds and remembers. */
function stateOf(workspace: Workspace): unknown {
  const { records, deletions, counter } = workspace;
  const lists = Object.entries(records).map(([kind, { rows, changed, missing }]) => [
    kind,
    [rows, changed, missing].map((list: readonly { json: string }[]) => list.map(({ json }) => json)),
  ]);
  return { lists, deletions, counter, email: records.contacts.group('new@example.com').map(({ id }) => id) };
}

describe.each(STORES)('work that fails half-way, %s', (_where, open) => {
  test('leaves the workspace as it was: records, groups, deletions and what comes later', async () => {
    const store = open();
    const workspace = new Workspace('seeded', new Seed());
    const { contacts, webhooks } = workspace.records;
    const create = (email: string) => {
      const seeded = contacts.get('con_def456')?.value ?? expect.unreachable();
      return contacts.put({ ...seeded, id: workspace.newId('con'), email });
    };
    await store.transact(workspace, () => {
      create('kept@example.com');
      contacts.delete('con_ghi789');
    });
    const before = stateOf(workspace);
    const fail = async (): Promise<unknown> =>
      store.transact(workspace, () => {
        create('new@example.com');
        contacts.put({ ...(contacts.get('con_abc123')?.value ?? expect.unreachable()), name: 'Changed' });
        contacts.delete('con_def456');
        for (const { id } of [...webhooks.rows]) webhooks.delete(id);
        workspace.set('faults', { latency_ms: 5, status: 500, rate: 1 });
        throw new Error('Half-way');
      });
    await expect(fail()).rejects.toThrow('Half-way');
    // Where the records are read again, they are with the next transaction.
    expect(await store.transact(workspace, () => stateOf(workspace))).toEqual(before);
    const failReset = async (): Promise<unknown> =>
      store.transact(workspace, () => {
        workspace.reset();
        throw new Error('Reset');
      });
    await expect(failReset()).rejects.toThrow('Reset');
    expect(await store.transact(workspace, () => stateOf(workspace))).toEqual(before);
    await store.close();
  });
});
