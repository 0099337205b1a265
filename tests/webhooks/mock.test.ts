import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyStandardWebhook, verifyWebhook } from '../../src/generators/verify-webhook/verify-webhook.js';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { startProcess } from '../durability/sandbox-process.ts';
import type { SandboxProcess } from '../durability/sandbox-process.ts';
import { isOnWorkerd } from '../edge/hosted.ts';
import { openServer } from '../open-server.ts';
import type { Server } from '../open-server.ts';
import { Client, until } from './client.ts';
import { openReceiver } from './receiver.ts';
import type { Receiver } from './receiver.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

let workspaces = 0;
function clientOf(url: string): Client {
  workspaces += 1;
  return new Client((request) => fetch(request), url, `sk_test_webhooks${workspaces}`);
}

describe('a mock', () => {
  let mock: Server;
  let client: Client;
  beforeAll(async () => {
    mock = await openServer();
  });
  afterAll(() => mock.close());
  beforeEach(() => {
    client = clientOf(mock.url);
  });

  test('delivers over HTTP, at once, what four independent functions verify', async () => {
    const { secret } = await client.createWebhook(['contact.created'], `${receiver.url}/hook`);
    const began = Date.now();
    const contact = await client.ask<{ id: string }>('POST', '/v1/contacts', {
      email: 'zoe@example.com',
      name: 'Zoë 👋',
    });
    await until(() => receiver.received.length === 1);
    const [{ headers, body, path, at }] = receiver.received as [(typeof receiver.received)[number]];
    expect(at - began).toBeLessThan(5_000);
    expect(path).toBe('/hook');
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({
      event: 'contact.created',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      data: await client.ask('GET', `/v1/contacts/${contact.id}`),
    });
    const given = {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    };
    expect(new StandardWebhook(secret).verify(body, given)).toEqual(JSON.parse(body));
    expect(() => new SvixWebhook(secret).verify(body, given)).not.toThrow();
    expect(verifyWebhook(body, String(headers['x-orbinto-signature']), secret)).toBe(true);
    const [id, timestamp, signature] = Object.values(given);
    expect(verifyStandardWebhook(body, { id, timestamp, signature }, secret)).toBe(true);
  });

  test('retries on the schedule of a frozen clock, with the wall clock for the answers', async () => {
    receiver.answer = (response) => response.writeHead(receiver.received.length < 4 ? 500 : 200).end('hm');
    await client.freeze();
    await client.createWebhook(['contact.created'], receiver.url);
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await client.advance(159);
    expect(receiver.received).toHaveLength(3);
    await client.advance(1);
    const [delivery] = await client.deliveries();
    expect(delivery).toMatchObject({ status: 'delivered', attempts: { length: 4 } });
    expect(delivery?.attempts.map(({ started_at }) => started_at.slice(14, -1))).toEqual([
      '00:00',
      '00:10',
      '00:40',
      '02:40',
    ]);
    expect(delivery?.attempts[3]?.response).toEqual({ status: 200, body: 'hm' });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([delivery?.event_id]),
    );
  });

  test('keeps the events of an endpoint in order', async () => {
    receiver.answer = (response) => void setTimeout(() => response.writeHead(204).end(), 5);
    await client.createWebhook(['contact.created'], receiver.url);
    for (let number = 0; number < 40; number += 1) {
      await client.ask('POST', '/v1/contacts', { email: `c${number}@example.com` });
    }
    await until(() => receiver.received.length === 40);
    const emails = receiver.received.map(({ body }) => (JSON.parse(body) as { data: { email: string } }).data.email);
    expect(emails).toEqual(Array.from({ length: 40 }, (_, number) => `c${number}@example.com`));
  });

  test('sends nothing to the network for the built-in receiver', async () => {
    await client.createWebhook(['contact.created'], 'https://hooks.example.com/x');
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await until(async () => (await client.deliveries())[0]?.status === 'delivered');
    expect((await client.deliveries())[0]?.attempts[0]?.response?.body).toBe('The built-in receiver answers 200.');
  });

  test('accepts a name that does not resolve, and fails at delivery', async () => {
    await client.createWebhook(['contact.created'], 'https://no-such-name.invalid/hook');
    await client.ask('POST', '/v1/contacts', { email: 'ann@example.com' });
    await until(async () => ((await client.deliveries())[0]?.attempts.length ?? 0) > 0);
    expect((await client.deliveries())[0]?.attempts[0]).toMatchObject({
      response: null,
      // The engine does not say why.
      error: { code: isOnWorkerd ? 'connection_failed' : 'name_not_resolved' },
    });
  });

  test('does not let a page of a foreign origin have this machine called', async () => {
    const foreign = { Origin: 'https://evil.example' };
    for (const url of [
      receiver.url,
      'http://localhost:1/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'http://a.example.net/',
    ]) {
      const body = { url, events: ['contact.created'] };
      expect(await client.send('POST', '/v1/webhooks', body, foreign)).toMatchObject({
        status: 422,
        body: { error: { code: 'webhook_url_not_allowed', param: 'url' } },
      });
      const state = {
        format: 'orbinto-sandbox',
        version: 1,
        seed: 1,
        records: { webhooks: [{ ...body, id: 'wh_a' }] },
      };
      expect((await client.send('PUT', '/_sandbox/state', state, foreign)).status).toBe(403);
    }
    const page = { url: 'https://hooks.example.com/x', events: ['contact.created'] };
    expect((await client.send('POST', '/v1/webhooks', page, foreign)).status).toBe(201);
    const own = { Origin: 'http://localhost:4321' };
    const body = { url: receiver.url, events: ['contact.created'] };
    expect((await client.send('POST', '/v1/webhooks', body, own)).status).toBe(201);
  });
});

test.skipIf(isOnWorkerd)('a mock that is open to others delivers to no machine of its own', async () => {
  const mock = await startMock({ port: 0, host: '127.0.0.1', allowLocalWebhooks: false });
  try {
    const body = { url: receiver.url, events: ['contact.created'] };
    expect((await clientOf(mock.url).send('POST', '/v1/webhooks', body)).status).toBe(422);
  } finally {
    await mock.close();
  }
});

describe('a mock that is killed', { timeout: 60_000 }, () => {
  let folder: string;
  let sandbox: SandboxProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
  });
  afterEach(async () => {
    await sandbox?.kill();
    rmSync(folder, { recursive: true });
  });

  /** Starts a sandbox of its own on the folder. @returns its address */
  async function start(): Promise<string> {
    sandbox = await startProcess(folder);
    return sandbox.url;
  }

  test('makes the deliveries that waited when it is started again, each at least once', async () => {
    receiver.answer = () => undefined;
    const client = clientOf(await start());
    await client.createWebhook(['contact.created'], receiver.url);
    const answered: string[] = [];
    for (let number = 0; number < 25; number += 1) {
      const { id } = await client.ask<{ id: string }>('POST', '/v1/contacts', { email: `c${number}@example.com` });
      answered.push(id);
    }
    await until(() => receiver.received.length > 0);
    await sandbox?.kill();

    receiver.received.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
    await start();
    await until(() => receiver.received.length >= 25, 20_000);
    const contacts = receiver.received.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id);
    expect(contacts).toEqual(answered);
  });
});
