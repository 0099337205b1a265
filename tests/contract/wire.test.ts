/** What the guides promise of every answer, whichever layer of the server gives it: sent as bytes, read as bytes. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicies } from '../../src/openapi/document/load.ts';
import { createHttpServer } from '../../src/sandbox/node/http-server.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { exchangeRaw } from './raw-exchange.ts';
import type { RawResponse } from './raw-exchange.ts';

const { errors, cors } = await loadPolicies();
const TIMEOUTS = { headersTimeout: 300, requestTimeout: 600, keepAliveTimeout: 5_000 };
const LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
const HOST = 'Host: localhost';
const KEY = 'Authorization: Bearer sk_test_wiretests1';
const READ = 'Authorization: Bearer sk_test_wiretests1_read';
const JSON_TYPE = 'Content-Type: application/json';

let server: Server;
let port: number;
beforeAll(async () => {
  const options = { host: '127.0.0.1', hostNames: ['mock'], trustProxy: false, timeouts: TIMEOUTS };
  server = createHttpServer(createSandbox({ rateLimits: false }), options);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const head = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const post = (path: string, body: string, ...lines: string[]): string =>
  head(`POST ${path} HTTP/1.1`, HOST, `Content-Length: ${body.length}`, ...lines) + body;
const NEXT = head('GET /v1/operators HTTP/1.1', HOST, KEY, 'Connection: close');

/** Sends a text and, where the answer says that the connection goes on, another request; fails where it does not do what it says. */
async function ask(text: string): Promise<RawResponse> {
  const [response, next, ...more] = await exchangeRaw(port, [text, NEXT]);
  if (!response) throw new Error('There was no answer');
  expect(more).toEqual([]);
  expect(next?.status).toBe(response.headers.get('Connection') === 'close' ? undefined : 200);
  return response;
}

function expectPromises(response: RawResponse): void {
  const { headers } = response;
  expect(headers.get('X-Request-Id')).toMatch(/^req_[A-Za-z0-9]+$/);
  expect(headers.get('Access-Control-Allow-Origin')).toBe(cors.allow_origin);
  expect(headers.get('Access-Control-Expose-Headers')).toBe(cors.expose_headers.join(', '));
  expect(Date.parse(headers.get('Date') ?? '')).not.toBeNaN();
}

function expectCatalogued(response: RawResponse, code: string): void {
  const { type, status } = errors.find((error) => error.code === code) ?? {};
  const { error } = JSON.parse(response.body) as { error: Record<string, unknown> };
  expect(error).toMatchObject({ code, type, status, request_id: response.headers.get('X-Request-Id') });
  expect(error['message']).not.toMatch(/[{}]|undefined/);
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
}

