import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import { operationOf } from './contract.ts';
import { expectError } from './expect-error.ts';
import { exampleRequest } from './requests.ts';
import type { Changes } from './requests.ts';
import { freshKey, TRANSPORTS } from './transports.ts';
import type { Transport } from './transports.ts';

const create = operationOf('createContact');
const document = await loadDocument(SPEC_FILE);

describe.each(TRANSPORTS)('%s', (_name, open) => {
  let sandbox: Transport;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());

  const ask = (operationId: string, changes: Changes) =>
    sandbox.send(exampleRequest(operationOf(operationId), sandbox.base, { key: freshKey(), ...changes }));

  describe('a body', () => {
    test.each([
      ['cut short', '{"email": "jane@example.com"'],
      ['empty', ''],
      ['of two values', '{} {}'],
      ['with single quotes', "{'email': 'jane@example.com'}"],
      ['with a bare word', '{"email": undefined}'],
      ['of HTML', '<html></html>'],
    ])('%s is 400 invalid_json', async (_what, body) => {
      await expectError(await ask('createContact', { body }), 400, 'invalid_json');
    });

    test('that is not UTF-8 is 400 invalid_json', async () => {
      const bytes = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
      const { headers, url } = exampleRequest(create, sandbox.base, { key: freshKey() });
      await expectError(
        await sandbox.send(new Request(url, { method: 'POST', headers, body: bytes })),
        400,
        'invalid_json',
      );
    });

    test('of 2 MB is 413, in one piece and in chunks', async () => {
      const big = JSON.stringify({ email: 'jane@example.com', name: 'x'.repeat(2_000_000) });
      await expectError(await ask('createContact', { body: big }), 413, 'payload_too_large');
      const { headers, url } = exampleRequest(create, sandbox.base, { key: freshKey() });
      const stream = new Blob([big]).stream();
      const init = { method: 'POST', headers, body: stream, duplex: 'half' };
      await expectError(await sandbox.send(new Request(url, init)), 413, 'payload_too_large');
    });

    test('in small chunks is read like any other', async () => {
      const text = JSON.stringify({ email: 'jane@example.com', name: 'Zoë 🦊' });
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const byte of new TextEncoder().encode(text)) controller.enqueue(new Uint8Array([byte]));
          controller.close();
        },
      });
      const { headers, url } = exampleRequest(create, sandbox.base, { key: freshKey() });
      const response = await sandbox.send(
        new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
      );
      expect(await response.json()).toMatchObject({ name: 'Zoë 🦊' });
    });

    test('nested 10,000 levels deep is 422', async () => {
      const deep = `{"email": "jane@example.com", "custom_attributes": {"x": ${'['.repeat(10_000)}${']'.repeat(10_000)}}}`;
      await expectError(await ask('createContact', { body: deep }), 422, 'invalid_parameter', 'custom_attributes');
    });

    test('that adds one attribute to as many as a contact may have is 422, and changes nothing', async () => {
      const key = freshKey();
      const { maxProperties = 0 } = document.components?.schemas?.['CustomAttributes'] as { maxProperties?: number };
      expect(maxProperties).toBeGreaterThan(0);
      const names = Array.from({ length: maxProperties }, (_, index) => [`a${index}`, index]);
      const patch = (attributes: object | null) =>
        ask('updateContact', { key, body: JSON.stringify({ custom_attributes: attributes }) });
      expect((await patch(null)).status).toBe(200);
      expect((await patch(Object.fromEntries(names) as object)).status).toBe(200);
      const before: unknown = await (await ask('getContact', { key })).json();
      await expectError(await patch({ one_more: 1 }), 422, 'invalid_parameter', 'custom_attributes');
      expect(await (await ask('getContact', { key })).json()).toEqual(before);
    });

    test('with a __proto__ key changes no prototype', async () => {
      const body = '{"email": "jane@example.com", "__proto__": {"polluted": true}}';
      await expectError(await ask('createContact', { body }), 422, 'unknown_parameter', '__proto__');
      const inside =
        '{"email": "jane@example.com", "custom_attributes": {"__proto__": {"polluted": true}, "constructor": 1}}';
      const response = await ask('createContact', { body: inside });
      expect(response.status).toBe(201);
      expect(await response.text()).toContain('"custom_attributes":{"__proto__":{"polluted":true},"constructor":1}');
      expect({}).not.toHaveProperty('polluted');
    });

    test.each([
      ['of the wrong type', { email: 7 }, 'email'],
      ['that is too long', { email: 'jane@example.com', name: 'x'.repeat(201) }, 'name'],
      ['with a control character in an address', { email: 'jane\0@example.com' }, 'email'],
    ])('with a value %s is 422', async (_what, body, param) => {
      await expectError(await ask('createContact', { body }), 422, 'invalid_parameter', param);
    });
  });

  describe('a stored text', () => {
    test.each([
      ['script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
      ['SQL', "'; DROP TABLE changes; --"],
      ['right-to-left marks and emoji', '\u202eevil\u202c 👩‍👩‍👧‍👦 é'],
      ['a lone surrogate', 'a\ud800b'],
      ['NUL and line separators', 'a\0b\u2028c'],
    ])('with %s comes back as it was sent', async (_what, name) => {
      const key = freshKey();
      const created = await ask('createContact', { key, body: { email: 'jane@example.com', name } });
      expect(created.headers.get('Content-Type')).toBe('application/json');
      expect(created.headers.get('X-Content-Type-Options')).toBe('nosniff');
      const { id } = (await created.json()) as { id: string };
      const read = (await (await ask('getContact', { key, path: { id } })).json()) as { name: string };
      expect(read.name).toBe(name);
    });
  });

  // JSON tells numbers by their value, not by how they are written, and a zero has no sign: a server reads `-0` and writes `0`, as
  // ECMA-262 and the canonical form of RFC 8785 (section 3.2.2.3) do.
  describe('a stored number', () => {
    test.each([
      ['-0', '0'],
      ['-0.0', '0'],
      ['1.0', '1'],
      ['1e2', '100'],
      ['-1.5', '-1.5'],
    ])(
      'that was sent as %s comes back as %s: when it is made, when it is read, and after a change',
      async (sent, kept) => {
        const key = freshKey();
        const body = `{"email": "jane@example.com", "custom_attributes": {"n": ${sent}}}`;
        const created = await (await ask('createContact', { key, body })).text();
        const { id } = JSON.parse(created) as { id: string };
        const patch = `{"custom_attributes": {"n": ${sent}}}`;
        const changed = await (await ask('updateContact', { key, path: { id }, body: patch })).text();
        const read = await (await ask('getContact', { key, path: { id } })).text();
        for (const text of [created, changed, read]) expect(text).toContain(`"custom_attributes":{"n":${kept}}`);
      },
    );
  });

  test.each(['1e400', '-1e400', '[1, {"deep": 1e999}]'])(
    'a number that no 64-bit float holds is 422, not something else that is kept: %s',
    async (number) => {
      const body = `{"email": "jane@example.com", "custom_attributes": {"n": ${number}}}`;
      await expectError(await ask('createContact', { body }), 422, 'invalid_parameter', 'custom_attributes');
    },
  );

  describe('a media type', () => {
    test.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'application/json; charset=latin1',
      'multipart/form-data; boundary=x',
      'application/merge-patch+json',
    ])('%s is 415', async (type) => {
      await expectError(
        await ask('createContact', { headers: { 'Content-Type': type } }),
        415,
        'unsupported_media_type',
      );
    });

    test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json;charset="UTF-8"'])(
      '%s is taken',
      async (type) => {
        expect((await ask('createContact', { headers: { 'Content-Type': type } })).status).toBe(201);
      },
    );

    test('of a body that is compressed is 415', async () => {
      const headers = { 'Content-Encoding': 'gzip' };
      await expectError(await ask('createContact', { headers }), 415, 'unsupported_media_type');
    });

    test('is not asked of an action without a body', async () => {
      const json = { headers: { 'Content-Type': 'application/json' } };
      expect((await ask('closeConversation', {})).status).toBe(200);
      expect((await ask('closeConversation', json)).status).toBe(200);
    });
  });
});
