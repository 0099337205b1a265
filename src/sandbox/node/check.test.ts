import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkMock } from './check.ts';
import { startMock } from './mock.ts';

const HEADERS = { Authorization: 'Bearer sk_test_read', 'Content-Type': 'application/json' };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<number> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const portOf = (url: string): number => Number(new URL(url).port);

describe('a sandbox', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['localhost', '127.0.0.1'],
  ])('asked for at %s is well when it listens on %s', async (asked, host) => {
    const mock = await startMock({ port: 0, host });
    await expect(checkMock(asked, portOf(mock.url))).resolves.toBeUndefined();
    await mock.close();
  });

  test('that fails on purpose is well', async () => {
    const mock = await startMock({ port: 0 });
    const faults = { method: 'PUT', headers: HEADERS, body: '{"status": 500}' };
    expect((await fetch(`${mock.url}/_sandbox/faults`, faults)).status).toBe(200);
    expect((await fetch(`${mock.url}/v1/operators`, { headers: HEADERS })).status).toBe(500);
    await expect(checkMock('127.0.0.1', portOf(mock.url))).resolves.toBeUndefined();
    await mock.close();
  });

  test('that is asked has counted nothing', async () => {
    const mock = await startMock({ port: 0 });
    const remaining = async () =>
      Number((await fetch(`${mock.url}/v1/operators`, { headers: HEADERS })).headers.get('X-RateLimit-Remaining'));
    const before = await remaining();
    for (let times = 0; times < 5; times += 1) await checkMock('127.0.0.1', portOf(mock.url));
    expect(await remaining()).toBe(before - 1);
    await mock.close();
  });
});

describe('one line says that', () => {
  test('nothing listens', async () => {
    const port = await serve(() => undefined);
    server?.close();
    await expect(checkMock('0.0.0.0', port)).rejects.toThrow(
      `No sandbox answers on http://127.0.0.1:${port}: nothing listens there`,
    );
  });

  test.each([
    ['text', 'hello'],
    ['other JSON', '{"frozen": "no"}'],
    ['null', 'null'],
  ])('another program answers, with %s', async (_what, body) => {
    const port = await serve((_request, response) => void response.end(body));
    await expect(checkMock('127.0.0.1', port)).rejects.toThrow(/^What answers on .* is no sandbox: another program/);
  });

  test('no answer comes, or no end of it', async () => {
    const port = await serve(() => undefined);
    await expect(checkMock('127.0.0.1', port, 50)).rejects.toThrow(/: what listens there gives no answer$/);
    server?.close();
    server?.closeAllConnections();
    const other = await serve((_request, response) => void response.write('{'));
    await expect(checkMock('127.0.0.1', other, 50)).rejects.toThrow(/: what listens there gives no answer$/);
  });

  test('the connection breaks', async () => {
    const port = await serve((request) => void request.socket.destroy());
    await expect(checkMock('127.0.0.1', port)).rejects.toThrow(/^No sandbox answers on .*: socket hang up$/);
  });
});
