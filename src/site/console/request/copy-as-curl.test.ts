import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fc } from '../../../../tests/fast-check.ts';
import { curl } from '../../../generators/samples/curl.ts';
import { loadDocument } from '../../../openapi/document/load.ts';
import { listOperations } from '../../../openapi/model/operations.ts';
import { bundleOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { requestOf, secretVariable } from './make-request.ts';

const document = await loadDocument('spec/openapi.yaml');
const update =
  listOperations(document).find(({ operationId }) => operationId === 'updateContact') ?? expect.unreachable();
const operation = bundleOperation(document, update);

/** Answers each request with what it got. */
const echo = createServer((request, response) => {
  void text(request).then((body) => {
    const { method, url, headers } = request;
    response.end(JSON.stringify({ method, url, authorization: headers.authorization, body }));
  });
});
let server = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  server = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => echo.close());

async function run(code: string): Promise<unknown> {
  const env = { ...process.env, [secretVariable]: 'sk_test_$key', LC_ALL: 'C.UTF-8' };
  const { stdout } = await promisify(execFile)('bash', ['-c', code.replace('curl', 'curl -s --noproxy "*"')], { env });
  return JSON.parse(stdout) as unknown;
}

/** Texts that a shell would rather read than pass on. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    `'`,
    `''"`,
    '$(id)',
    '`id`',
    '$HOME',
    '\\',
    '\\\n',
    'a\nb\r\n',
    '!!',
    '@/etc/passwd',
    '# x',
    '日本 🎉',
    '\u202e',
    '\t',
    '; id',
  ),
);
/** A process cannot be given a NUL. */
const passable = hostile.filter((value) => !value.includes('\0'));
/** V8 14.6 takes a name that has an escape where an earlier object’s ended in a backslash for that one: `JSON.parse` is wrong there. */
const name = passable.filter((value) => !value.endsWith('\\'));

test('copied as curl, any call runs in bash and sends what was filled in', { timeout: 120_000 }, async () => {
  const call = fc.record({
    id: passable.filter((id) => id !== '' && !/^\.+$/.test(id)),
    body: fc.dictionary(name, passable, { maxKeys: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(call, async ({ id, body }) => {
      const filledIn = { values: { 'path.id': id }, body: JSON.stringify(body) };
      const got = (await run(curl(requestOf(operation, filledIn, server)))) as Record<string, string>;
      expect(got).toMatchObject({ method: 'PATCH', authorization: 'Bearer sk_test_$key' });
      expect(decodeURIComponent(got['url'] ?? '')).toBe(`/contacts/${id}`);
      expect(JSON.parse(got['body'] ?? '')).toEqual(body);
    }),
    { numRuns: 40 },
  );
});

test('a body that is no JSON arrives as it was typed', async () => {
  const body = `{"a": 'it''s', $(id)\n\t"ü": }`;
  const got = await run(curl(requestOf(operation, { values: { 'path.id': 'con_1' }, body }, server)));
  expect(got).toMatchObject({ body });
});
