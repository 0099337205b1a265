import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../sandbox.ts';
import { createHttpServer } from './http-server.ts';

const TIMEOUTS = { headersTimeout: 400, requestTimeout: 800, keepAliveTimeout: 400 };
const KEY = 'Authorization: Bearer sk_test_admin';

let server: Server;
let port: number;
beforeEach(async () => {
  server = createHttpServer(createSandbox(), { host: '127.0.0.1', trustProxy: false, timeouts: TIMEOUTS });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends lines as they are, ended by an empty one, and returns all that comes back until the server closes. */
const sendRaw = (...lines: string[]): Promise<string> => sendPieces([`${lines.join('\r\n')}\r\n\r\n`]);

/** Sends a text piece by piece, each in a packet of its own. */
function sendPieces(pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const send = async (): Promise<void> => {
      socket.setNoDelay();
      for (const piece of pieces) {
        socket.write(piece);
        await setImmediate();
      }
    };
    const socket = connect(port, '127.0.0.1', () => void send());
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (answer += part));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a request on the wire', () => {
  test.each([
    ['that is no HTTP', ['HELLO THERE'], '400', 'malformed_request'],
    [
      'with a line that is no header',
      ['GET /v1/contacts HTTP/1.1', 'Host: localhost', 'nonsense'],
      '400',
      'malformed_request',
    ],
    [
      'with two lengths',
      ['POST /v1/contacts HTTP/1.1', 'Host: localhost', 'Content-Length: 1', 'Content-Length: 2'],
      '400',
      'malformed_request',
    ],
    [
      'with headers without end',
      ['GET /v1/contacts HTTP/1.1', 'Host: localhost', `X-Long: ${'x'.repeat(40_000)}`],
      '431',
      'headers_too_large',
    ],
    [
      'with an expectation that nobody knows',
      ['GET /v1/contacts HTTP/1.1', 'Host: localhost', KEY, 'Expect: 200-ok'],
      '417',
      'expectation_failed',
    ],
    ['for another host', ['GET /v1/contacts HTTP/1.1', 'Host: evil.example', KEY], '421', 'misdirected_request'],
    ['for a host that is none', ['GET /v1/contacts HTTP/1.1', 'Host: a b/c', KEY], '400', 'malformed_request'],
    [
      'with a backslash in its path',
      ['GET /v1\\contacts HTTP/1.1', 'Host: localhost', 'Connection: close'],
      '400',
      'invalid_url',
    ],
  ])('%s is refused in the error format', async (_what, lines, status, code) => {
    const answer = await sendRaw(...lines);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const { error } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as { error: object };
    expect(error).toMatchObject({ code, status: Number(status), request_id: expect.stringMatching(/^req_/) as string });
  });

  test('without a Host header is refused', async () => {
    expect(await sendRaw('GET /v1/contacts HTTP/1.1', KEY)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw('GET /v1/contacts HTTP/1.0', KEY)).toMatch(/^HTTP\/1\.1 421 /);
  });

  test('with the key sent twice is answered for the first', async () => {
    const answer = await sendRaw(
      'GET /v1/contacts HTTP/1.1',
      'Host: localhost',
      KEY,
      'Authorization: Bearer x',
      'Connection: close',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|401) /);
  });

  test('in absolute form is answered by its path', async () => {
    const answer = await sendRaw(
      `GET http://localhost:${port}/v1/operators HTTP/1.1`,
      'Host: localhost',
      KEY,
      'Connection: close',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('op_xyz789');
  });

  describe('with a body', () => {
    const post = (email: string, ...headers: string[]): string => {
      const body = JSON.stringify({ email });
      const head = ['POST /v1/contacts HTTP/1.1', 'Host: localhost', KEY, 'Content-Type: application/json', ...headers];
      return `${head.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    };
    const emailsIn = (answer: string): string[] =>
      [...answer.matchAll(/"email":"([^"]+)"/g)].map(([, email]) => email ?? '');

    test('in one piece, or one byte after the other, is read whole', async () => {
      const text = post('one@example.com', 'Connection: close');
      expect(emailsIn(await sendPieces([text]))).toEqual(['one@example.com']);
      expect(emailsIn(await sendPieces([...text.replace('one', 'two')]))).toEqual(['two@example.com']);
    });

    test('is kept apart from that of the next request in the same packet', async () => {
      const requests = [post('a@example.com'), post('b@example.com'), post('c@example.com', 'Connection: close')];
      expect(emailsIn(await sendPieces([requests.join('')]))).toEqual([
        'a@example.com',
        'b@example.com',
        'c@example.com',
      ]);
    });

    test('in chunks, or of no bytes, is read to its end', async () => {
      const head = [
        'POST /v1/contacts HTTP/1.1',
        'Host: localhost',
        KEY,
        'Content-Type: application/json',
        'Connection: close',
      ];
      const body = '{"email":"d@example.com"}';
      const chunks = `${head.join('\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
      expect(emailsIn(await sendPieces([chunks]))).toEqual(['d@example.com']);
      expect(await sendPieces([`${head.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`])).toContain('"invalid_json"');
    });
  });

  describe('whose URL may be written in another way', () => {
    const ask = (line: string): Promise<string> =>
      sendRaw(`${line} HTTP/1.1`, 'Host: localhost', KEY, 'Connection: close');
    const withoutIds = (answer: string): string[] =>
      answer
        .replace(/X-Request-Id: \S+/i, 'X-Request-Id: …')
        .replace(/"req_\w+"/, '"req_…"')
        .replace(/X-RateLimit-(?:Remaining|Reset): \d+/gi, '')
        .split('\r\n')
        .filter((line) => !line.startsWith('Date:'))
        .sort();

    test.each([
      ['GET /v1/contacts/con_abc123', 'GET /v1/contacts/con%5Fabc123'],
      ['GET /v1/contacts?limit=2', 'GET /v1/./contacts?limit=2'],
      ['DELETE /v1/contacts', 'DELETE /v1/x/../contacts'],
    ])('%s is answered like %s', async (plain, written) => {
      expect(withoutIds(await ask(plain))).toEqual(withoutIds(await ask(written)));
    });

    test('and that breaks the sandbox is answered with a 500', async () => {
      const log = vi.spyOn(console, 'error').mockReturnValue();
      const broken = { ...createSandbox(), fetch: () => Promise.reject(new Error('Broken')) };
      server.close();
      server = createHttpServer(broken, { host: '127.0.0.1', trustProxy: false });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
      expect(await ask('GET /v1/contacts')).toMatch(/^HTTP\/1\.1 500 [^]*"internal_error"/);
      expect(log).toHaveBeenCalledOnce();
    });
  });

  test('whose body never comes is given up', async () => {
    const start = performance.now();
    const answer = await sendRaw(
      'POST /v1/contacts HTTP/1.1',
      'Host: localhost',
      KEY,
      'Content-Type: application/json',
      'Content-Length: 100',
      '',
      '{"email": ',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test('whose headers never end is given up', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /v1/contacts HTTP/1.1\r\nHost: loc'));
      socket.on('data', (part: Buffer) => (text += part.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('after one that was refused for its size goes through', async () => {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    const url = `http://127.0.0.1:${port}/v1/contacts`;
    for (let turn = 0; turn < 5; turn += 1) {
      const refused = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(2_000_000) });
      expect(refused.status).toBe(413);
      expect((await fetch(url, { headers })).status).toBe(200);
    }
  });
});
