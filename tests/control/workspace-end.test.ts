import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { sandbox as policy } from '../../src/sandbox/generated/policies.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { Flow, locationOf } from '../oauth/flow.ts';
import type { OpenSandbox } from '../open-sandbox.ts';
import { Client, openClient, until } from '../webhooks/client.ts';
import { expectOver, make } from './made-workspace.ts';
import type { Made } from './made-workspace.ts';

let clock: ManualClock;
let nobody: Client;
let sandbox: OpenSandbox;
beforeEach(() => {
  clock = new ManualClock();
  const opened = openClient({ clock });
  sandbox = opened.sandbox;
  nobody = opened.client.as('');
});

const secondsLeft = ({ expires_at }: Made): number => (Date.parse(expires_at) - clock.now()) / 1000;

describe('the end of a workspace', () => {
  test('comes at its second: what was there is gone, and its key says so', async () => {
    const { key } = await make(nobody, { expires_in: 60 });
    const owner = nobody.as(key);
    await owner.ask('POST', '/v1/contacts', { email: 'a@example.com' });
    clock.advance(59_999);
    expect((await owner.send('GET', '/v1/operators')).status).toBe(200);
    clock.advance(1);
    await expectOver(key, nobody);
  });

  test('holds for every level of its key, and for tokens', async () => {
    const { workspace, key } = await make(nobody, { expires_in: 60 });
    const sandbox = createSandbox({ clock, newWorkspaceName: () => workspace });
    const client = new Client((request) => sandbox.fetch(request));
    await make(client, { expires_in: 60 });
    const flow = new Flow((request) => sandbox.fetch(request), 'http://sandbox');
    const { access_token: token } = await flow.signIn({ login_hint: workspace });
    expect((await client.as(`${key}_read_free`).send('GET', '/v1/operators')).status).toBe(200);
    expect((await client.as(token).send('GET', '/v1/contacts')).status).toBe(200);
    clock.advance(60_000);
    for (const credential of [`${key}_read_free`, token]) {
      const { status } = await client.as(credential).send('GET', '/v1/contacts');
      expect(status).toBe(401);
    }
  });

  test('goes by the clock of the machine, whatever the workspace’s own says', async () => {
    const { key } = await make(nobody, { expires_in: 60 });
    const owner = nobody.as(key);
    await owner.advance(86_400);
    expect((await owner.send('GET', '/v1/operators')).status).toBe(200);
    await owner.freeze('2020-01-01T00:00:00Z');
    clock.advance(60_000);
    await expectOver(key, nobody);
  });

  test('is kept by a reset, an import and an undo', async () => {
    const made = await make(nobody, { expires_in: 600 });
    const owner = nobody.as(made.key);
    await owner.ask('POST', '/v1/contacts', { email: 'a@example.com' });
    const state = await owner.ask('GET', '/_sandbox/state');
    await owner.ask('POST', '/_sandbox/reset');
    expect(await owner.ask('GET', '/_sandbox/workspaces')).toEqual(made);
    expect((await owner.send('POST', '/v1/contacts', { email: 'a@example.com' })).status).toBe(201);
    await owner.ask('PUT', '/_sandbox/state', state);
    expect(await owner.ask('GET', '/_sandbox/workspaces')).toEqual(made);
    await owner.ask('POST', '/_sandbox/undo');
    expect(await owner.ask('GET', '/_sandbox/workspaces')).toEqual(made);
    clock.advance(600_000);
    await expectOver(made.key, nobody);
  });

  test('is moved on while it has not come, counted from now', async () => {
    const made = await make(nobody, { expires_in: 60 });
    const owner = nobody.as(made.key);
    clock.advance(59_000);
    const later = await owner.ask<Made>('PATCH', '/_sandbox/workspaces', { expires_in: 120 });
    expect(later).toMatchObject({ workspace: made.workspace, key: made.key });
    expect(secondsLeft(later)).toBe(120);
    clock.advance(119_999);
    expect((await owner.send('GET', '/v1/operators')).status).toBe(200);
    clock.advance(1);
    await expectOver(made.key, nobody);
  });

  test('ends sign-ins: nobody is asked, and the client is told why', async () => {
    const { workspace, key } = await make(nobody);
    const flow = new Flow((request) => sandbox.fetch(request), 'http://sandbox');
    const page = await flow.ask({ login_hint: workspace });
    expect(page.status).toBe(200);
    await nobody.as(key).send('DELETE', '/_sandbox/workspaces');
    for (const answer of [await flow.decide(page, 'approve'), await flow.ask({ login_hint: workspace })]) {
      const { searchParams } = locationOf(answer);
      expect([searchParams.get('error'), searchParams.get('error_description')]).toEqual([
        'access_denied',
        expect.stringContaining('has ended'),
      ]);
    }
  });

  test('leaves nothing to one that is made in its place: no token, no used-up limit', async () => {
    const { workspace } = await make(nobody);
    const again = createSandbox({ clock, newWorkspaceName: () => workspace });
    const client = new Client((request) => again.fetch(request));
    const { key } = await make(client);
    const flow = new Flow((request) => again.fetch(request), 'http://sandbox');
    const { access_token: token } = await flow.signIn({ login_hint: workspace });
    const remaining = async () =>
      Number((await client.as(key).send('GET', '/v1/contacts')).headers.get('X-RateLimit-Remaining'));
    const full = await remaining();
    expect(await remaining()).toBe(full - 1);
    await client.as(key).send('DELETE', '/_sandbox/workspaces');
    expect((await make(client)).key).toBe(key);
    expect(await remaining()).toBe(full);
    expect((await client.as(token).send('GET', '/v1/contacts')).status).toBe(401);
  });

  test('comes at once where it is deleted', async () => {
    const { key } = await make(nobody);
    expect((await nobody.as(key).send('DELETE', '/_sandbox/workspaces')).status).toBe(204);
    await expectOver(key, nobody);
  });

  test.skipIf(isOnWorkerd)('ends its deliveries, though nobody asks for it', async () => {
    let sent = 0;
    const { client } = openClient({
      clock,
      send: () => {
        sent += 1;
        return Promise.resolve({ status: 500, body: '' });
      },
    });
    const owner = client.as((await make(client, { expires_in: 60 })).key);
    await owner.createWebhook(['contact.created'], 'https://hooks.example.org/');
    await owner.ask('POST', '/v1/contacts', { email: 'a@example.com' });
    const rest = async (milliseconds: number) => {
      clock.advance(milliseconds);
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    };
    // Signing takes as long as it takes.
    await rest(0);
    await until(() => sent > 0);
    expect(sent).toBe(1);
    await rest(10_000);
    await until(() => sent > 1);
    expect(sent).toBe(2);
    await rest(60_000);
    await until(() => sent > 2);
    for (let minute = 0; minute < 60; minute += 1) await rest(60_000);
    expect(sent).toBe(3);
  });
});

