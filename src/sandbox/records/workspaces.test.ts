import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Seed } from '../seed/seed.ts';
import { SqliteStore } from '../store/sqlite-store.ts';
import { MAX_WORKSPACES, Workspaces } from './workspaces.ts';

const seed = new Seed();
let folder: string;
let store: SqliteStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
  store = new SqliteStore(join(folder, 'sandbox.db'), 1);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Changes something in many workspaces, as one run of the mock does. */
async function run(names: readonly string[]): Promise<void> {
  const workspaces = new Workspaces(seed, store);
  for (const name of names) {
    const workspace = workspaces.get(name);
    void store.transact(workspace, () => workspace.records.contacts.delete('con_abc123'));
  }
  await new Promise((resolve) => setImmediate(resolve));
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number}`);

test('beyond the cap the workspace unused for longest is given up, in the file too, and never the seeded one', async () => {
  await run(['seeded', ...names('workspace', MAX_WORKSPACES + 9)]);
  expect(store.names()).toEqual(['seeded', ...names('workspace', MAX_WORKSPACES + 9).slice(10)]);
});

test('those that earlier runs have left behind count, too', async () => {
  await run(names('earlier01', 700));
  await run(names('later0001', 700));
  const kept = store.names();
  expect(kept).toHaveLength(MAX_WORKSPACES);
  expect(kept.slice(-700)).toEqual(names('later0001', 700));
  expect(kept[0]).toBe('earlier01400');
});

test('a workspace that is opened again after it was given up begins anew', async () => {
  const workspaces = new Workspaces(seed, store);
  const change = (name: string): unknown => {
    const workspace = workspaces.get(name);
    return store.transact(workspace, () => {
      workspace.records.contacts.delete('con_abc123');
    });
  };
  await change('workspace');
  const others = names('another00', MAX_WORKSPACES).map(change);
  const again = workspaces.get('workspace');
  expect(store.transact(again, () => again.records.contacts.get('con_abc123'))).toBeDefined();
  await Promise.all(others);
  expect(store.names()).not.toContain('workspace');
});
