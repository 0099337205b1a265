import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationOf, operations, violations } from './contract.ts';
import { expectError } from './expect-error.ts';
import { exampleRequest } from './requests.ts';
import type { Changes } from './requests.ts';
import { freshKey, TRANSPORTS } from './transports.ts';
import type { Transport } from './transports.ts';

describe.each(TRANSPORTS)('%s', (_name, open) => {
  let sandbox: Transport;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());

  const ask = (operationId: string, changes: Changes) =>
    sandbox.send(exampleRequest(operationOf(operationId), sandbox.base, { key: freshKey(), ...changes }));

  describe('an id', () => {
    test.each([
      'con_%2Fabc',
      '..%2F..%2Fetc%2Fpasswd',
      'con_abc123%00',
      'con_%F0%9F%A6%8A',
      'con_abc123%20',
      "con_abc123'%20OR%201=1",
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'CON_ABC123',
      'x'.repeat(4000),
      'con_abc123;x=1',
      '%25',
    ])('%s names no record: 404', async (id) => {
      await expectError(await ask('getContact', { path: { id } }), 404, 'not_found');
    });

    test.each(['%', '%zz', 'con_%E0%A4', '%C0%AF', 'con_%FF'])('%s cannot be decoded: 400', async (id) => {
      await expectError(await ask('getContact', { path: { id } }), 400, 'invalid_url');
    });
  });

  describe('a path', () => {
    test.each([
      '/v1',
      '/v1/',
      '/v1/contacts/',
      '/v1//contacts',
      '/v1/nope',
      '/V1/contacts',
      '/v2/contacts',
      '/',
      '/v1/contacts/a/b',
      '/v1/contacts%2Fcon_abc123',
    ])('%s does not exist: 404', async (path) => {
      const headers = { Authorization: `Bearer ${freshKey()}` };
      await expectError(await sandbox.send(new Request(`${sandbox.base}${path}`, { headers })), 404, 'not_found');
    });

    test.each([
      ['PUT', '/v1/contacts/con_abc123', 'DELETE, GET, HEAD, PATCH'],
      ['DELETE', '/v1/contacts', 'GET, HEAD, POST'],
      ['POST', '/v1/contacts/con_abc123', 'DELETE, GET, HEAD, PATCH'],
      ['GET', '/v1/conversations/conv_abc123/close', 'POST'],
      ['OPTIONS', '/v1/contacts', 'GET, HEAD, POST'],
      ['PROPFIND', '/v1/operators', 'GET, HEAD'],
    ])('does not take %s %s: 405 with Allow', async (method, path, allow) => {
      const response = await sandbox.send(new Request(`${sandbox.base}${path}`, { method }));
      expect(response.headers.get('Allow')).toBe(allow);
      await expectError(response, 405, 'method_not_allowed');
    });
  });

  describe('a query string', () => {
    test.each([
      ['?page=0', 'invalid_query_parameter', 'page'],
      ['?page=-1', 'invalid_query_parameter', 'page'],
      ['?page=1.5', 'invalid_query_parameter', 'page'],
      ['?page=', 'invalid_query_parameter', 'page'],
      ['?page=1e3', 'invalid_query_parameter', 'page'],
      ['?page=99999999999999999999', 'invalid_query_parameter', 'page'],
      ['?per_page=101', 'invalid_query_parameter', 'per_page'],
      ['?limit=0', 'invalid_query_parameter', 'limit'],
      ['?limit=ten', 'invalid_query_parameter', 'limit'],
      ['?after=', 'invalid_query_parameter', 'after'],
      ['?page=1&page=2', 'invalid_query_parameter', 'page'],
      ['?page=1&limit=5', 'invalid_query_parameter', 'page'],
      ['?per_page=5&after=con_abc123', 'invalid_query_parameter', 'per_page'],
      ['?email=jane', 'invalid_query_parameter', 'email'],
      ['?created_after=2026-13-01T00:00:00Z', 'invalid_query_parameter', 'created_after'],
      ['?Page=1', 'unknown_query_parameter', 'Page'],
      ['?__proto__=1', 'unknown_query_parameter', '__proto__'],
      ['?page[]=1', 'unknown_query_parameter', 'page[]'],
      ['?after=con_nobody', 'invalid_cursor', 'after'],
      ['?after=vis_abc123', 'invalid_cursor', 'after'],
      ['?page=%zz', 'invalid_url', undefined],
    ])('%s is 400 %s', async (query, code, param) => {
      await expectError(await ask('listContacts', { query }), 400, code, param);
    });

    test('of a search is judged before its body', async () => {
      await expectError(
        await ask('searchContacts', { query: '?after=con_nobody', body: {} }),
        400,
        'invalid_cursor',
        'after',
      );
    });
  });

  describe('an Authorization header', () => {
    test.each([
      ['Bearer', 'missing_api_key', 'Bearer'],
      ['Basic c2tfdGVzdF9hZG1pbjo=', 'missing_api_key', 'Bearer'],
      ['sk_test_admin', 'missing_api_key', 'Bearer'],
      ['Bearer sk_test_admin sk_test_admin', 'missing_api_key', 'Bearer'],
      ['Bearer sk_test_nobody!', 'invalid_api_key', 'Bearer error="invalid_token",'],
      ['Bearer sk_live_abc123', 'live_key_in_sandbox', 'Bearer error="invalid_token",'],
      ['Bearer abc', 'invalid_access_token', 'Bearer error="invalid_token",'],
    ])('%j is 401 %s', async (header, code, challenge) => {
      const response = await ask('listContacts', { key: null, headers: { Authorization: header } });
      const metadata = `${new URL(sandbox.base).origin}/.well-known/oauth-protected-resource/v1`;
      expect(response.headers.get('WWW-Authenticate')).toBe(`${challenge} resource_metadata="${metadata}"`);
      await expectError(response, 401, code);
    });

    test('may name its scheme in any case', async () => {
      const headers = { Authorization: 'bearer sk_test_admin' };
      expect((await ask('listContacts', { key: null, headers })).status).toBe(200);
    });
  });

  test('HEAD answers as GET does, without a body', async () => {
    for (const operation of operations.filter(({ method }) => method === 'get')) {
      const request = exampleRequest(operation, sandbox.base, { key: freshKey() });
      const [get, head] = [
        await sandbox.send(request.clone()),
        await sandbox.send(new Request(request, { method: 'HEAD' })),
      ];
      expect(head.status).toBe(get.status);
      expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
      expect(await head.text()).toBe('');
      expect(await violations(operation, get)).toEqual([]);
    }
  });
});
