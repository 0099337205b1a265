import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, needsProgram } from '../programs.ts';
import { ManualClock } from '../../src/sandbox/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { createHttpServer } from '../../src/sandbox/node/http-server.ts';

const MEGABYTE = 1_000_000;
const SIZES = [0.9, 2, 8, 40].map((size) => size * MEGABYTE);
const JSON_TYPE = { 'Content-Type': 'application/json' };
const KEY = { Authorization: 'Bearer sk_test_admin' };

interface Early {
  readonly status: number;
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests that are answered before their body has come. */
const EARLY: readonly Early[] = [
  { status: 401, headers: JSON_TYPE },
  { status: 403, headers: { ...JSON_TYPE, Authorization: 'Bearer sk_test_read' } },
  { status: 404, path: '/v1/nothing', headers: { ...JSON_TYPE, ...KEY } },
  { status: 405, method: 'PUT', headers: { ...JSON_TYPE, ...KEY } },
  { status: 415, headers: { 'Content-Type': 'text/plain', ...KEY } },
  { status: 421, headers: { ...JSON_TYPE, ...KEY, Host: 'evil.example' } },
  { status: 429, headers: { ...JSON_TYPE, Authorization: 'Bearer sk_test_free' } },
];
/** Bodies beyond the limit are answered so, too, also where none is taken. */
const TOO_LARGE: readonly Early[] = [
  { status: 413, headers: { ...JSON_TYPE, ...KEY } },
  { status: 413, path: '/v1/conversations/conv_abc123/reopen', headers: KEY },
];

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
}

/** It stands still within a test: what was refused for its limit stays refused. */
const clock = new ManualClock();
let server: Server;
let port: number;

/** Every early answer at every size. */
function requests(): { sent: Sent; status: number }[] {
  return SIZES.flatMap((bytes) =>
    [...EARLY, ...(bytes > MEGABYTE ? TOO_LARGE : [])].map(
      ({ status, method = 'POST', path = '/v1/contacts', headers }) => ({
        status,
        sent: { url: `http://127.0.0.1:${port}${path}`, method, headers, bytes },
      }),
    ),
  );
}

const statuses = (): number[] => requests().map(({ status }) => status);

beforeAll(async () => {
  server = createHttpServer(createSandbox({ clock }), { host: '127.0.0.1', trustProxy: false });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
beforeEach(async () => {
  clock.advance(60_000);
  const url = `http://127.0.0.1:${port}/v1/operators`;
  const headers = { Authorization: 'Bearer sk_test_free' };
  while ((await fetch(url, { headers })).status !== 429);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a client that sends a body of megabytes gets the answer that came early', () => {
  test('from fetch in Node', async () => {
    const found: number[] = [];
    // It names no other host than that of the URL.
    const possible = requests().filter(({ status }) => status !== 421);
    for (const { sent } of possible) {
      const { method, headers } = sent;
      const response = await fetch(sent.url, { method, headers, body: new Uint8Array(sent.bytes) });
      expect(await response.json()).toHaveProperty('error.status', response.status);
      found.push(response.status);
    }
    expect(found).toEqual(possible.map(({ status }) => status));
  }, 60_000);

  describe('from Python', () => {
    needsProgram('python3');

    test('by http.client and urllib', async () => {
      const child = spawn('python3', [join(import.meta.dirname, 'send-large-bodies.py')]);
      child.stdin.end(JSON.stringify(requests().map(({ sent }) => sent)));
      let [output, errors] = ['', ''];
      child.stdout.on('data', (part: Buffer) => (output += part.toString()));
      child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
      await once(child, 'close');
      expect(errors).toBe('');
      expect(JSON.parse(output)).toEqual(statuses().map((status) => [status, status]));
    }, 60_000);
  });

  describe('from curl', () => {
    needsProgram('curl', isInstalled('curl') && isInstalled('head'));

    test.each([
      ['as it is', []],
      ['without Expect', ['-H', 'Expect:']],
    ])(
      '%s',
      async (_how, options) => {
        const found: number[] = [];
        for (const { sent } of requests()) found.push(await curl(sent, options));
        expect(found).toEqual(statuses());
      },
      60_000,
    );
  });
});

/** Sends zeros by curl. @returns the status; fails where curl does, e.g. because its pipe broke */
async function curl({ url, method, headers, bytes }: Sent, options: readonly string[]): Promise<number> {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const command = `head -c ${bytes} /dev/zero | curl -sS -o /dev/null -w '%{http_code}' --data-binary @- "$@"`;
  const { stdout } = await promisify(execFile)('sh', ['-c', command, 'curl', '-X', method, ...lines, ...options, url]);
  return Number(stdout);
}
