import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ManualClock } from '../clock.ts';
import { sandbox as limits } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';
import { Seed } from '../seed/seed.ts';
import { SqliteStore } from '../store/sqlite-store.ts';
import { Workspaces } from './workspaces.ts';

const seed = new Seed();
const DAY = limits.workspace_idle_hours * 3_600_000;

let folder: string;
let store: SqliteStore;
let clock: ManualClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
  store = new SqliteStore(join(folder, 'sandbox.db'), 1);
  clock = new ManualClock();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const open = () => new Workspaces({ seed, store, clock });
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number}`);
const written = () => new Promise((resolve) => setImmediate(resolve));

function change(workspaces: Workspaces, name: string): void {
  const workspace = workspaces.get(name);
  void store.transact(workspace, () => workspace.records.contacts.delete('con_abc123'));
}

function isChanged(workspaces: Workspaces, name: string): boolean {
  const workspace = workspaces.get(name);
  void store.transact(workspace, () => undefined);
  return workspace.records.contacts.get('con_abc123') === undefined;
}

const full = expect.objectContaining({ code: 'workspace_limit_reached', status: 507 }) as Error;

test('as many workspaces may have changes as the policies say, and nobody gives way to one more', async () => {
  const workspaces = open();
  const all = names('workspace', limits.workspaces);
  for (const name of ['seeded', ...all]) change(workspaces, name);
  expect(() => change(workspaces, 'onemore1')).toThrow(full);
  await written();
  expect(store.names()).toEqual(['seeded', ...all]);
  expect(isChanged(workspaces, 'onemore1')).toBe(false);
  for (const name of ['seeded', 'workspace0', 'workspace7']) expect(isChanged(workspaces, name)).toBe(true);
  // Those that have room go on.
  change(workspaces, 'workspace3');
});

test('any number of workspaces may be read, at nobody’s cost', () => {
  const workspaces = open();
  change(workspaces, 'workspace0');
  for (const name of names('madeup00', limits.workspaces + 20)) expect(isChanged(workspaces, name)).toBe(false);
  for (const name of names('another0', limits.workspaces - 1)) change(workspaces, name);
  expect(isChanged(workspaces, 'workspace0')).toBe(true);
});

test('those that an earlier run has left behind count, too', async () => {
  const earlier = open();
  for (const name of names('earlier01', limits.workspaces)) change(earlier, name);
  await written();
  const workspaces = open();
  expect(() => change(workspaces, 'onemore1')).toThrow(full);
  expect(isChanged(workspaces, 'earlier010')).toBe(true);
});

test('one that nobody has used for a day gives way, the one unused for longest first, in the file too', async () => {
  const workspaces = open();
  for (const name of names('workspace', limits.workspaces)) change(workspaces, name);
  clock.advance(1);
  workspaces.get('workspace0');
  clock.advance(DAY - 1);
  change(workspaces, 'onemore1');
  await written();
  expect(store.names()).not.toContain('workspace1');
  expect(isChanged(workspaces, 'workspace1')).toBe(false);
  expect(isChanged(workspaces, 'workspace0')).toBe(true);
});

test('one whose end has come gives way before one that nobody uses', async () => {
  const workspaces = open();
  for (const name of names('workspace', limits.workspaces)) change(workspaces, name);
  const ended = workspaces.get('workspace9');
  void store.transact(ended, () => ended.set('life', { expires_at: clock.now() + DAY }));
  clock.advance(DAY);
  workspaces.get('workspace9');
  change(workspaces, 'onemore1');
  await written();
  expect(isChanged(workspaces, 'workspace9')).toBe(false);
  expect(isChanged(workspaces, 'workspace0')).toBe(true);
});

test('one that is made for a while keeps its room and its end over a reset, and loses both when it ends', () => {
  const workspaces = open();
  for (const name of names('workspace', limits.workspaces)) change(workspaces, name);
  const workspace = workspaces.get('workspace0');
  void store.transact(workspace, () => workspace.set('life', { expires_at: 7 }));
  void store.transact(workspace, () => workspace.reset());
  expect(workspace.setting('life')).toMatchObject({ expires_at: 7 });
  void store.transact(workspace, () => workspace.set('life', { expires_at: clock.now() + 1 }));
  expect(() => change(workspaces, 'onemore1')).toThrow(full);
  void store.transact(workspace, () => workspace.end());
  expect(workspace.setting('life')).toEqual({ expires_at: null });
  change(workspaces, 'onemore1');
});

test('one that is reset leaves its room to others, and is the same workspace all the while', () => {
  const workspaces = open();
  for (const name of names('workspace', limits.workspaces)) change(workspaces, name);
  const workspace = workspaces.get('workspace0');
  void store.transact(workspace, () => workspace.reset());
  expect(workspaces.get('workspace0')).toBe(workspace);
  change(workspaces, 'onemore1');
  expect(() => change(workspaces, 'workspace0')).toThrow(full);
});

test('through the API: reads of made-up keys are answered and cost nothing, a write without room is an error of the catalogue', async () => {
  const sandbox = createSandbox({ clock, rateLimits: false });
  const ask = (key: string, init: RequestInit = {}, path = '/v1/contacts') => {
    const headers = { Authorization: `Bearer sk_test_${key}`, 'Content-Type': 'application/json' };
    return sandbox.fetch(new Request(`https://api.example.com${path}`, { headers, ...init }));
  };
  const write = (key: string) => ask(key, { method: 'POST', body: '{"email":"jane@example.com"}' });
  const isThere = async (key: string) =>
    (await (await ask(key, {}, '/v1/contacts?email=jane@example.com')).text()).includes('con_');
  expect((await write('workspace0')).status).toBe(201);
  for (const name of names('madeup00', limits.workspaces + 20)) await ask(name, {}, '/v1/contacts?limit=1');
  expect(await isThere('workspace0')).toBe(true);
  for (const name of names('another0', limits.workspaces - 1)) await write(name);
  const refused = await write('onemore1');
  expect([refused.status, await refused.json()]).toMatchObject([507, { error: { code: 'workspace_limit_reached' } }]);
  expect((await ask('onemore1')).status).toBe(200);
  expect(await isThere('workspace0')).toBe(true);
  expect((await ask('another00', { method: 'POST' }, '/_sandbox/reset')).status).toBe(204);
  expect((await write('onemore1')).status).toBe(201);
});
