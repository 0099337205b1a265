import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Flow } from '../oauth/flow.ts';
import { Client, until } from '../webhooks/client.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import type { Receiver } from '../webhooks/receiver.ts';
import { Connection } from './connection.ts';
import { MockProcess } from './mock-process.ts';
import { Traffic } from './traffic.ts';

/** A million requests: `SOAK_REQUESTS=1000000 npx vitest run tests/durability/soak.long.test.ts`. */
const requests = Number(process.env['SOAK_REQUESTS'] ?? 20_000);
const CLIENTS = 32;
/** Everything that has a cap reaches it in the first half of a long run. */
const SIZE = { workspaces: Math.min(3_000, requests / 40), addresses: Math.min(20_000, requests / 50) };
const MB = 1024 * 1024;

let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soak-'));
  receiver = await openReceiver();
});
afterEach(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

interface Sizes {
  readonly heap: number;
  readonly resident: number;
  readonly file: number;
  readonly log: number;
}

/** A mock under load, and how large it is. */
class Soak {
  readonly #file: string;
  readonly #mock: MockProcess;
  readonly #clients = Array.from({ length: CLIENTS }, (_, number) => new Traffic(number, CLIENTS, SIZE));
  readonly #connections: Connection[];

  private constructor(file: string, mock: MockProcess) {
    this.#file = file;
    this.#mock = mock;
    this.#connections = this.#clients.map(() => new Connection(mock.url, true));
  }

  static async start(file: string): Promise<Soak> {
    const preload = fileURLToPath(new URL('tell-memory.ts', import.meta.url));
    return new Soak(file, await MockProcess.start(file, ['--trust-proxy'], ['--expose-gc', '--import', preload]));
  }

  get control(): Client {
    return new Client((request) => fetch(request), this.#mock.url);
  }

  /** Sends requests from all clients at once, and one sign-in for every few hundred. */
  async run(count: number): Promise<void> {
    let sent = 0;
    const flow = new Flow((request) => fetch(request), this.#mock.url);
    await Promise.all(
      this.#clients.map(async (client, index) => {
        while (sent < count) {
          sent += 1;
          if (sent % 400 === 0) await this.#signIn(flow, sent);
          await client.step(this.#connections[index] as Connection);
        }
      }),
    );
  }

  /** How large it is once it has come to rest. */
  async measure(): Promise<Sizes> {
    await until(async () => (await this.control.deliveries('?status=pending')).length === 0, 60_000);
    const { heapUsed, external, rss } = await this.#mock.ask<NodeJS.MemoryUsage>('memory');
    return {
      heap: heapUsed + external,
      resident: rss,
      file: statSync(this.#file).size,
      log: statSync(`${this.#file}-wal`).size,
    };
  }

  async end(): Promise<void> {
    for (const connection of this.#connections) connection.close();
    await this.#mock.kill();
  }

  async #signIn(flow: Flow, number: number): Promise<void> {
    const hint = number % 3 === 0 ? {} : { login_hint: `soak${String(number % SIZE.workspaces).padStart(6, '0')}` };
    const tokens = await flow.signIn(hint);
    expect((await flow.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await flow.call(tokens.access_token)).status).toBe(200);
    if (number % 2 === 0) expect((await flow.revoke(tokens.access_token)).status).toBe(200);
  }
}

const written = (sizes: Sizes): string =>
  Object.entries(sizes)
    .map(([name, bytes]) => `${name} ${((bytes as number) / MB).toFixed(1)} MB`)
    .join(', ');

test(`memory and file stay bounded over ${requests} requests`, async () => {
  let delivered = 0;
  receiver.answer = (response) => {
    delivered += 1;
    receiver.received.length = 0;
    response.writeHead(204).end();
  };
  const soak = await Soak.start(join(folder, 'sandbox.db'));
  await soak.control.createWebhook(['conversation.assigned'], receiver.url);
  await soak.control.createWebhook(['contact.updated']);
  const began = performance.now();
  await soak.run(requests / 2);
  const half = await soak.measure();
  await soak.run(requests / 2);
  const end = await soak.measure();
  const seconds = (performance.now() - began) / 1000;
  await soak.end();

  const report = `half: ${written(half)}; end: ${written(end)}; ${delivered} deliveries over HTTP`;
  if (process.env['SOAK_REQUESTS']) console.warn(`${report}; ${Math.round(requests / seconds)} requests a second`);
  expect(delivered, report).toBeGreaterThan(requests / 100);
  expect(end.heap - half.heap, report).toBeLessThan(8 * MB);
  expect(end.resident, report).toBeLessThan(512 * MB);
  expect(end.file - half.file, report).toBeLessThan(2 * MB);
  expect(end.log, report).toBeLessThanOrEqual(17 * MB);
}, 1_800_000);
