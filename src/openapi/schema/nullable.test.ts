import { expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { soleRef } from './component-ref.ts';
import { flatten } from './flatten.ts';
import { isNullable } from './nullable.ts';
import { typeLabel } from './type-label.ts';
import { unionOf } from './union.ts';

const Base: SchemaObject = { type: 'object', properties: { name: { type: 'string' } } };
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: { schemas: { Base } },
};
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const label = (schema: SchemaObject): string => typeLabel(document, schema);

test.each<[string, SchemaObject, SchemaObject]>([
  [
    'anyOf',
    { anyOf: [{ type: 'string', pattern: '^a' }, { type: 'null' }] },
    { type: ['string', 'null'], pattern: '^a' },
  ],
  ['oneOf', { oneOf: [{ const: null }, { enum: ['a'] }] }, { type: ['string', 'null'], enum: ['a'] }],
  ['one member', { anyOf: [{ type: 'integer', minimum: 1 }] }, { type: 'integer', minimum: 1 }],
  [
    'a type without null',
    { type: 'integer', anyOf: [{ minimum: 1 }, { type: 'null' }] },
    { type: 'integer', minimum: 1 },
  ],
])('a union of one member and null (%s) says what the member says', (_, schema, expected) => {
  expect(flatten(document, schema)).toEqual(expected);
});

test('a union with null only is its other member, nullable', () => {
  const schema = { anyOf: [ref('Base'), { type: 'null' }] };
  expect(unionOf(document, schema)).toBeUndefined();
  expect(soleRef(schema)).toBe('#/components/schemas/Base');
  expect(isNullable(document, schema)).toBe(true);
  expect(label(schema)).toBe('Base or null');
});

test.each<[SchemaObject, boolean]>([
  [{ type: ['string', 'null'], enum: ['a'] }, false],
  [{ type: ['string', 'null'], enum: ['a', null] }, true],
  [{ enum: ['a', null] }, true],
  [{ oneOf: [{ type: ['string', 'null'] }, { type: ['integer', 'null'] }] }, false],
  [{ anyOf: [{ type: ['string', 'null'] }, { type: ['integer', 'null'] }] }, true],
  [{ type: ['string', 'null'], not: { type: 'null' } }, false],
])('%j takes null: %s', (schema, expected) => {
  expect(isNullable(document, schema)).toBe(expected);
  expect(label(schema).endsWith(' or null')).toBe(expected);
});
