import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { sentenceOf } from './sentence.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const isA = (member: Schema): Schema => ({ required: ['a'], properties: { a: member } });
const given: Schema = { required: ['a'] };

test.each<[Schema, string]>([
  [given, 'a is given'],
  [{ required: ['a', 'b'] }, 'a is given and b is given'],
  [{ type: 'object', title: 'Any', 'x-note': 1, required: ['a'] }, 'a is given'],
  [isA(true), 'a is given'],
  [isA({}), 'a is given'],
  [isA({ description: 'Any.' }), 'a is given'],
  [isA({ type: 'string' }), 'a is string'],
  [isA({ const: 'x' }), 'a is x'],
  [isA({ const: 'x', type: 'string', title: 'X' }), 'a is x'],
  [isA({ enum: ['x'] }), 'a is x'],
  [isA({ enum: ['x', 'y'] }), 'a is one of x, y'],
  [isA({ enum: ['x', null], type: ['string', 'null'] }), 'a is one of x, null'],
  [isA({ enum: [1, 2.5], type: 'number' }), 'a is one of 1, 2.5'],
  [{ properties: { a: false } }, 'a is not given'],
  [{ properties: { a: { type: 'string' } } }, 'a is string or not given'],
  [{ properties: { a: { const: 1 }, b: true }, required: ['b'] }, 'a is 1 or not given and b is given'],
  [{ properties: { a: {}, b: true, c: false } }, 'c is not given'],
  [{ not: given }, 'not (a is given)'],
  [{ required: ['b'], not: { not: given } }, 'b is given and not (not (a is given))'],
])('%j: %s', (schema, words) => {
  expect(sentenceOf(document, schema)).toBe(words);
});

test.each<[Schema]>([
  ...[true, false, {}, { type: 'object' }, { properties: { a: true } }].map((schema): [Schema] => [schema]),
  [{ type: 'string', required: ['a'] }],
  [{ type: ['object', 'null'], required: ['a'] }],
  [{ minProperties: 2, required: ['a'] }],
  [isA(false)],
  [isA({ minimum: 3 })],
  [isA({ enum: [] })],
  [isA({ enum: ['x', 'y'], const: 'x' })],
  [isA({ const: 1, type: 'string' })],
  [isA({ const: 1.5, type: 'integer' })],
  [isA({ enum: ['x', null], type: 'string' })],
  [{ required: ['a'], not: { minProperties: 2 } }],
  [{ not: { not: { not: given } } }],
])('%j says nothing, or what a sentence cannot', (schema) => {
  expect(sentenceOf(document, schema)).toBeUndefined();
});

test('a member that is there in any case is not told as one that may be absent', () => {
  const schema: Schema = { properties: { a: { const: 'x' }, b: { const: 'y' } } };
  expect(sentenceOf(document, schema, ['a'])).toBe('a is x and b is y or not given');
  expect(sentenceOf(document, { not: schema }, ['a'])).toBe('not (a is x and b is y or not given)');
  expect(sentenceOf(document, { properties: { a: false } }, ['a'])).toBeUndefined();
});
