import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startMock } from '../../src/sandbox/node/mock.ts';
import type { Mock } from '../../src/sandbox/node/mock.ts';
import { Client } from '../webhooks/client.ts';

let mock: Mock;
let client: Client;
const complaints = vi.spyOn(console, 'error');
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  client = new Client((request) => fetch(request), mock.url);
});
afterAll(() => mock.close());

/** Sends requests over one connection until it closes. @returns all that came back */
async function receive(...requests: string[]): Promise<string> {
  const { hostname, port } = new URL(mock.url);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  let received = '';
  socket.on('data', (part: string) => (received += part)).on('error', () => undefined);
  for (const line of requests) {
    socket.write(`${line} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer sk_test_admin\r\n\r\n`);
  }
  await once(socket, 'close');
  return received;
}

test('of a lost answer not one byte goes over the wire, and the connection is closed', async () => {
  await client.ask('PUT', '/_sandbox/faults', { recipe: 'lost-answer' });
  expect(await receive('GET /v1/operators')).toBe('');
});

test('of a truncated body half goes over the wire, under a Content-Length of all', async () => {
  const whole = await client.send('GET', '/v1/contacts/con_abc123');
  const length = Buffer.byteLength(JSON.stringify(whole.body));
  await client.ask('PUT', '/_sandbox/faults', { recipe: 'truncated-body' });
  const received = await receive('GET /v1/contacts/con_abc123');
  const [head = '', body = ''] = received.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(head.toLowerCase()).toContain(`content-length: ${length}`);
  expect(head.toLowerCase()).not.toContain('transfer-encoding');
  expect(Buffer.byteLength(body, 'latin1')).toBe(Math.ceil(length / 2));
});

test('a large body is cut in its middle, too', async () => {
  await client.ask('PATCH', '/v1/contacts/con_abc123', { custom_attributes: { text: 'x'.repeat(900_000) } });
  await client.ask('PUT', '/_sandbox/faults', { recipe: 'truncated-body' });
  const [, body = ''] = (await receive('GET /v1/contacts/con_abc123')).split('\r\n\r\n');
  expect(body.length).toBeGreaterThan(450_000);
  expect(body.length).toBeLessThan(455_000);
});

test('the mock goes on, and tells its log nothing of the cut', async () => {
  expect((await client.send('GET', '/v1/operators')).status).toBe(200);
  expect(complaints).not.toHaveBeenCalled();
});
