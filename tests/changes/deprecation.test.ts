import { expect, test } from 'vitest';
import { loadDocument, SPEC_FILE } from '../../src/openapi/document/load.ts';
import type { OperationObject } from '../../src/openapi/document/openapi-document.ts';
import { operationRows } from '../../src/sandbox/rehearsal/operation-rows.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';

const document = await loadDocument(SPEC_FILE);
const headers = { Authorization: 'Bearer sk_test_deprecated' };

/** The sandbox of the specification in which one operation says something else. */
function sandboxOf(says: Partial<OperationObject>) {
  const edited = structuredClone(document);
  Object.assign(edited.paths?.['/contacts']?.get ?? {}, says);
  // As they stand in the generated file.
  const operations = JSON.parse(JSON.stringify(operationRows(edited))) as NonNullable<SandboxOptions['operations']>;
  return createSandbox({ operations });
}

const ask = (says: Partial<OperationObject>, path = '/contacts') =>
  sandboxOf(says).fetch(new Request(`https://api.example.com/v1${path}`, { headers }));

const deprecated = { deprecated: true, 'x-deprecated': '2027-01-01', 'x-sunset': '2028-01-01' };

test('a deprecated operation says since when, and until when it works', async () => {
  const response = await ask(deprecated);
  expect(response.status).toBe(200);
  expect(response.headers.get('Deprecation')).toBe('@1798761600');
  expect(response.headers.get('Sunset')).toBe('Sat, 01 Jan 2028 00:00:00 GMT');
  expect(response.headers.get('Access-Control-Expose-Headers')).toMatch(/X-Request-Id.*, Deprecation, Sunset$/);
});

test('it says so in its failures, too', async () => {
  const response = await ask(deprecated, '/contacts?colour=green');
  expect(response.status).toBe(400);
  expect(response.headers.get('Deprecation')).toBe('@1798761600');
});

test('without a date of its end it has no Sunset', async () => {
  const response = await ask({ ...deprecated, 'x-sunset': undefined });
  expect(response.headers.get('Deprecation')).toBe('@1798761600');
  expect(response.headers.has('Sunset')).toBe(false);
});

test('other operations have neither header', async () => {
  const response = await ask(deprecated, '/operators');
  expect(response.status).toBe(200);
  expect(response.headers.has('Deprecation') || response.headers.has('Sunset')).toBe(false);
});

test('a deprecation without a date, with no date or that ends before it begins is refused by name', () => {
  expect(() => sandboxOf({ deprecated: true })).toThrow('listContacts is deprecated: it needs x-deprecated');
  expect(() => sandboxOf({ ...deprecated, 'x-sunset': 'soon' })).toThrow('listContacts: x-sunset is no date: soon');
  expect(() => sandboxOf({ ...deprecated, 'x-sunset': '2026-01-01' })).toThrow('x-sunset is before x-deprecated');
});