describe('an answer of the API carries all that is promised:', () => {
  test.each<[what: string, text: string, answer: number | string]>([
    ['a list', head('GET /v1/contacts HTTP/1.1', HOST, KEY), 200],
    ['a list for HTTP/1.0', head('GET /v1/contacts HTTP/1.0', HOST, KEY), 200],
    ['a creation', post('/v1/contacts', '{"email":"wire@example.com"}', KEY, JSON_TYPE), 201],
    ['a deletion', head('DELETE /v1/contacts/con_def456 HTTP/1.1', HOST, KEY), 204],
    ['an address in full', head('GET http://localhost/v1/contacts HTTP/1.1', HOST, KEY), 200],
    ['an address in full, in capitals', head('GET HTTP://LOCALHOST/v1/contacts HTTP/1.1', HOST, KEY), 200],
    ['an address in full, whose host counts', head('GET http://MOCK.:1/v1/contacts HTTP/1.1', 'Host: x', KEY), 200],
    ['another name', head('GET /v1/contacts HTTP/1.1', 'Host: mock:4010', KEY), 200],
    ['a name of this machine', head('GET /v1/contacts HTTP/1.1', 'Host: api.localhost.:4010', KEY), 200],
    [
      'an upgrade that is not taken',
      head('GET /v1/contacts HTTP/1.1', HOST, KEY, 'Connection: Upgrade', 'Upgrade: websocket'),
      200,
    ],
    ['a broken escape', head('GET /v1/contacts/%zz HTTP/1.1', HOST), 'invalid_url'],
    ['no path', head('GET / HTTP/1.1', HOST, KEY), 'not_found'],
    ['another method', head('PUT /v1/contacts HTTP/1.1', HOST, KEY), 'method_not_allowed'],
    ['TRACE', head('TRACE /v1/contacts HTTP/1.1', HOST, KEY), 'method_not_allowed'],
    ['no key', head('GET /v1/contacts HTTP/1.1', HOST), 'missing_api_key'],
    ['two keys', head('GET /v1/contacts HTTP/1.1', HOST, KEY, READ), 'missing_api_key'],
    ['another level', post('/v1/contacts', '{}', READ, JSON_TYPE), 'insufficient_scope'],
    ['no media type', post('/v1/contacts', '{}', KEY), 'unsupported_media_type'],
    [
      'a compressed body',
      post('/v1/contacts', '{}', KEY, JSON_TYPE, 'Content-Encoding: gzip'),
      'unsupported_content_encoding',
    ],
    ['a large body', post('/v1/contacts', 'x'.repeat(1_100_000), KEY, JSON_TYPE), 'payload_too_large'],
    ['no JSON', post('/v1/contacts', '{', KEY, JSON_TYPE), 'invalid_json'],
    ['an odd query', head('GET /v1/contacts?x=1 HTTP/1.1', HOST, KEY), 'unknown_query_parameter'],
    [
      'a body where there is none',
      head('GET /v1/contacts HTTP/1.1', HOST, KEY, 'Content-Length: 7') + '{"a":1}',
      'unknown_parameter',
    ],
    [
      'a body in chunks where there is none',
      head('GET /v1/contacts HTTP/1.1', HOST, KEY, 'Transfer-Encoding: chunked') + '7\r\n{"a":1}\r\n0\r\n\r\n',
      'unknown_parameter',
    ],
    [
      'an empty object where there is no body',
      head('GET /v1/contacts HTTP/1.1', HOST, KEY, 'Content-Length: 2') + '{}',
      200,
    ],
    [
      'a body at a deletion',
      head('DELETE /v1/contacts/con_abc123 HTTP/1.1', HOST, KEY, 'Content-Length: 7') + '{"a":1}',
      'unknown_parameter',
    ],
    ['a wrong body', post('/v1/contacts', '{}', KEY, JSON_TYPE), 'missing_parameter'],
    ['no record', head('GET /v1/contacts/con_nobody HTTP/1.1', HOST, KEY), 'not_found'],
    ['a conflict', post('/v1/conversations/conv_pqr678/close', '', KEY), 'conversation_already_closed'],
  ])('%s', async (_what, text, answer) => {
    const response = await ask(text);
    expectPromises(response);
    for (const name of LIMIT_HEADERS) expect(response.headers.get(name)).toMatch(/^\d+$/);
    if (typeof answer === 'string') expectCatalogued(response, answer);
    else expect(response.status).toBe(answer);
  });

  test('a HEAD, with nothing after its headers', async () => {
    const request = head('HEAD /v1/operators HTTP/1.1', HOST, KEY, 'Connection: close');
    const [response, ...more] = await exchangeRaw(port, [request]);
    expect([response?.status, response?.body, more]).toEqual([200, '', []]);
    if (response) expectPromises(response);
  });
});

