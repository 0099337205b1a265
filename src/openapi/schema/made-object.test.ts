import { expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { madeExample } from './example.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const made = (schema: SchemaObject): unknown => {
  const { value, isFit } = madeExample(document, schema, 'request');
  return isFit ? value : 'unfit';
};

const a: SchemaObject = { const: 1 };
const b: SchemaObject = { const: 2 };
const c: SchemaObject = { const: 3 };
const d: SchemaObject = { const: 4 };
const unfit = { type: 'string', pattern: '^a$', minLength: 2 };
const without = (...required: string[]): SchemaObject => ({ not: { required } });
const object = (properties: Record<string, SchemaObject>, more: SchemaObject = {}): SchemaObject => ({
  ...{ type: 'object', properties, ...more },
});

test.each<[SchemaObject, unknown]>([
  [object({ a, b }, { required: ['a'] }), { a: 1, b: 2 }],
  [object({ a: unfit, b, c: unfit }), { b: 2 }],
  [
    object({ a, b, c, d }, { required: ['a'], oneOf: ['b', 'c', 'd'].map((one) => ({ required: [one] })) }),
    { a: 1, b: 2 },
  ],
  [object({ a, b, c }, { required: ['a'], allOf: [without('b', 'c')] }), { a: 1, c: 3 }],
  [object({ a, b, c }, { required: ['a'], allOf: [without('b'), without('c')] }), { a: 1 }],
  [
    object(
      { a, b, c },
      {
        ...{ minProperties: 1, additionalProperties: false },
        allOf: [without('a', 'b'), without('b', 'c'), without('a', 'c')],
      },
    ),
    { a: 1 },
  ],
  [object({ key: a }, { minProperties: 3 }), { key: 1, key2: 'string', key3: 'string' }],
  [{ type: 'object', minProperties: 1, propertyNames: { const: 'only' } }, { only: 'string' }],
  [{ type: 'object', minProperties: 1, propertyNames: { enum: [1, 'aa', 'b'], maxLength: 1 } }, { b: 'string' }],
  [
    { type: 'object', minProperties: 2, propertyNames: { pattern: '^k' } },
    { k: 'string', key: 'string' },
  ],
  [{ type: 'object', patternProperties: { '^x': a } }, {}],
])('the members of %j: %j', (schema, value) => {
  expect(made(schema)).toEqual(value);
});

test.each<[SchemaObject, unknown]>([
  [{ type: 'null' }, null],
  [{ type: 'boolean', not: { const: true } }, false],
  [{ type: ['string', 'null'], not: { type: 'string' } }, null],
  [{ not: { type: ['string', 'number', 'boolean'] } }, {}],
  [{ not: { type: ['string', 'number', 'boolean', 'object'] } }, []],
  [{ not: { type: ['string', 'number', 'boolean', 'object', 'array'] } }, null],
])('of %j another kind of value is made: %j', (schema, value) => {
  expect(made(schema)).toEqual(value);
});

test('below the first level there are twelve members at most, those required among them', () => {
  const names = Array.from({ length: 14 }, (_, n) => `m${n}`);
  const inner = object(Object.fromEntries(names.map((name) => [name, a])), { required: ['m13'] });
  expect(Object.keys(made(inner) as object)).toEqual(names);
  const { nested } = made(object({ nested: inner })) as { nested: object };
  expect(Object.keys(nested)).toEqual([...names.slice(0, 11), 'm13']);
});

test('six levels deep, nothing is made that need not be there', () => {
  const levels = (count: number): SchemaObject =>
    count === 0 ? a : object({ next: levels(count - 1), more: b }, { required: ['next'] });
  expect(JSON.stringify(made(levels(9))).match(/more/g)).toHaveLength(6);
});
