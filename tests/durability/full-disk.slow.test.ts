import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpServer } from '../../src/sandbox/node/http-server.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { SqliteStore } from '../../src/sandbox/store/sqlite-store.ts';
import { Flow } from '../oauth/flow.ts';
import { Client } from '../webhooks/client.ts';

/** As many pages as a file may have that has enough of them. */
const ENOUGH = 1_000_000;

let folder: string;
let store: SqliteStore;
let sandbox: Sandbox;
let server: Server;
let base: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
  store = new SqliteStore(join(folder, 'sandbox.db'), 1);
  sandbox = createSandbox({ store, rateLimits: false, report: () => undefined });
  server = createHttpServer(sandbox, { host: '127.0.0.1', trustProxy: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const clientOf = (key: string): Client => new Client((request) => fetch(request), base, key);

/** Writes until nothing more fits. @returns the ids of the contacts that were answered */
async function fillUp(client: Client): Promise<string[]> {
  store.limitPages(1);
  const made: string[] = [];
  for (let size = 100_000; size > 0; size = Math.floor(size / 2)) {
    const body = { email: `full${size}@example.com`, custom_attributes: { text: 'x'.repeat(size) } };
    const answer = await client.send<{ id: string }>('POST', '/v1/contacts', body);
    if (answer.status === 201) made.push(answer.body.id);
    else expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal_error' } } });
  }
  return made;
}

test('a full disk is an error answer to what would write, reads go on, and all is well when there is space again', async () => {
  const client = clientOf('sk_test_admin');
  const { id } = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: 'before@example.com' });
  const made = [id, ...(await fillUp(client))];

  const text = 'y'.repeat(50_000);
  for (let number = 0; number < 20; number += 1) {
    const body = { email: `no${number}@example.com`, custom_attributes: { text } };
    expect((await client.send('POST', '/v1/contacts', body)).status).toBe(500);
    expect((await client.send('GET', `/v1/contacts/${id}`)).status).toBe(200);
  }
  const refused = await client.send('PATCH', `/v1/contacts/${id}`, { custom_attributes: { text } });
  expect(refused.status).toBe(500);
  expect((await client.ask<{ custom_attributes: object }>('GET', `/v1/contacts/${id}`)).custom_attributes).toEqual({});

  store.limitPages(ENOUGH);
  await client.ask('PATCH', `/v1/contacts/${id}`, { name: 'After' });
  for (const one of made) expect((await client.send('GET', `/v1/contacts/${one}`)).status).toBe(200);
  expect((await client.send('POST', '/v1/contacts', { email: 'no0@example.com' })).status).toBe(201);
});

test('while the disk is full, workspaces come and go, and sign-ins fail or succeed, but nothing breaks', async () => {
  const breakage: unknown[] = [];
  const note = (reason: unknown): void => void breakage.push(reason);
  process.on('unhandledRejection', note);
  await fillUp(clientOf('sk_test_admin'));
  for (let number = 0; number < 1_000; number += 1) {
    const client = clientOf(`sk_test_fulldisk${number}`);
    expect((await client.send('GET', '/v1/contacts/con_abc123')).status).toBe(200);
    if (number % 50 === 0) {
      const body = { custom_attributes: { text: 'x'.repeat(50_000) } };
      expect((await client.send('PATCH', '/v1/contacts/con_abc123', body)).status).toBe(500);
    }
  }
  const flow = new Flow((request) => fetch(request), base);
  const statuses: number[] = [];
  for (let number = 0; number < 30; number += 1) {
    const page = await flow.ask();
    statuses.push(page.status, (await flow.decide(page, 'approve')).status);
  }
  expect(statuses.every((status) => [200, 303, 500].includes(status))).toBe(true);
  expect(statuses).toContain(500);

  store.limitPages(ENOUGH);
  const { access_token } = await flow.signIn();
  expect((await flow.call(access_token)).status).toBe(200);
  process.off('unhandledRejection', note);
  expect(breakage).toEqual([]);
}, 60_000);
