import type { Schema as ValidatorSchema } from '@cfworker/json-schema';
import { validate } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { madeExample } from './example.ts';
import { flatten, isNothing } from './flatten.ts';
import { acceptsNull } from './null.ts';
import { satisfies } from './satisfies.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const nil: SchemaObject = { type: 'null' };

/** Schemas that say one thing each. */
const PIECES: readonly SchemaObject[] = [
  {},
  { not: {} },
  nil,
  { type: 'string' },
  { type: 'number' },
  { type: 'object' },
  { type: ['integer', 'null'] },
  { type: 'array', items: { type: 'integer' } },
  { type: 'array', prefixItems: [{ type: 'string' }], items: { minimum: 2 } },
  { type: 'array', items: false },
  { minimum: 1, maximum: 3 },
  { exclusiveMinimum: 1, exclusiveMaximum: 3 },
  { multipleOf: 2 },
  { multipleOf: 3 },
  { minLength: 2 },
  { pattern: '^a' },
  { pattern: 'b$' },
  { const: 'ab' },
  { enum: ['ab', 2, null] },
  { enum: [null] },
  { not: nil },
  { not: { const: 2 } },
  { not: { enum: [null, 'a'] } },
  { contains: { const: 2 } },
  { contains: { minimum: 2 }, minContains: 2 },
  { required: ['a'] },
  { required: ['b'], maxProperties: 2 },
  { properties: { a: { type: 'integer' } } },
  { properties: { a: { minimum: 2 } } },
  { properties: { a: false } },
  { patternProperties: { '^a': { maximum: 2 } } },
  { propertyNames: { maxLength: 1 } },
  { dependentRequired: { a: ['b'] } },
  { dependentSchemas: { a: { required: ['b'] } } },
  { oneOf: [{ type: 'string' }, { type: 'integer' }] },
  { oneOf: [{ type: 'string' }, nil] },
  { oneOf: [nil, { enum: ['ab', null] }] },
  { anyOf: [nil, { type: 'object', required: ['a'] }] },
  { anyOf: [{ minimum: 2 }, { minLength: 2 }] },
  { anyOf: [false, { type: 'integer' }] },
  { if: { type: 'string' }, then: { minLength: 2 }, else: { not: nil } },
  { if: nil, then: false },
];

const VALUES: readonly unknown[] = [
  ...[null, true, 0, 1, 1.5, 2, 3, 6, '', 'a', 'b', 'ab', 'aab'],
  ...[
    [],
    [1],
    ['a'],
    [2, 2],
    ['a', 2],
    [null],
    {},
    { a: 1 },
    { a: 2, b: null },
    { b: 'x' },
    { aa: 3 },
    { a: 'a', b: 1, c: 2 },
  ],
];

const holds = (schema: Schema, value: unknown): boolean => validate(value, schema as ValidatorSchema, '2020-12').valid;
const valid = (schema: Schema): unknown[] => VALUES.filter((value) => holds(schema, value));
const pairs = PIECES.flatMap((a, at) => PIECES.slice(at).map((b): [SchemaObject, SchemaObject] => [a, b]));
const changed = (schemas: readonly SchemaObject[], read: (schema: SchemaObject) => Schema) =>
  schemas.flatMap((schema) => {
    const [before, after] = [valid(schema), valid(read(schema))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ schema, read: read(schema), before, after }];
  });
const flat = (schema: SchemaObject): SchemaObject => flatten(document, schema);

describe('a flat schema allows the values that it allowed before:', () => {
  test('two schemas that both hold, in either order', () => {
    expect(
      changed(
        pairs.flatMap(([a, b]) => [{ allOf: [a, b] }, { allOf: [b, a] }]),
        flat,
      ),
    ).toEqual([]);
  });
  test('a schema beside another', () => {
    expect(
      changed(
        pairs.map(([a, b]) => ({ ...a, allOf: [b] })),
        flat,
      ),
    ).toEqual([]);
  });
  test('an alternative to null, which then is among its types, with more beside it', () => {
    const schemas = pairs.flatMap(([a, b]) => [
      // Of what names no type, one is guessed.
      ...(a.type === undefined
        ? []
        : [
            { allOf: [b], oneOf: [a, nil] },
            { allOf: [b], oneOf: [a] },
          ]),
      ...(b.type === undefined ? [] : [{ allOf: [a], anyOf: [nil, b] }]),
    ]);
    for (const schema of schemas) {
      const read = flat(schema);
      const others = valid(read).filter((value) => value !== null);
      const isNullable = [read.type].flat().includes('null') && !isNothing(read);
      expect(isNullable ? [null, ...others] : others, JSON.stringify(schema)).toEqual(valid(schema));
    }
  });
});

test('null stays a value beside unions that name it, whatever the lone alternative excludes', () => {
  const named: SchemaObject[] = [{ type: 'string' }, { type: 'integer' }, nil];
  const lone: SchemaObject[] = [{ pattern: '^a', not: nil }, nil];
  const more: SchemaObject[] = [{ minimum: 2 }, { pattern: 'b$', not: nil }, { enum: [null] }];
  const schemas: SchemaObject[] = [
    { anyOf: named, oneOf: lone },
    { oneOf: named, anyOf: lone },
    { allOf: [{ anyOf: named }, { anyOf: more }], oneOf: lone },
    { allOf: [{ oneOf: named }, { oneOf: [...named].reverse() }], anyOf: lone },
    { allOf: [{ not: { const: 'b' } }, { not: { const: 'c' } }], oneOf: lone },
  ];
  expect(changed(schemas, flat)).toEqual([]);
});

describe('a validator agrees', () => {
  const schemas = pairs.flatMap(([a, b]) => [
    { allOf: [a, b] },
    { oneOf: [a, b] },
    { anyOf: [a, b] },
    { ...a, not: b },
    { if: a, then: b },
    { if: a, else: b },
  ]);
  test('on whether null is a value', () => {
    for (const schema of schemas)
      expect(acceptsNull(document, schema), JSON.stringify(schema)).toBe(holds(schema, null));
  });
  test('that there is no value where none is told', () => {
    for (const schema of schemas.filter((one) => isNothing(flat(one))))
      expect(valid(schema), JSON.stringify(schema)).toEqual([]);
  });
  test('on what satisfies a schema without a direction or discriminator', () => {
    for (const schema of [...PIECES, ...PIECES.map((piece) => ({ not: piece }))])
      for (const value of VALUES)
        expect(satisfies(document, schema, value, 'request'), JSON.stringify([schema, value])).toBe(
          holds(schema, value),
        );
  });
});

test('an example is made that satisfies two schemas, where there is a value that does', () => {
  const missed = pairs
    .map(([a, b]) => ({ allOf: [a, b] }))
    .filter((schema) => valid(schema).length > 0)
    .filter((schema) => {
      const { value, isFit } = madeExample(document, schema, 'request');
      return !isFit || (value !== undefined && !holds(schema, value));
    });
  const notNull = { if: nil, then: false };
  // Anything but null is told by no type, and what no object keeps to is about objects.
  expect(missed).toEqual([
    { allOf: [{}, notNull] },
    { allOf: [{ required: ['a'] }, { properties: { a: false } }] },
    { allOf: [notNull, notNull] },
  ]);
});
