/** What only a host has to hold: many strangers, objects that are put away, an engine that is restarted. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, EngineSettings } from '../../scripts/edge/engine.ts';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { hosted as policy, plans } from '../../src/sandbox/generated/policies.ts';
import { expectOver, make } from '../control/made-workspace.ts';
import { Flow } from '../oauth/flow.ts';
import { Client, until } from '../webhooks/client.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import type { Receiver } from '../webhooks/receiver.ts';
import { openSpace, startHosted } from './hosted.ts';
import { needsWorkerd } from './needs-workerd.ts';

const PUT_AWAY = 13_000;

needsWorkerd();

let folder: string;
let engine: Engine | undefined;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hosted-'));
  receiver = await openReceiver();
});
afterEach(async () => {
  await engine?.kill();
  await receiver.close();
  rmSync(folder, { recursive: true });
});

async function start(settings: Partial<EngineSettings> = {}): Promise<Client> {
  engine = await startHosted(join(folder, 'data'), settings);
  return new Client((request) => fetch(request), engine.url, 'sk_test_mycompany');
}

/** All that the objects have on the disk. */
function keptAnywhere(): string {
  const files = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8', withFileTypes: true });
  const read = (name: string, parent: string): string => readFileSync(join(parent, name), 'latin1');
  return files.map((file) => (file.isFile() ? read(file.name, file.parentPath) : '')).join('');
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function callsLeft(client: Client): Promise<number> {
  return Number((await client.send('GET', '/v1/operators')).headers.get('X-RateLimit-Remaining'));
}

describe('an object that was put away', () => {
  test('makes its retry when that is due, and has counted on', { timeout: 60_000 }, async () => {
    const client = await start({ allowLocalWebhooks: true });
    receiver.answer = (response) => response.writeHead(receiver.received.length === 1 ? 500 : 204).end();
    await client.createWebhook(['contact.created'], receiver.url);
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    const before = await callsLeft(client);
    await until(() => receiver.received.length === 2, 30_000);
    await wait(PUT_AWAY);
    expect(await client.deliveries()).toMatchObject([{ status: 'delivered', attempts: { length: 2 } }]);
    expect(await callsLeft(client)).toBe(before - 1);
  });
});

describe('an engine that is killed', () => {
  test('goes on by itself with deliveries whose endpoint hung, without a request', { timeout: 60_000 }, async () => {
    const client = await start({ allowLocalWebhooks: true });
    receiver.answer = () => undefined;
    await client.createWebhook(['contact.created'], receiver.url);
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await until(() => receiver.received.length === 1);
    await engine?.kill();
    receiver.received.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
    await start({ allowLocalWebhooks: true });
    await until(() => receiver.received.length === 1, 30_000);
  });

  test('has tokens, and limits but for the last seconds', { timeout: 60_000 }, async () => {
    const client = await start();
    const flow = new Flow((request) => fetch(request), engine?.url);
    const [own, shared] = [await flow.signIn({ login_hint: 'mycompany' }), await flow.signIn()];
    const before = await callsLeft(client);
    await wait(6_000);
    await engine?.kill();
    const again = await start();
    expect(await callsLeft(again)).toBe(before - 1);
    for (const { access_token } of [own, shared])
      expect((await again.as(access_token).send('GET', '/v1/contacts')).status).toBe(200);
  });
});

describe('strangers', () => {
  test('share no budget, with the keys of the guides or without a key', async () => {
    const clock = new ManualClock();
    const [one, other] = [openSpace({ clock }), openSpace({ clock })];
    const left = async (send: typeof one, headers: Record<string, string>): Promise<number> => {
      const response = await send(new Request('https://sandbox.example/v1/operators', { headers }));
      return Number(response.headers.get('X-RateLimit-Remaining'));
    };
    for (const [headers, plan] of [
      [{}, plans.free],
      [{ Authorization: 'Bearer sk_test_admin' }, plans.professional],
    ] as const) {
      const most = plan.requests_per_minute;
      expect([await left(one, headers), await left(one, headers)]).toEqual([most - 1, most - 2]);
      expect(await left(other, headers)).toBe(most - 1);
    }
  });

  test('cannot change what others look at, nor control it; a key of their own can', async () => {
    const client = await start();
    const everybody = client.as('sk_test_admin');
    const refused = { status: 403, body: { error: { code: 'shared_workspace' } } };
    expect(await everybody.send('DELETE', '/v1/contacts/con_abc123')).toMatchObject(refused);
    expect(await everybody.send('POST', '/_sandbox/reset')).toMatchObject(refused);
    expect((await everybody.send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
    expect((await client.send('DELETE', '/v1/contacts/con_abc123')).status).toBe(204);
    expect((await client.send('GET', '/v1/contacts/con_abc123')).status).toBe(404);
    expect((await client.as('sk_test_another01').send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
    expect((await client.send('POST', '/_sandbox/reset')).status).toBe(204);
  });

  test('do not learn the key of a workspace from a token that opens it', async () => {
    await start();
    const flow = new Flow((request) => fetch(request), engine?.url);
    const tokens = await flow.signIn({ login_hint: 'mycompany' });
    expect(JSON.stringify(tokens)).not.toContain('mycompany');
  });
});

describe('a workspace that is made', () => {
  test('outlives the engine, and is gone from the disk when it has ended', { timeout: 60_000 }, async () => {
    const made = await make(await start());
    await engine?.kill();
    const owner = (await start()).as(made.key);
    expect(await owner.ask('GET', '/_sandbox/workspaces')).toMatchObject({ expires_at: made.expires_at });
    await owner.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    expect(keptAnywhere()).toContain('ann@example.com');
    expect((await owner.send('DELETE', '/_sandbox/workspaces')).status).toBe(204);
    await expectOver(made.key, owner);
    await engine?.stop();
    expect(keptAnywhere()).not.toContain('ann@example.com');
  });
});

test('an address opens as many workspaces a minute as it may', async () => {
  const client = await start();
  const statuses: number[] = [];
  for (let number = 0; number <= policy.opened_per_minute; number += 1)
    statuses.push((await client.as(`sk_test_company${number}x`).send('GET', '/v1/operators')).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(policy.opened_per_minute);
  expect(statuses.at(-1)).toBe(429);
});

test('the engine itself sends nothing to an address that is not public, whatever the worker thinks', async () => {
  const client = await start({ allowLocalWebhooks: true, network: 'public' });
  await client.createWebhook(['contact.created'], receiver.url);
  await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
  await until(async () => ((await client.deliveries())[0]?.attempts.length ?? 0) > 0);
  expect((await client.deliveries())[0]?.attempts[0]?.error?.code).toBe('connection_failed');
  expect(receiver.received).toEqual([]);
});

test('a workspace that a later version has kept is refused, and left as it was', { timeout: 60_000 }, async () => {
  const client = await start();
  await client.ask('DELETE', '/v1/contacts/con_abc123');
  await engine?.stop();
  const names = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' });
  // The workspace's object, and that of the address which opened it.
  const files = names.filter((name) => name.endsWith('.sqlite') && !name.includes('metadata'));
  const set = (version: string): void => {
    let changed = 0;
    for (const file of files) {
      const database = new DatabaseSync(join(folder, 'data', file));
      const table = database.prepare("SELECT name FROM sqlite_master WHERE name = 'settings'").get();
      const write = "UPDATE settings SET value = ? WHERE name = 'schema'";
      if (table) changed += Number(database.prepare(write).run(version).changes);
      database.close();
    }
    expect(changed).toBeGreaterThan(0);
  };
  set('99');
  const later = await start();
  const refused = await later.send('GET', '/v1/contacts');
  expect(refused).toMatchObject({ status: 500, body: { error: { code: 'internal_error' } } });
  await engine?.stop();
  set('1');
  expect((await (await start()).send('GET', '/v1/contacts/con_abc123')).status).toBe(404);
});

describe('the site beside it', () => {
  test('is served with the headers of its file, from the same address', async () => {
    const site = join(folder, 'site');
    mkdirSync(join(site, 'guides'), { recursive: true });
    mkdirSync(join(site, 'oauth/authorize'), { recursive: true });
    writeFileSync(join(site, '_headers'), '/*\n  X-Frame-Options: DENY\n\n/guides/*\n  Referrer-Policy: no-referrer\n');
    writeFileSync(join(site, 'index.html'), '<h1>Home</h1>');
    writeFileSync(join(site, 'guides/index.html'), `<h1>Guides</h1>${'x'.repeat(2_000)}`);
    writeFileSync(join(site, 'guides.md'), '# Guides');
    writeFileSync(join(site, 'oauth/authorize/index.html'), '<h1>Consent</h1>');
    writeFileSync(join(site, '404.html'), '<h1>Nothing</h1>');
    await start({ site });
    const ask = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${engine?.url}${path}`, { headers, redirect: 'manual' });
    const home = await ask('/');
    expect([home.status, home.headers.get('Content-Type'), home.headers.get('X-Frame-Options')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'DENY',
    ]);
    const guides = await ask('/guides/', { 'Accept-Encoding': 'gzip' });
    expect([guides.headers.get('Content-Encoding'), guides.headers.get('Referrer-Policy')]).toEqual([
      'gzip',
      'no-referrer',
    ]);
    expect(await guides.text()).toContain('Guides');
    const markdown = await ask('/guides/', { Accept: 'text/markdown' });
    expect([await markdown.text(), markdown.headers.get('Content-Type')]).toEqual([
      '# Guides',
      'text/markdown; charset=utf-8',
    ]);
    const redirect = await ask('/guides?a=1');
    expect([redirect.status, redirect.headers.get('Location')]).toEqual([301, '/guides/?a=1']);
    const missing = await ask('/nothing');
    expect([missing.status, await missing.text()]).toEqual([404, '<h1>Nothing</h1>']);
    expect((await ask('/_headers')).status).toBe(404);
    expect((await ask('/../data/')).status).not.toBe(200);
    const modified = home.headers.get('Last-Modified') ?? '';
    expect((await ask('/', { 'If-Modified-Since': modified })).status).toBe(304);
    expect(await (await ask('/oauth/authorize/')).text()).toContain('Consent');
    expect((await ask('/oauth/authorize')).status).toBe(400);
    expect((await ask('/v1/contacts')).status).toBe(401);
  });
});
