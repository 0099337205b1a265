import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { run } from '../../scripts/probe/run.ts';
import { statusSchema } from '../../src/site/feeds/status-schema.ts';
import type { StatusFeed } from '../../src/site/feeds/status-feed.ts';
import { claimOf } from '../../src/site/status/service-claim.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';

const ajv = new Ajv2020({ strict: false });
const addFormats = addFormatsModule as unknown as (target: Ajv2020) => void;
addFormats(ajv);
const isFeed = ajv.compile(statusSchema);
const KEY = 'sk_test_statusprobe_admin_enterprise';
/** A moment that the machine's clock has not passed by more than the clocks may differ. */
const at = new Date();

let folder: string;
let out: string;
let mock: Awaited<ReturnType<typeof startMock>>;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
});
beforeEach(async () => {
  out = join(await mkdtemp(join(folder, 'run-')), 'status.json');
  await fetch(`${mock.url}/_sandbox/reset`, { method: 'POST', headers: { Authorization: `Bearer ${KEY}` } });
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

async function probe(args: string[] = [], { target = mock.url, now = at } = {}) {
  const complaints: string[] = [];
  const all = ['--target', target, '--out', out, '--timeout-ms', '3000', ...args];
  const code = await run(
    all,
    {},
    { print: () => undefined, complain: (text) => complaints.push(text), now: () => now },
  );
  return { code, complaint: complaints.join('\n') };
}

async function feed(): Promise<StatusFeed> {
  const value: unknown = JSON.parse(await readFile(out, 'utf8'));
  expect(isFeed(value), JSON.stringify(isFeed.errors)).toBe(true);
  return value as StatusFeed;
}

const states = ({ services }: StatusFeed) => Object.fromEntries(services.map(({ id, state }) => [id, state]));
const service = ({ services }: StatusFeed, id: string) => services.find((one) => one.id === id);

function fault(body: object) {
  const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
  return fetch(`${mock.url}/_sandbox/faults`, { method: 'PUT', headers, body: JSON.stringify(body) });
}

test('what works is operational, and what was made to find out is gone again', async () => {
  expect(await probe()).toEqual({ code: 0, complaint: '' });
  const written = await feed();
  expect(states(written)).toEqual({
    api: 'operational',
    oauth: 'operational',
    webhooks: 'operational',
    site: 'not_measured',
  });
  expect(service(written, 'api')).toMatchObject({
    error: null,
    uptime_90_days: 100,
    days: [{ checks: 1, degraded: 0, down: 0 }],
  });
  const list = await fetch(`${mock.url}/v1/webhooks`, { headers: { Authorization: `Bearer ${KEY}` } });
  const { data } = (await list.json()) as { data: { url: string }[] };
  expect(data.filter(({ url }) => url.includes('127.0.0.1'))).toEqual([]);
  expect(await readdir(join(out, '..'))).toEqual(['status.json']);
});

test('a round is added to those before it', async () => {
  await probe();
  await probe();
  const { days, recent } = service(await feed(), 'oauth') ?? { days: [], recent: [] };
  expect(days.at(-1)).toEqual({ date: at.toISOString().slice(0, 10), checks: 2, degraded: 0, down: 0 });
  expect(recent.length).toBe(2);
});

test('a target that does not listen is down, in one line that says why', async () => {
  const free = createServer().listen(0);
  const { port } = free.address() as AddressInfo;
  await new Promise((closed) => free.close(closed));
  expect((await probe([], { target: `http://127.0.0.1:${port}` })).code).toBe(0);
  const written = await feed();
  expect(service(written, 'api')).toMatchObject({
    state: 'down',
    response_ms: null,
    error: 'no connection (ECONNREFUSED)',
    uptime_90_days: 0,
  });
  expect(service(written, 'webhooks')?.state).toBe('down');
});

test('a target that answers slowly is degraded, one that answers too slowly is down', async () => {
  await fault({ latency_ms: 300 });
  await probe(['--slow-ms', '200']);
  expect(service(await feed(), 'api')).toMatchObject({
    state: 'degraded',
    uptime_90_days: 100,
    days: [{ checks: 1, degraded: 1, down: 0 }],
  });
  await probe(['--timeout-ms', '100']);
  expect(service(await feed(), 'api')).toMatchObject({
    state: 'down',
    error: 'no answer within 100 ms',
    uptime_90_days: 50,
  });
});

test('a target that answers errors is down; the sign-in beside it is not', async () => {
  await fault({ status: 500, rate: 1 });
  await probe();
  const written = await feed();
  expect(states(written)).toMatchObject({ api: 'down', oauth: 'operational', webhooks: 'down' });
  expect(service(written, 'api')?.error).toBe('GET /operators answered 500, not 200');
});

test('an event that is not delivered in time is down, although the API answers', async () => {
  await fault({ recipe: 'webhook-late', count: 5 });
  await probe(['--timeout-ms', '1500']);
  const written = await feed();
  expect(states(written)).toMatchObject({ api: 'operational', webhooks: 'down' });
  expect(service(written, 'webhooks')?.error).toBe('no delivery within 1500 ms');
});

test('where the clocks of probe and target differ, nothing is claimed', async () => {
  await probe([], { now: new Date(at.getTime() - 3_600_000) });
  const written = await feed();
  expect(states(written)).toEqual({
    api: 'not_measured',
    oauth: 'not_measured',
    webhooks: 'not_measured',
    site: 'not_measured',
  });
  expect(service(written, 'api')?.error).toMatch(/^the clocks of probe and target are 3\d\d\d seconds apart$/);
  expect(service(written, 'api')?.uptime_90_days).toBeNull();
});

test('a probe that was killed leaves the feed as it was, and the next one goes on', async () => {
  await probe();
  const before = await readFile(out, 'utf8');
  // What a kill leaves behind: half a file beside the feed, and the lock.
  await writeFile(`${out}.12345.tmp`, before.slice(0, 100));
  await writeFile(`${out}.lock`, '');
  expect(await probe()).toEqual({ code: 1, complaint: `${out} is being written by another probe.` });
  expect(await readFile(out, 'utf8')).toBe(before);
  await rm(`${out}.lock`);
  expect((await probe()).code).toBe(0);
  expect(service(await feed(), 'api')?.recent.length).toBe(2);
});

test('a file that is something else is left as it is', async () => {
  for (const text of ['not JSON', '{"version":1}', '{"version":2,"services":[]}']) {
    await writeFile(out, text);
    const { code, complaint } = await probe();
    expect([code, complaint.split('\n').length]).toEqual([1, 1]);
    expect(complaint).toContain('is no status feed and is left as it is');
    expect(await readFile(out, 'utf8')).toBe(text);
  }
});

test('incidents, and services that others measure, stay', async () => {
  await probe();
  const written = await feed();
  const dashboard = {
    ...(service(written, 'api') as StatusFeed['services'][number]),
    id: 'dashboard',
    name: 'Dashboard',
  };
  const update = { at: '2026-11-01T10:00:00Z', state: 'resolved', text: 'It works.' } as const;
  const incident = {
    id: 'late',
    kind: 'incident',
    title: 'Late',
    services: ['api'],
    state: 'resolved',
    started_at: update.at,
    resolved_at: update.at,
    updates: [update],
  } as const;
  await writeFile(
    out,
    JSON.stringify({ ...written, services: [...written.services, dashboard], incidents: [incident] }),
  );
  await probe();
  const next = await feed();
  expect(next.incidents).toEqual([incident]);
  expect(service(next, 'dashboard')).toEqual(dashboard);
});

test('badges tell what was measured and when, and claim no more', async () => {
  const badges = join(out, '../badges');
  await probe(['--badges', badges]);
  const svg = await readFile(join(badges, 'api.svg'), 'utf8');
  expect(svg).toMatch(/aria-label="REST API: operational at \d+ \w+ \d{4}, \d\d:\d\d UTC"/);
  expect(await readFile(join(badges, 'site.svg'), 'utf8')).toContain('This documentation: not measured');
});

test('the command line is refused by what is wrong with it', async () => {
  for (const [args, word] of [
    [['--target', 'here', '--out', out], '--target needs an address'],
    [['--target', mock.url], 'Usage: npm run probe'],
    [['--target', mock.url, '--out', out, '--slow-ms', 'soon'], '--slow-ms needs a whole number'],
    [['--target', 'https://api.orbinto.com', '--out', out], 'ORBINTO_API_KEY is not set'],
  ] as const) {
    const complaints: string[] = [];
    const code = await run(
      [...args],
      {},
      { print: () => undefined, complain: (text) => complaints.push(text), now: () => at },
    );
    expect([code, complaints.join()]).toEqual([1, expect.stringContaining(word)]);
  }
});

test('no key, address or body stands in the feed', async () => {
  await fault({ status: 500, rate: 1 });
  await probe();
  expect(await readFile(out, 'utf8')).not.toMatch(/sk_test|127\.0\.0\.1|request_id/);
});

test('what the probe wrote is a claim for a quarter of an hour, then unknown', async () => {
  await probe();
  const written = await feed();
  const api = service(written, 'api');
  if (!api?.checked_at) throw new Error('Nothing was measured.');
  const then = Date.parse(api.checked_at);
  expect(claimOf(api, written, then + 900_000).state).toBe('operational');
  expect(claimOf(api, written, then + 900_001).state).toBe('unknown');
});