describe('an answer to what is no request to the API carries all but the headers of the limit, and closes:', () => {
  test.each<[what: string, text: string, code: string]>([
    ['no HTTP', 'HELLO THERE\r\n\r\n', 'malformed_request'],
    ['a line that is no header', head('GET /v1/contacts HTTP/1.1', HOST, 'nonsense'), 'malformed_request'],
    ['a header with a NUL', head('GET /v1/contacts HTTP/1.1', HOST, 'X-A: a\0b'), 'malformed_request'],
    [
      'two lengths',
      head('POST /v1/contacts HTTP/1.1', HOST, 'Content-Length: 1', 'Content-Length: 2'),
      'malformed_request',
    ],
    [
      'a length and chunks',
      head('POST /v1/contacts HTTP/1.1', HOST, 'Content-Length: 1', 'Transfer-Encoding: chunked'),
      'malformed_request',
    ],
    [
      'a broken chunk',
      head('POST /v1/contacts HTTP/1.1', HOST, KEY, JSON_TYPE, 'Transfer-Encoding: chunked') + 'zz\r\n',
      'malformed_request',
    ],
    [
      'chunks in chunks',
      head('POST /v1/contacts HTTP/1.1', HOST, KEY, JSON_TYPE, 'Transfer-Encoding: chunked, chunked'),
      'malformed_request',
    ],
    ['another version', head('GET /v1/contacts HTTP/7.7', HOST), 'malformed_request'],
    ['no host', head('GET /v1/contacts HTTP/1.1', KEY), 'malformed_request'],
    ['two hosts', head('GET /v1/contacts HTTP/1.1', HOST, HOST, KEY), 'malformed_request'],
    [
      'two hosts, one of them foreign',
      head('GET /v1/contacts HTTP/1.1', HOST, 'Host: evil.example', KEY),
      'malformed_request',
    ],
    ['a host that is none', head('GET /v1/contacts HTTP/1.1', 'Host: a b/c', KEY), 'malformed_request'],
    ['an address that is none', head('GET 127.0.0.999 HTTP/1.1', 'Host: 127.0.0.999', KEY), 'malformed_request'],
    ['another scheme', head('GET ftp://localhost/v1/contacts HTTP/1.1', HOST, KEY), 'malformed_request'],
    ['another host', head('GET /v1/contacts HTTP/1.1', 'Host: evil.example', KEY), 'misdirected_request'],
    [
      'another host in the address',
      head('GET http://evil.example/v1/contacts HTTP/1.1', HOST, KEY),
      'misdirected_request',
    ],
    [
      'another host in the address of the control',
      head('GET http://evil.example/_sandbox/state HTTP/1.1', HOST, KEY),
      'misdirected_request',
    ],
    [
      'another host in the address of the metadata',
      head('GET http://evil.example/.well-known/oauth-authorization-server HTTP/1.1', HOST),
      'misdirected_request',
    ],
    [
      'another host with a body',
      post('/v1/contacts', '{}', KEY, JSON_TYPE).replace(HOST, 'Host: evil.example'),
      'misdirected_request',
    ],
    ['https, which this is not', head('GET https://localhost/v1/contacts HTTP/1.1', HOST, KEY), 'misdirected_request'],
    ['an old client that names no host', head('GET /v1/contacts HTTP/1.0', KEY), 'misdirected_request'],
    ['large headers', head('GET /v1/contacts HTTP/1.1', HOST, `X-Long: ${'x'.repeat(40_000)}`), 'headers_too_large'],
    ['a long address', head(`GET /v1/contacts?tag=${'x'.repeat(40_000)} HTTP/1.1`, HOST), 'headers_too_large'],
    ['a method in small letters', head('patch /v1/contacts/con_abc123 HTTP/1.1', HOST, KEY), 'unknown_method'],
    ['a method that nobody knows', head('FOO /v1/contacts HTTP/1.1', HOST, KEY), 'unknown_method'],
    ['a method for proxies', head('CONNECT localhost:80 HTTP/1.1', HOST), 'unknown_method'],
    ...['gzip, chunked', 'identity, chunked', 'Gzip,chunked'].map((coding): [string, string, string] => [
      `the transfer coding ${coding}`,
      head('POST /v1/contacts HTTP/1.1', HOST, KEY, JSON_TYPE, `Transfer-Encoding: ${coding}`) + '2\r\n{}\r\n0\r\n\r\n',
      'unsupported_transfer_encoding',
    ]),
    ['another expectation', head('GET /v1/contacts HTTP/1.1', HOST, KEY, 'Expect: a-miracle'), 'expectation_failed'],
    ['headers without end', 'GET /v1/contacts HTTP/1.1\r\nHost: loc', 'request_timeout'],
    [
      'a body without end',
      head('POST /v1/contacts HTTP/1.1', HOST, KEY, JSON_TYPE, 'Content-Length: 100') + '{',
      'request_timeout',
    ],
  ])('%s', async (_what, text, code) => {
    const response = await ask(text);
    expectPromises(response);
    expectCatalogued(response, code);
    for (const name of LIMIT_HEADERS) expect(response.headers.has(name)).toBe(false);
    expect(response.headers.get('Connection')).toBe('close');
  });

  test('a backslash in the address, and the connection goes on', async () => {
    const response = await ask(head('GET /v1\\contacts HTTP/1.1', HOST, KEY));
    expectPromises(response);
    expectCatalogued(response, 'invalid_url');
  });

  test('the method that is not known is named', async () => {
    const { body } = await ask(head('patch /v1/contacts/con_abc123 HTTP/1.1', HOST, KEY));
    expect(body).toContain("'patch'");
  });
});

describe('OPTIONS', () => {
  test('of the server itself is answered', async () => {
    const response = await ask(head('OPTIONS * HTTP/1.1', HOST));
    expect(response.status).toBe(204);
    expectPromises(response);
  });
});
