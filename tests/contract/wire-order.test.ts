/** What comes on a connection beside or after a request: nothing of it takes the answer to the request away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeRaw } from './raw-exchange.ts';
import { openMock } from './transports.ts';
import type { Transport } from './transports.ts';

let mock: Transport;
let port: number;
beforeAll(async () => {
  mock = await openMock();
  port = Number(new URL(mock.base).port);
});
afterAll(() => mock.close());

const NEXT =
  'GET /v1/operators HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk_test_admin\r\nConnection: close\r\n\r\n';

/** The creation of a contact, with a key or without. */
function creation(email: string, key?: string): string {
  const body = JSON.stringify({ email });
  const authorization = key === undefined ? [] : [`Authorization: Bearer ${key}`];
  const lines = ['POST /v1/contacts HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...authorization];
  return `${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

test.each(['garbage\r\n\r\n', '\0\0\0\0', 'FOO / HTTP/1.1\r\n\r\n'])(
  'what follows a request and is none is answered after it, however long that takes to keep: %j',
  async (garbage) => {
    const email = `after${garbage.length}@example.com`;
    const [first, second, ...more] = await exchangeRaw(port, [creation(email, 'sk_test_admin') + garbage]);
    expect([first?.status, first?.body]).toEqual([201, expect.stringContaining(email)]);
    expect([400, 501]).toContain(second?.status);
    expect(more).toEqual([]);
  },
);

test('a request that is refused before its body has come says that the connection will be closed, and it is', async () => {
  const [head = '', body = ''] = creation('late@example.com').split('\r\n\r\n');
  const [refused, ...more] = await exchangeRaw(port, [`${head}\r\n\r\n`, body]);
  expect([refused?.status, refused?.headers.get('Connection')]).toEqual([401, 'close']);
  expect(more).toEqual([]);
});

test('a request that is refused with its body leaves the connection to the next', async () => {
  const [refused, next] = await exchangeRaw(port, [creation('whole@example.com'), NEXT]);
  expect([refused?.status, refused?.headers.get('Connection'), next?.status]).toEqual([401, 'keep-alive', 200]);
});
