import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../clock.ts';
import { limits } from '../generated/policies.ts';
import { createSandbox } from '../sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import { Seed } from '../seed/seed.ts';
import { SqliteStore } from '../store/sqlite-store.ts';
import { STEP } from './steps.ts';

const COUNT = 5_000;
const EMPTY = { format: 'orbinto-sandbox', version: 1, seed: 1 };
const contacts = Array.from({ length: COUNT }, (_, index) => ({
  id: `con_imported${index}`,
  email: `imported${index}@example.com`,
  name: null,
  phone: null,
  company: null,
  avatar_url: null,
  custom_attributes: {},
  tags: [],
  created_at: '2026-02-01T00:00:00Z',
  updated_at: '2026-02-01T00:00:00Z',
}));

let folder: string;
let file: string;
let store: SqliteStore;
let sandbox: Sandbox;
/** Does something whenever the import rests. */
let meanwhile: (turn: number) => unknown;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  file = join(folder, 'sandbox.db');
  meanwhile = () => undefined;
  open(file);
});
afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

function open(path: string): void {
  let turn = 0;
  const clock: Clock = {
    now: () => Date.parse('2026-03-02T09:00:00Z'),
    wake(_at, callback) {
      turn += 1;
      void Promise.resolve(meanwhile(turn))
        .then(() => setImmediate())
        .then(callback);
      return () => undefined;
    },
  };
  store = new SqliteStore(path, 1);
  sandbox = createSandbox({ store, clock, rateLimits: false, report: () => undefined });
}

async function ask(method: string, path: string, body?: unknown, key = 'sk_test_importing1') {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await sandbox.fetch(new Request(`https://api.example.com${path}`, init));
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
}

const load = (records: object) => ask('PUT', '/_sandbox/state', { ...EMPTY, records });
const total = async (): Promise<unknown> => (await ask('GET', '/v1/contacts?per_page=1')).body?.['pagination'];
const seeded = new Seed().base('contacts').rows.length;
const some = (count: number) => ({ page: 1, per_page: 1, total: seeded + count, has_more: true });
/** How many rows stand in the file, besides the settings of the workspaces and what can be undone. */
const rows = () => {
  const database = new DatabaseSync(file, { readOnly: true });
  const { n } = database.prepare("SELECT count(*) AS n FROM changes WHERE kind NOT IN ('settings', 'undos')").get() as {
    n: number;
  };
  database.close();
  return n;
};

test('a long import rests after so many records, others are answered then, and its own workspace is the old one', async () => {
  let [turns, answered] = [0, 0];
  const totals = new Set<string>();
  meanwhile = async () => {
    turns += 1;
    const { status } = await ask('GET', '/v1/operators', undefined, 'sk_test_somebody1');
    if (status === 200) answered += 1;
    totals.add(JSON.stringify(await total()));
  };
  expect((await load({ contacts })).status).toBe(200);
  // It is checked, put together, and written.
  expect(turns).toBeGreaterThan((3 * COUNT) / STEP);
  expect(answered).toBe(turns);
  expect([...totals]).toEqual([JSON.stringify(some(0))]);
  expect(await total()).toEqual(some(COUNT));
});

test('whatever was changed in a workspace while it was replaced is replaced, too', async () => {
  meanwhile = (turn) => turn === 20 && ask('POST', '/v1/contacts', { email: 'meanwhile@example.com' });
  await load({ contacts });
  expect(await total()).toEqual(some(COUNT));
});

describe('a process that ends in the middle of an import', () => {
  /** Opens a copy of the file as it stood when so many records were written. */
  async function crashAfter(count: number): Promise<void> {
    const copy = join(folder, 'copy.db');
    let isCopied = false;
    meanwhile = () => {
      if (isCopied || written < count) return;
      copyFileSync(file, copy);
      copyFileSync(`${file}-wal`, `${copy}-wal`);
      isCopied = true;
    };
    await load({ contacts });
    expect(isCopied).toBe(true);
    await sandbox.close();
    file = copy;
    meanwhile = () => undefined;
    open(copy);
  }

  let written = 0;
  beforeEach(() => {
    written = 0;
    const stage = store.stage.bind(store);
    store.stage = (workspace) => {
      const base = stage(workspace);
      const add = base.add.bind(base);
      base.add = (changes) => {
        add(changes);
        written += changes.length;
      };
      return base;
    };
  });

  test.each([STEP, COUNT / 2, COUNT])(
    'leaves the old state, and nothing of the new one: after %i records',
    async (count) => {
      await ask('POST', '/v1/contacts', { email: 'before@example.com' });
      await crashAfter(count);
      expect(await total()).toEqual(some(1));
      await sandbox.close();
      expect(rows()).toBe(1);
      open(file);
    },
  );
});

test('what was imported is there after a restart, so is what was changed since, and nothing of what was replaced', async () => {
  await ask('POST', '/v1/contacts', { email: 'before@example.com' });
  await load({ contacts: contacts.slice(0, 600) });
  await load({ contacts });
  await ask('POST', '/v1/contacts', { email: 'after@example.com' });
  await sandbox.close();
  open(file);
  expect(store.names()).toEqual(['importing1']);
  expect(await total()).toEqual(some(COUNT + 1));
  expect((await ask('GET', '/v1/contacts?email=before@example.com')).body?.['data']).toEqual([]);
  await ask('POST', '/_sandbox/reset');
  await ask('POST', '/v1/contacts', { email: 'again@example.com' });
  await sandbox.close();
  expect(rows()).toBe(1);
  open(file);
  expect(await total()).toEqual(some(1));
});

test('an import that is refused at its last record leaves nothing in the file', async () => {
  const [last] = contacts.slice(-1);
  const refused = await load({ contacts: [...contacts, { ...last, id: 'con_twice' }] });
  expect(refused.status).toBe(422);
  expect(await total()).toEqual(some(0));
  await sandbox.close();
  expect(rows()).toBe(0);
  open(file);
});

test('an import that the disk has no room for is a 500 that changes nothing', async () => {
  await ask('POST', '/v1/contacts', { email: 'before@example.com' });
  store.limitPages(40);
  expect((await load({ contacts })).status).toBe(500);
  store.limitPages(1_000_000);
  expect(await total()).toEqual(some(1));
  expect((await load({ contacts })).status).toBe(200);
  expect(await total()).toEqual(some(COUNT));
});

test('an import makes no more webhooks than a workspace may have', async () => {
  const webhooks = Array.from({ length: limits.webhooks_per_workspace }, (_, index) => ({
    id: `wh_imported${index}`,
    url: 'https://hooks.example.com/x',
    events: ['contact.created'],
    description: null,
    status: 'active',
    created_at: '2026-02-01T00:00:00Z',
  }));
  const refused = await load({ webhooks });
  expect(refused).toMatchObject({ status: 422, body: { error: { param: 'records.webhooks' } } });
  // One is there from the start.
  expect((await load({ webhooks: webhooks.slice(1) })).status).toBe(200);
});