test.skipIf(isOnWorkerd)('the end breaks off what is being delivered', async () => {
  let isBrokenOff = false;
  const send = (_request: unknown, signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        isBrokenOff = true;
        reject(new Error('Broken off'));
      });
    });
  const { client } = openClient({ clock, send });
  const owner = client.as((await make(client)).key);
  await owner.createWebhook(['contact.created'], 'https://hooks.example.org/');
  await owner.ask('POST', '/v1/contacts', { email: 'a@example.com' });
  await owner.ask('GET', '/_sandbox/deliveries');
  await owner.send('DELETE', '/_sandbox/workspaces');
  expect(isBrokenOff).toBe(true);
});

test.skipIf(isOnWorkerd)(
  'what is left of one that has ended is deleted when the next is made, though nobody asks for it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const store = new SqliteStore(join(folder, 'sandbox.db'), 1);
    const { client, sandbox } = openClient({ clock, store });
    const { workspace } = await make(client, { expires_in: 60 });
    expect(store.names()).toContain(workspace);
    clock.advance(60_000);
    await make(client);
    expect(store.names()).not.toContain(workspace);
    await sandbox.close();
  },
);

// Of a hosted sandbox each has room of its own.
test.skipIf(isOnWorkerd)('those that have ended make room for new ones', async () => {
  await make(nobody, { expires_in: 60 });
  const full = policy.workspaces;
  const { client } = openClient({ clock });
  const short = await make(client, { expires_in: 60 });
  for (let number = 1; number < full; number += 1) {
    await client.as(`sk_test_room${String(number).padStart(6, '0')}`).ask('PUT', '/_sandbox/faults', {});
  }
  expect((await client.as('').send('POST', '/_sandbox/workspaces')).status).toBe(507);
  clock.advance(60_000);
  expect((await client.as('').send('POST', '/_sandbox/workspaces')).status).toBe(201);
  await expectOver(short.key, client);
});

describe('over HTTP, with a file', () => {
  let mock: Mock;
  let file: string;
  const open = async (): Promise<Client> => {
    mock = await startMock({ port: 0, data: file, clock });
    return new Client((request) => fetch(request), mock.url, '');
  };
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'workspaces-'));
    file = join(folder, 'sandbox.db');
    onTestFinished(() => rmSync(folder, { recursive: true }));
  });
  afterEach(() => mock.close());

  test('a workspace outlives the process, and so does its end', async () => {
    const made = await make(await open(), { expires_in: 60 });
    expect(new URLSearchParams(new URL(made.panel_url).hash.slice(1)).get('at')).toBe(`${mock.url}/v1`);
    await mock.close();
    const client = (await open()).as(made.key);
    await client.ask('POST', '/v1/contacts', { email: 'a@example.com' });
    clock.advance(60_000);
    await mock.close();
    await expectOver(made.key, await open());
    await mock.close();
    const store = new SqliteStore(file, 1);
    expect(store.names()).not.toContain(made.workspace);
    store.close();
    await open();
  });
});
