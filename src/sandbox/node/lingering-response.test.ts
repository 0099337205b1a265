import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { createHttpServer } from './http-server.ts';
import type { LingerLimits } from './lingering-response.ts';

const MEGABYTE = 1_000_000;

let server: Server;
let port: number;

async function listen(linger: LingerLimits): Promise<void> {
  server = createHttpServer(createSandbox(), { host: '127.0.0.1', trustProxy: false, linger });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
}

function stop(): void {
  server.closeAllConnections();
  server.close();
}

beforeEach(() => listen({ bytes: 64 * MEGABYTE, milliseconds: 60_000 }));
afterEach(stop);

describe('a request that expects 100 Continue', () => {
  const head = (length: number, ...lines: string[]): string =>
    [
      'POST /v1/contacts HTTP/1.1',
      'Host: localhost',
      'Expect: 100-continue',
      `Content-Length: ${length}`,
      ...lines,
      '',
      '',
    ].join('\r\n');

  test.each([
    ['no key', 10, 'Content-Type: application/json', '401'],
    ['another media type', 10, 'Authorization: Bearer sk_test_admin', '415'],
    ['too long a body', 2 * MEGABYTE, 'Authorization: Bearer sk_test_admin\r\nContent-Type: application/json', '413'],
  ])('and has %s is refused without it', async (_what, length, lines, status) => {
    const answer = await exchange(head(length, lines), () => undefined);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*Connection: close`, 'i'));
    expect(answer).not.toContain('100 Continue');
  });

  test('and is fine so far gets it once, before its body', async () => {
    const body = '{"email":"waits@example.com"}';
    const lines = ['Authorization: Bearer sk_test_admin', 'Content-Type: application/json', 'Connection: close'];
    const answer = await exchange(head(body.length, ...lines), (text) =>
      text === 'HTTP/1.1 100 Continue\r\n\r\n' ? body : undefined,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
  });
});

describe('the rest of an answered request', () => {
  const chunked =
    'POST /v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunk = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`;

  test.each([
    ['bytes', { bytes: 50_000, milliseconds: 60_000 }, chunk],
    ['milliseconds', { bytes: 64 * MEGABYTE, milliseconds: 1 }, undefined],
  ])('is awaited for so many %s and no more', async (_what, linger, more) => {
    stop();
    await listen(linger);
    const answer = await exchange(chunked, (text) => (text.endsWith('}}') ? more : undefined));
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('may be broken: there is one answer all the same', async () => {
    const answer = await exchange(chunked, (text) => (text.endsWith('}}') ? 'no chunk\r\n' : undefined));
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

/** Sends a text, and more of it in reply to what comes back, until the server closes. @returns all that came back */
function exchange(first: string, reply: (received: string) => string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(first));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      received += part;
      const more = reply(received);
      if (more !== undefined) socket.write(more);
      else if (received.endsWith('}}')) socket.end();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
