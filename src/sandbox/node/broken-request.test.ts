import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { BrokenRequests } from './broken-request.ts';

const connection = () => new PassThrough() as unknown as PassThrough & Socket;

/** An answer on its way, to a request that has come in whole or not. */
function answering(socket: Socket, complete = true) {
  const outgoing = Object.assign(new EventEmitter(), { req: { socket, complete } as IncomingMessage });
  return outgoing as unknown as EventEmitter & ServerResponse<IncomingMessage>;
}

const broken = (more: object = {}) => Object.assign(new Error(), { code: 'HPE_INTERNAL', ...more });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** What is written for an error of the parser: status and error object. */
async function refusal(error: object) {
  const socket = connection();
  new BrokenRequests().refuse(error as never, socket);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    ...(JSON.parse(body) as { error: { code: string; message: string } }).error,
  };
}

function ofMethod(line: string, more: object = {}) {
  const rawPacket = Buffer.from(`${line}\r\nHost: localhost\r\n\r\n`, 'latin1');
  return refusal(broken({ code: 'HPE_INVALID_METHOD', reason: 'Invalid method encountered', rawPacket, ...more }));
}

test('what the parser tells becomes an error of the catalogue', async () => {
  expect(await refusal(broken({ code: 'HPE_HEADER_OVERFLOW' }))).toMatchObject({ code: 'headers_too_large' });
  expect(await refusal(broken({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }))).toMatchObject({ code: 'request_timeout' });
  const refused = await refusal(broken({ reason: 'Missing expected CR' }));
  expect(refused).toMatchObject({ code: 'malformed_request' });
  expect(refused.message).toContain('missing expected CR');
  expect((await refusal(broken())).message).toContain('it cannot be read');
});

test.each([
  ['BREW /v1/contacts HTTP/1.1', 'BREW'],
  ['get /v1/contacts HTTP/1.0', 'get'],
  ["!#$%&'*+.^_`|~-1 /v1 HTTP/1.1", "!#$%&'*+.^_`|~-1"],
])('the method of %s is named', async (line, method) => {
  const { code, message } = await ofMethod(line);
  expect([code, message.includes(method)]).toEqual(['unknown_method', true]);
});

test.each([
  ['BREW  HTTP/1.1'],
  ['BREW /v1 HTTP/2.0'],
  ['BREW /v1 HTTP/1.2'],
  [' /v1 HTTP/1.1'],
  ['GET /v1 HTTP/1.1'],
  ['nothing of the kind'],
])('%s is no request with another method', async (line) => {
  expect(await ofMethod(line)).toMatchObject({ code: 'malformed_request' });
});

test('what a header quotes is not taken for the method', async () => {
  const rawPacket = Buffer.from('X-Quoted: BREW /v1 HTTP/1.1\r\nno header\r\n', 'latin1');
  expect(await refusal(broken({ code: 'HPE_INVALID_HEADER_TOKEN', rawPacket }))).toMatchObject({
    code: 'malformed_request',
  });
});

test('of what came before in the same packet no method is named', async () => {
  const before = 'BREW /v1 HTTP/1.1\r\n';
  const padded = `${before}${'x'.repeat(40)}`;
  expect(await ofMethod(padded, { bytesParsed: padded.length })).toMatchObject({ code: 'malformed_request' });
  expect(await ofMethod(`${padded} /v1 HTTP/1.1`, { bytesParsed: padded.length })).toMatchObject({
    code: 'unknown_method',
  });
  expect(await refusal(broken({ code: 'HPE_INVALID_METHOD', reason: 'Bad' }))).toMatchObject({
    code: 'malformed_request',
  });
});

test('the requests before it are answered first; one that is not complete is not waited for', async () => {
  const [requests, socket] = [new BrokenRequests(), connection()];
  const [first, second, half, done] = [true, true, false, true].map((complete) => answering(socket, complete));
  for (const outgoing of [first, second, half, done]) if (outgoing) requests.watch(outgoing);
  done?.emit('close');
  requests.watch(answering(connection()));
  requests.refuse(broken(), socket);
  first?.emit('close');
  await settled();
  expect(socket.readableLength).toBe(0);
  second?.emit('close');
  await settled();
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

test('a connection is refused once, and not at all where nobody is there any more', async () => {
  const [requests, socket] = [new BrokenRequests(), connection()];
  requests.refuse(broken(), socket);
  requests.refuse(broken(), socket);
  expect((await text(socket)).match(/HTTP\/1\.1/g)).toHaveLength(1);
  const gone = connection();
  requests.refuse(broken({ code: 'ECONNRESET' }), gone);
  await settled();
  expect(gone.readableLength).toBe(0);
});
