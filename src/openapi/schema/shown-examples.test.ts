import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { MediaType } from '../model/media-type.ts';
import { examplesOf, madeExample, parameterExample, shownExamples, UNFIT, writtenExample } from './example.ts';

const document: OpenApiDocument = { openapi: '3.2.0', info: { title: 'Test', version: '1' } };
const named = { name: '', summary: '', description: '' };
const media = (more: Partial<MediaType>): MediaType => ({ mediaType: 'application/json', examples: [], ...more });

test.each<[unknown, string | undefined, string, string]>([
  ['a,b', 'text/csv', 'a,b', 'text'],
  ['<a/>', 'application/xml', '<a/>', 'xml'],
  ['a', 'application/problem+json', '"a"', 'json'],
  ['a', undefined, '"a"', 'json'],
  [{ a: [1] }, 'text/csv', '{\n  "a": [\n    1\n  ]\n}', 'json'],
  [false, undefined, 'false', 'json'],
  [undefined, 'text/csv', 'null', 'json'],
])('%j of %s is written %j, which is %s', (value, mediaType, text, language) => {
  expect(writtenExample(value, mediaType)).toEqual({ text, language });
});

test('an example that is a value or a link can be shown, one of anything or nothing is not made', () => {
  const given = [
    { ...named, name: 'none', value: undefined },
    { ...named, name: 'link', value: undefined, externalValue: 'https://example.com' },
    { ...named, name: 'zero', value: 0 },
  ];
  expect(shownExamples(document, media({ examples: given }), 'request').map(({ name }) => name)).toEqual([
    'link',
    'zero',
  ]);
  const made = (schema: Schema) => examplesOf(document, media({ schema }), 'request');
  expect(made(true)).toEqual([{ ...named, value: undefined }]);
  expect(made(false)).toEqual([{ ...named, value: undefined, description: UNFIT }]);
  expect(shownExamples(document, media({ schema: true }), 'request')).toEqual([]);
});

test('bytes have no example but their own; what is text, or has members, has', () => {
  const file: SchemaObject = { type: 'string', format: 'binary' };
  const count = (mediaType: string, schema: SchemaObject) =>
    examplesOf(document, media({ mediaType, schema }), 'request').length;
  expect([count('image/png', file), count('text/plain', file), count('image/png', { type: 'object' })]).toEqual([
    0, 1, 1,
  ]);
});

test('parts without names are written out, unless bytes are among them', () => {
  const parts = (itemSchema: SchemaObject) =>
    examplesOf(document, media({ mediaType: 'multipart/mixed', itemSchema }), 'request').map(({ value }) => value);
  expect(parts({ type: 'object', properties: { a: { const: 1 } } })).toEqual([expect.stringContaining('{"a":1}')]);
  expect(parts({ type: 'string', format: 'binary' })).toEqual([undefined]);
});

test('a schema’s own example is right, whatever the schema says, and what is made is made once', () => {
  expect(madeExample(document, { type: 'integer', example: 'x' }, 'request')).toEqual({ value: 'x', isFit: true });
  const schema: SchemaObject = { type: 'object', properties: { a: { const: 1 } } };
  expect(madeExample(document, schema, 'request')).toBe(madeExample(document, schema, 'request'));
});

test('the items of a stream are of each kind where those keep the rules of all', () => {
  const stream = (itemSchema: SchemaObject) =>
    examplesOf(document, media({ mediaType: 'application/jsonl', itemSchema }), 'response')[0];
  const oneOf = ['a', 'b'].map((kind) => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: kind } },
  }));
  expect(stream({ oneOf })).toEqual({ ...named, value: '{"kind":"a"}\n{"kind":"b"}\n' });
  const base: SchemaObject = { type: 'object', required: ['id'], properties: { id: { const: 1 } }, oneOf };
  expect(stream(base)).toEqual({ ...named, value: '{"id":1,"kind":"a"}\n' });
  expect(stream({ ...base, not: {} })?.description).toBe(UNFIT);
});

test('a parameter has the first example that is a value', () => {
  const examples = [undefined, 'x', 'y'].map((value) => ({ ...named, value }));
  const parameter = { name: 'q', description: '', required: false, deprecated: false, schema: { default: 'z' } };
  expect(parameterExample(document, { ...parameter, examples })).toBe('x');
  expect(parameterExample(document, { ...parameter, examples: examples.slice(0, 1) })).toBe('z');
});
