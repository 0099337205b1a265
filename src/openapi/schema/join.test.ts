import { expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { flatten } from './flatten.ts';
import { typeLabel } from './type-label.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };

test.each<[SchemaObject, SchemaObject]>([
  [{ pattern: '^a' }, { pattern: 'z$' }],
  [{ multipleOf: 2 }, { multipleOf: 3 }],
  [{ not: { const: 'a' } }, { not: { const: 'b' } }],
  [{ contains: { const: 1 }, minContains: 2 }, { contains: { const: 2 } }],
  [
    { if: { required: ['a'] }, then: { required: ['b'] } },
    { if: { required: ['c'] }, else: { required: ['d'] } },
  ],
])('what %j and %j say stays', (a, b) => {
  expect(flatten(document, { allOf: [a, b] })).toEqual({ allOf: [a], ...b });
  expect(flatten(document, { allOf: [a, b, { ...a }] })).toEqual({ allOf: [b], ...a });
});

test('two schemas keep what only both allow: types, values, items', () => {
  const all = (...allOf: SchemaObject[]): SchemaObject => flatten(document, { allOf });
  expect(all({ type: ['string', 'number'] }, { type: ['integer', 'null', 'string'] }).type).toEqual([
    'string',
    'integer',
  ]);
  expect(typeLabel(document, all({ type: 'string' }, { type: 'integer' }))).toBe('nothing');
  expect(all({ enum: [1, { a: 1 }] }, { enum: [{ a: 1 }, 2] }).enum).toEqual([{ a: 1 }]);
  expect(all({ prefixItems: [{ minimum: 1 }] }, { items: { maximum: 9 } }).prefixItems).toEqual([
    { allOf: [{ minimum: 1 }, { maximum: 9 }] },
  ]);
});

test.each<[SchemaObject, SchemaObject, SchemaObject]>([
  [{ minimum: 1 }, { minimum: 5 }, { minimum: 5 }],
  [{ maximum: 9 }, { maximum: 3 }, { maximum: 3 }],
  [{ exclusiveMinimum: 2 }, { exclusiveMinimum: 1 }, { exclusiveMinimum: 2 }],
  [{ exclusiveMaximum: 2 }, { exclusiveMaximum: 1 }, { exclusiveMaximum: 1 }],
  [
    { minLength: 2, maxLength: 2 },
    { minLength: 1, maxLength: 3 },
    { minLength: 2, maxLength: 2 },
  ],
  [
    { minItems: 1, maxItems: 8 },
    { minItems: 0, maxItems: 4 },
    { minItems: 1, maxItems: 4 },
  ],
])('of the bounds %j and %j the stricter one holds, in either order', (a, b, both) => {
  expect(flatten(document, { allOf: [a, b] })).toEqual(both);
  expect(flatten(document, { allOf: [b, a] })).toEqual(both);
});

test.each<[SchemaObject, SchemaObject, SchemaObject]>([
  [{ type: ['string', 'null'] }, { type: 'string' }, { type: 'string' }],
  [{ pattern: '^a' }, { pattern: '^a' }, { pattern: '^a' }],
  [{ items: true }, { items: { minimum: 1 } }, { items: { minimum: 1 } }],
  [{ items: false }, { items: { minimum: 1 } }, { items: false }],
  [{ items: false }, { items: true }, { items: false }],
  [
    { dependentRequired: { a: ['b', 'c'] } },
    { dependentRequired: { a: ['b', 'c'], d: ['e'] } },
    { dependentRequired: { a: ['b', 'c'], d: ['e'] } },
  ],
  [{ if: { required: ['a'] } }, { then: { required: ['b'] }, else: false }, { if: { required: ['a'] } }],
  [{ contains: { const: 1 } }, { minContains: 5 }, { contains: { const: 1 } }],
])('%j and %j say together %j, in either order', (a, b, both) => {
  expect(flatten(document, { allOf: [a, b] })).toEqual(both);
  expect(flatten(document, { allOf: [b, a] })).toEqual(both);
});

test('a discriminator is told beside the alternatives that another part has', () => {
  const discriminator = { propertyName: 'kind' };
  const oneOf = [{ required: ['a'] }, { required: ['b'] }];
  expect(flatten(document, { allOf: [{ discriminator, minProperties: 1, oneOf }, { maxProperties: 2 }] })).toEqual({
    ...{ discriminator, oneOf, minProperties: 1, maxProperties: 2 },
  });
});

test('what must be there where others are is asked for by both parts', () => {
  const all = flatten(document, { allOf: [{ dependentRequired: { a: ['b'] } }, { dependentRequired: { a: ['c'] } }] });
  expect(all).toEqual({ dependentRequired: { a: ['b', 'c'] } });
});
