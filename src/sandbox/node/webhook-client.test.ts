import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createWebhookClient, resolveHost } from './webhook-client.ts';

const open: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  const closed = open.splice(0).map((server) => new Promise((resolve) => server.close(resolve)));
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(closed);
});

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** Starts an endpoint. @returns its address */
async function endpoint(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(answer))}/hook`;
}

/** Starts an endpoint that speaks no HTTP: it writes these bytes and leaves the connection open. */
async function rawEndpoint(text: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(text);
  });
  return `http://127.0.0.1:${await listen(server)}/`;
}

const never = new AbortController().signal;
const send = createWebhookClient({ allowsLocal: true });

function post(url: string, body = '{}', client = send): ReturnType<typeof send> {
  return client({ url, headers: { 'Content-Type': 'application/json', 'webhook-id': 'evt_1' }, body }, never);
}

describe('an endpoint', () => {
  test('gets the headers and the body as they are, and tells its status and answer', async () => {
    let seen: { method?: string | undefined; headers: IncomingHttpHeaders; body: string } | undefined;
    const url = await endpoint((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen = { method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString() };
        response.writeHead(202).end('thanks');
      });
    });
    const body = '{"name":"Zoë 👋"}';
    expect(await post(url, body)).toEqual({ status: 202, body: 'thanks' });
    expect(seen).toMatchObject({ method: 'POST', body });
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': 'evt_1',
    });
  });

  test.each([204, 301, 302, 307, 400, 404, 410, 500, 503])('that answers %i is taken at its word', async (status) => {
    const url = await endpoint((_request, response) => response.writeHead(status).end());
    expect(await post(url)).toEqual({ status, body: '' });
  });

  test('that redirects is not followed', async () => {
    let followed = 0;
    const target = await endpoint((_request, response) => {
      followed += 1;
      response.end();
    });
    const url = await endpoint((_request, response) => response.writeHead(307, { Location: target }).end());
    expect((await post(url)).status).toBe(307);
    expect(followed).toBe(0);
  });

  test('that answers without end is read to the first kilobyte only', async () => {
    let written = 0;
    const url = await endpoint((_request, response) => {
      const pour = (): void => {
        while (!response.destroyed && written < 200 * 1024 * 1024) {
          written += 65_536;
          if (!response.write('x'.repeat(65_536))) return;
        }
      };
      response.on('drain', pour);
      pour();
    });
    const { status, body } = await post(url);
    expect({ status, length: body.length }).toEqual({ status: 200, length: 1024 });
    expect(written).toBeLessThan(20 * 1024 * 1024);
  });

  test('has no character of its answer cut in two', async () => {
    const url = await endpoint((_request, response) => response.end(`x${'é'.repeat(1000)}`));
    expect((await post(url)).body).toBe(`x${'é'.repeat(511)}`);
  });

  test('that refuses connections is told as such', async () => {
    const port = await listen(createTcpServer());
    await new Promise((resolve) => open.pop()?.close(resolve));
    await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'connection_refused' });
  });

  test('that hangs up is told as such', async () => {
    const url = await endpoint((request) => request.socket.destroy());
    await expect(post(url)).rejects.toMatchObject({ code: 'connection_failed' });
  });

  test('that hangs up in the middle of its answer has not answered', async () => {
    const url = await endpoint((request, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('half');
      setTimeout(() => request.socket.destroy(), 20);
    });
    await expect(post(url)).rejects.toMatchObject({ code: 'connection_failed' });
  });

  test.each([
    ['nonsense', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}`],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
  ])('that answers %s has not answered', async (_what, text) => {
    await expect(post(await rawEndpoint(text))).rejects.toMatchObject({ code: 'invalid_response' });
  });

  test('that wants another protocol is taken at its word, which is no success', async () => {
    const url = await rawEndpoint('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
    expect(await post(url)).toEqual({ status: 101, body: '' });
    // Nobody speaks that protocol here: the connection is closed.
    for (const socket of sockets) socket.resume();
    await vi.waitFor(() => expect([...sockets].map(({ destroyed }) => destroyed)).toEqual([true]));
  });

  test('that speaks http where https is asked for is told as such', async () => {
    const url = await endpoint((_request, response) => response.end());
    await expect(post(url.replace('http:', 'https:'))).rejects.toMatchObject({ code: 'tls_failed' });
  });
});

/** What an endpoint can do to keep an attempt waiting. */
const STALLING: Record<string, () => Promise<string>> = {
  'says nothing': () => endpoint(() => undefined),
  'never ends its answer': () => endpoint((_request, response) => void response.writeHead(200).write('a')),
  'sends one byte a second': () => endpoint((_request, response) => drip(response)),
  'takes the connection and does not read': () => rawEndpoint(''),
};

test('an attempt ends after 10 seconds, whatever the endpoint does and the look-up too', async () => {
  const wait = AbortSignal.timeout.bind(AbortSignal);
  const limits: number[] = [];
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    limits.push(milliseconds);
    return wait(milliseconds / 20);
  });
  onTestFinished(() => timeout.mockRestore());
  const lost = createWebhookClient({ allowsLocal: false, resolve: () => new Promise(() => undefined) });
  const attempts = [
    post('https://slow.example.net/', '{}', lost),
    ...(await Promise.all(Object.values(STALLING).map((start) => start()))).map((url) => post(url)),
  ];
  await Promise.all(attempts.map((attempt) => expect(attempt).rejects.toMatchObject({ code: 'timeout' })));
  expect(limits).toEqual(attempts.map(() => 10_000));
});

test('an attempt is given up when it is told to', async () => {
  const url = await endpoint(() => undefined);
  const abort = new AbortController();
  const attempt = send({ url, headers: {}, body: '{}' }, abort.signal);
  setTimeout(() => abort.abort(), 50);
  await expect(attempt).rejects.toMatchObject({ code: 'connection_failed' });
});

describe('the address', () => {
  test.each([
    ['10.0.0.1'],
    ['93.184.216.34', '127.0.0.1'],
    ['93.184.216.34', '::1'],
    ['169.254.169.254'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fd00::1'],
    ['0.0.0.0'],
  ])('of a name is refused when it is or has one that is not public: %s %s', async (...addresses) => {
    const client = createWebhookClient({ allowsLocal: true, resolve: () => Promise.resolve(addresses) });
    await expect(post('https://rebound.example.net/', '{}', client)).rejects.toMatchObject({
      code: 'address_not_allowed',
    });
  });

  test('of a name is looked up once, and the very address that was checked is connected to', async () => {
    // A name that is public when it is checked and this machine when it is connected to.
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const resolve = vi.fn(() => Promise.resolve(answers.shift() ?? []));
    let connections = 0;
    const port = await listen(createTcpServer(() => (connections += 1)));
    const abort = AbortSignal.timeout(300);
    const client = createWebhookClient({ allowsLocal: true, resolve });
    await expect(
      client({ url: `http://rebound.example.net:${port}/`, headers: {}, body: '{}' }, abort),
    ).rejects.toMatchObject({ name: 'SendError' });
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(connections).toBe(0);
    const socket = connect(port, '127.0.0.1');
    await vi.waitFor(() => expect(connections).toBe(1));
    socket.destroy();
  });

  test('of this machine is reached only where that is allowed', async () => {
    const url = await endpoint((_request, response) => response.end('ok'));
    const strict = createWebhookClient({ allowsLocal: false });
    for (const target of [url, url.replace('127.0.0.1', 'localhost'), url.replace('127.0.0.1', '2130706433')]) {
      expect((await post(target)).body).toBe('ok');
      await expect(post(target, '{}', strict)).rejects.toMatchObject({ code: 'address_not_allowed' });
    }
  });

  test('localhost reaches an endpoint on IPv6 as well', async () => {
    const port = await listen(
      createServer((_request, response) => response.end('six')),
      '::1',
    );
    expect(await post(`http://localhost:${port}/`)).toEqual({ status: 200, body: 'six' });
  });

  test('of a name is what the system says', async () => {
    expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining(await resolveHost('localhost')));
    await expect(resolveHost('no such name')).rejects.toThrow('no such name');
  });

  test.each<[string, () => Promise<string[]>]>([
    ['The name none.example could not be resolved.', () => Promise.reject(new Error('ENOTFOUND'))],
    ['The name none.example has no address.', () => Promise.resolve([])],
  ])('of a name that has none is told as such: %s', async (message, resolve) => {
    const client = createWebhookClient({ allowsLocal: false, resolve });
    const failure = { code: 'name_not_resolved', message };
    await expect(post('https://none.example/', '{}', client)).rejects.toMatchObject(failure);
  });
});

/** Writes one byte a second, for as long as somebody listens. */
function drip(response: NodeJS.WritableStream & { destroyed?: boolean }): void {
  response.write('.');
  setTimeout(() => response.destroyed || drip(response), 1_000).unref();
}
