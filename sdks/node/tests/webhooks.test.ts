import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { openClient } from '../../../tests/webhooks/client.ts';
import { EVENT_EXAMPLES } from '../src/generated/event-examples.ts';
import type { EventMap } from '../src/generated/events.ts';
import { events } from '../src/testing.ts';
import { ConfigurationError, unwrap, verify, WebhookRouter, WebhookVerificationError } from '../src/webhooks.ts';
import type { RawBody, WebhookHeaders } from '../src/webhooks.ts';

const SECRET = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';

interface Vector {
  name: string;
  body_base64?: string;
  parsed?: unknown;
  id?: string | null;
  timestamp?: string | null;
  signature: unknown;
  secret: string | null;
  now?: number;
  valid: boolean;
}

const file = new URL('../../../src/generators/verify-webhook/vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as { signature: Vector[]; standard: Vector[] };

/** Whether it is believed. Anything but a typed refusal comes out. */
async function isBelieved(body: unknown, headers: unknown, secret: unknown, now?: unknown): Promise<boolean> {
  try {
    await verify(body as RawBody, headers as WebhookHeaders, secret as string, { now: now as number });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError || error instanceof ConfigurationError) return false;
    throw error;
  }
}

test.each(vectors.signature)('plain signature: $name', async ({ body_base64, parsed, signature, secret, valid }) => {
  const body = body_base64 === undefined ? parsed : Buffer.from(body_base64, 'base64');
  expect(await isBelieved(body, { 'X-Orbinto-Signature': signature }, secret)).toBe(valid);
});

test.each(vectors.standard)('standard signature: $name', async (vector) => {
  const { body_base64, parsed, id, timestamp, signature, secret, now, valid } = vector;
  const body = body_base64 === undefined ? parsed : Buffer.from(body_base64, 'base64');
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  expect(await isBelieved(body, headers, secret, now)).toBe(valid);
});

test('ten thousand hostile inputs are refused, and nothing but a typed error comes out', async () => {
  const chosen = ['', 'v1,', 'v1,AAAA', 'whsec_', 'whsec_A', 'whsec_====', '１', '\uD800', '9'.repeat(12), SECRET];
  // Drawing is what takes the time: a few values, in ten thousand combinations.
  const values: unknown[] = [...chosen, ...fc.sample(fc.oneof(fc.anything({ maxDepth: 1 }), fc.uint8Array()), 199)];
  const at = (index: number): unknown => values[index % values.length];
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'X-Orbinto-Signature'];
  let believed = 0;
  for (let index = 0; index < 10_000; index += 1) {
    const named = names.filter((_, bit) => index & (1 << bit)).map((name, place) => [name, at(index * 7 + place * 13)]);
    const headers = index % 5 === 0 ? at(index * 3) : (Object.fromEntries(named) as unknown);
    const secret = index % 3 === 0 ? SECRET : at(index * 11);
    if (await isBelieved(at(index), headers, secret, at(index * 5))) believed += 1;
  }
  expect(believed).toBe(0);
});

test('the deliveries of all events are unwrapped by either signature', async () => {
  const { client } = openClient();
  const names = Object.keys(EVENT_EXAMPLES);
  const { id, secret } = await client.createWebhook(names);
  for (const event of names) await client.ask('POST', '/_sandbox/events', { event });
  await client.advance();
  const requests = (await client.deliveries())
    .filter(({ webhook_id }) => webhook_id === id)
    .flatMap(({ attempts }) => attempts.map(({ request }) => request));
  const unwrapped = new Set<string>();
  for (const { body, headers } of requests) {
    const now = Number(headers['webhook-timestamp']);
    const event = await unwrap(body, headers, secret, { now });
    const plain = { 'X-Orbinto-Signature': headers['X-Orbinto-Signature'] };
    expect(await unwrap(Buffer.from(body), plain, secret)).toEqual(event);
    expect(event).toEqual(JSON.parse(body));
    unwrapped.add(event.event);
  }
  expect([...unwrapped].sort()).toEqual([...names].sort());
  expect(names).toHaveLength(12);
});

describe('the router', () => {
  const routed = (): { router: WebhookRouter; told: string[] } => {
    const told: string[] = [];
    const router = new WebhookRouter({ secret: SECRET, fallback: ({ event }) => told.push(`fallback ${event}`) });
    router.on('contact.created', ({ data }) => told.push(String(data.email)));
    router.on('operator.status_changed', () => {
      throw new Error('The database is gone');
    });
    return { router, told };
  };
  const delivery = (name: keyof EventMap) => events.build(name, { secret: SECRET });

  test('answers a Request, within Hono as well', async () => {
    const { router, told } = routed();
    const app = new Hono().post('/webhooks', ({ req }) => router.fetch(req.raw));
    const url = 'http://app.example.com/webhooks';
    expect((await app.fetch((await delivery('contact.created')).request(url))).status).toBe(204);
    expect((await app.fetch((await delivery('message.created')).request(url))).status).toBe(204);
    const refused = await app.fetch(new Request(url, { method: 'POST', body: '{}' }));
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('webhook-signature')]);
    await expect(router.fetch((await delivery('operator.status_changed')).request(url))).rejects.toThrow('database');
    expect(told).toEqual([
      EVENT_EXAMPLES['contact.created'] && expect.stringContaining('@'),
      'fallback message.created',
    ]);
  });

  test('remembers an event once its handler has succeeded', async () => {
    const known = new Set<string>();
    let fails = true;
    const router = new WebhookRouter({
      secret: SECRET,
      fallback: () => {
        if (fails) throw new Error('The database is gone');
      },
      seen: (id) => known.has(id),
      remember: (id) => known.add(id),
    });
    const { body, headers } = await delivery('contact.created');
    await expect(router.handle(body, headers)).rejects.toThrow('database');
    fails = false;
    expect([await router.handle(body, headers), await router.handle(body, headers)]).toEqual(['fallback', 'seen']);
  });

  test('says that a Request was read already', async () => {
    const request = (await delivery('contact.created')).request();
    await request.json();
    const answer = await routed().router.fetch(request);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('raw body')]);
  });

  test('answers a request of Node, before and behind parsers of bodies', async () => {
    const { router, told } = routed();
    const parsing: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const raw = Buffer.concat(chunks);
        const body: unknown = request.url === '/raw' ? raw : JSON.parse(raw.toString());
        router.node(Object.assign(request, { body }), response);
      });
    };
    const unread: RequestListener = (request, response) => router.node(Object.assign(request, { body: {} }), response);
    for (const [listener, path, status] of [
      [router.node, '/', 204],
      [unread, '/', 204],
      [parsing, '/raw', 204],
      [parsing, '/json', 400],
    ] as const) {
      const { body, headers } = await delivery('contact.created');
      const answer = await post(listener, path, { body, headers });
      expect(answer.status).toBe(status);
      if (status === 400) expect(answer.text).toContain('raw');
    }
    expect(told).toHaveLength(3);
  });

  test('hands what a handler throws to `next`', async () => {
    const { router } = routed();
    const { body, headers } = await delivery('operator.status_changed');
    const answer = await post(
      (request, response) =>
        router.node(request, response, (error) => {
          response.statusCode = 503;
          response.end((error as Error).message);
        }),
      '/',
      { body, headers },
    );
    expect(answer).toEqual({ status: 503, text: 'The database is gone' });
  });
});

async function post(
  listener: RequestListener,
  path: string,
  init: RequestInit,
): Promise<{ status: number; text: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, method: 'POST' });
    return { status: answer.status, text: await answer.text() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
