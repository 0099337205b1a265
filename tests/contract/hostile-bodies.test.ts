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

  describe('a number that a 64-bit float cannot give back is 422, not something else that is kept:', () => {
    test.each([
      ['1e400', ''],
      ['-1e400', ''],
      ['[1, {"deep": 1e999}]', '[1].deep'],
      ['9007199254740993', ''],
      ['-9223372036854775808', ''],
      ['{"a": 3.14159265358979323846}', '.a'],
      ['1e-400', ''],
    ])('%s', async (number, place) => {
      const key = freshKey();
      const body = `{"email": "jane@example.com", "custom_attributes": {"n": ${number}}}`;
      const param = `custom_attributes.n${place}`;
      await expectError(await ask('createContact', { key, body }), 422, 'invalid_parameter', param);
      const patch = `{"custom_attributes": {"n": ${number}}}`;
      await expectError(await ask('updateContact', { key, body: patch }), 422, 'invalid_parameter', param);
    });
  });

  test('a field that is given twice is 422, and neither value is chosen', async () => {
    const body = '{"email": "jane@example.com", "email": "joe@example.com"}';
    await expectError(await ask('createContact', { body }), 422, 'invalid_parameter', 'email');
  });

  describe('an operation without a body', () => {
    const unasked = ['getContact', 'listContacts', 'deleteContact', 'closeConversation', 'deleteWebhook'];

    test.each(unasked.filter((id) => !/^(?:get|list)/.test(id)))('%s refuses one that says something', async (id) => {
      const key = freshKey();
      await expectError(await ask(id, { key, body: { dry_run: true } }), 422, 'unknown_parameter', 'dry_run');
      for (const body of ['[]', 'dry_run', '"x"', '[{}]']) {
        await expectError(await ask(id, { key, body }), 422, 'unknown_parameter');
      }
      await expectError(await ask(id, { key, body: 'x'.repeat(2_000_000) }), 413, 'payload_too_large');
      expect((await ask(id, { key })).ok).toBe(true);
    });

    test.each(['', '{}', ' \n{ }'])('takes one that says nothing: %j', async (body) => {
      for (const id of unasked.filter((one) => !/^(?:get|list)/.test(one)))
        expect((await ask(id, { body })).ok).toBe(true);
    });
  });

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

    test.each([
      'application/json; charset=utf-8',
      'APPLICATION/JSON',
      'application/json;charset="UTF-8"',
      'application/json; charset=utf8',
      'application/json; charset=US-ASCII',
      'application/json; version=1; charset=utf-8 ;',
    ])('%s is taken', async (type) => {
      expect((await ask('createContact', { headers: { 'Content-Type': type } })).status).toBe(201);
    });

    test.each(['updateContact', 'updateChatbot'])('of a merge patch is taken by %s', async (id) => {
      for (const type of ['application/merge-patch+json', 'Application/Merge-Patch+JSON; charset=utf-8']) {
        expect((await ask(id, { headers: { 'Content-Type': type } })).status).toBe(200);
      }
    });

    test('that a PATCH does not take is answered with those that it takes', async () => {
      const response = await ask('updateContact', { headers: { 'Content-Type': 'application/json-patch+json' } });
      expect(response.headers.get('Accept-Patch')).toBe('application/json, application/merge-patch+json');
      await expectError(response, 415, 'unsupported_media_type');
    });

    test.each(['gzip', 'br', 'identity, gzip', 'x'])(
      'does not matter to a body encoded as %s: 415',
      async (encoding) => {
        const response = await ask('createContact', { headers: { 'Content-Encoding': encoding } });
        expect(response.headers.get('Accept-Encoding')).toBe('identity');
        await expectError(response, 415, 'unsupported_content_encoding');
      },
    );

    test('is not asked of an action without a body', async () => {
      const json = { headers: { 'Content-Type': 'application/json' } };
      expect((await ask('closeConversation', {})).status).toBe(200);
      expect((await ask('closeConversation', json)).status).toBe(200);
    });
  });
});
