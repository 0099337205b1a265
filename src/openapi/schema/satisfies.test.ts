import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { Direction } from './fields.ts';
import { satisfies } from './satisfies.ts';

const documentOf = (schemas: Record<string, SchemaObject> = {}): OpenApiDocument => ({
  ...{ openapi: '3.2.0', info: { title: 'Test', version: '1' }, components: { schemas } },
});
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

describe('a member that does not apply in a direction', () => {
  const properties = { id: { type: 'integer', readOnly: true }, secret: { type: 'string', writeOnly: true } };
  const required = ['id', 'secret'];
  const document = documentOf({ Base: { type: 'object', properties, required }, Bare: { type: 'object', properties } });
  const both = (schema: Schema, value: unknown) =>
    (['request', 'response'] satisfies Direction[]).map((direction) => satisfies(document, schema, value, direction));

  test.each<[string, Schema]>([
    ['of its own', ref('Base')],
    ['of what it includes', { allOf: [ref('Bare')], required }],
    ['that is told beside an alternative', { allOf: [ref('Bare'), { oneOf: [{ required }] }] }],
    ['in a condition', { ...ref('Bare'), if: true, then: { required } }],
    [
      'that another one asks for',
      { ...ref('Bare'), required, dependentSchemas: { id: { required }, secret: { required } } },
    ],
  ])('is not required: %s', (_, schema) => {
    expect(both(schema, { id: 1 })).toEqual([false, true]);
    expect(both(schema, { secret: 'x' })).toEqual([true, false]);
    expect(both(schema, {})).toEqual([false, false]);
  });

  test('keeps to its own schema where it is there, and is required below another one', () => {
    expect(both(ref('Base'), { id: 'x', secret: 'x' })).toEqual([false, false]);
    expect(both({ ...ref('Bare'), properties: { inner: { required: ['id'] } } }, { inner: {} })).toEqual([
      false,
      false,
    ]);
  });
});

describe('a discriminator', () => {
  const kind = (more: object = {}) => ({ propertyName: 'kind', ...more });
  const document = documentOf({ Cat: { required: ['lives'] }, Dog: {}, Other: {} });
  const holds = (schema: Schema, value: unknown) => satisfies(document, schema, value, 'request');
  const animals = [ref('Cat'), ref('Dog')];

  test.each<['oneOf' | 'anyOf']>([['oneOf'], ['anyOf']])(
    'chooses one of %s by its name, or as the mapping says',
    (keyword) => {
      const schema: Schema = { [keyword]: animals, discriminator: kind({ mapping: { d: 'Dog' } }) };
      expect(holds(schema, { kind: 'Cat', lives: 9 })).toBe(true);
      expect(holds(schema, { kind: 'Cat' })).toBe(false);
      expect(holds(schema, { kind: 'd' })).toBe(true);
      expect(holds(schema, { kind: 'Dog' })).toBe(false);
      expect(holds(schema, {})).toBe(false);
    },
  );

  test('has a default for values that choose none, or are not there', () => {
    const schema: Schema = { oneOf: [...animals, ref('Other')], discriminator: kind({ defaultMapping: 'Other' }) };
    expect(holds(schema, {})).toBe(true);
    expect(holds(schema, { kind: 'Fish' })).toBe(true);
    expect(holds(schema, { kind: 'Other' })).toBe(true);
    expect(holds(schema, { kind: 'Cat' })).toBe(false);
  });

  test('chooses nothing where alternatives have no name', () => {
    expect(holds({ anyOf: [{ required: ['a'] }, { required: ['b'] }], discriminator: kind() }, { b: 1 })).toBe(true);
  });
});

test('two of the same hold both in oneOf, and are one in anyOf', () => {
  const document = documentOf({ A: { type: 'object' } });
  expect(satisfies(document, { oneOf: [ref('A'), ref('A')] }, {}, 'request')).toBe(false);
  expect(satisfies(document, { anyOf: [ref('A'), ref('A')] }, {}, 'request')).toBe(true);
});

test('a format that is known is kept to, any other and a pattern that is none exclude nothing', () => {
  const holds = (schema: Schema, value: unknown) => satisfies(documentOf(), schema, value, 'request');
  const known = ['date', 'date-time', 'time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uuid'];
  expect(known.filter((format) => holds({ format }, '?'))).toEqual([]);
  expect(holds({ format: 'sku' }, '?')).toBe(true);
  expect([
    holds({ pattern: '(' }, 'x'),
    holds({ pattern: String.raw`^\@$` }, '@'),
    holds({ pattern: '^a' }, 'b'),
  ]).toEqual([true, true, false]);
  expect(holds({ patternProperties: { '(': false } }, { a: 1 })).toBe(true);
  expect(holds({ patternProperties: { [String.raw`^\@`]: false } }, { '@a': 1 })).toBe(false);
  expect(holds({}, undefined)).toBe(false);
});

/** Each says the next one twice: written out, two to the power of the levels. */
const TWICE: Record<string, (next: SchemaObject) => SchemaObject> = {
  properties: (next) => ({ properties: { a: next, b: { ...next } } }),
  patternProperties: (next) => ({ patternProperties: { a: next, b: { ...next } } }),
  dependentSchemas: (next) => ({ dependentSchemas: { a: next, b: { ...next } } }),
  'items and contains': (next) => ({ items: next, contains: { ...next } }),
  prefixItems: (next) => ({ prefixItems: [next, { ...next }] }),
  'allOf and anyOf': (next) => ({ allOf: [next], anyOf: [{ ...next }] }),
  oneOf: (next) => ({ oneOf: [next, { ...next }] }),
  'then and else': (next) => ({ if: true, then: next, else: { ...next } }),
  'not and if': (next) => ({ not: next, if: { ...next } }),
  propertyNames: (next) => ({ propertyNames: next, additionalProperties: { ...next } }),
};

test.each(Object.keys(TWICE))('of what would take too long to check by its %s, anything holds', (name) => {
  const levels = (count: number): OpenApiDocument =>
    documentOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, n): [string, SchemaObject] => [
          `L${n}`,
          TWICE[name]?.(ref(`L${n + 1}`)) ?? {},
        ]),
      ),
    );
  const schema: Schema = { type: 'string', minProperties: 1, allOf: [ref('L0')] };
  const [few, many] = [levels(4), levels(16)].map((document, at) => {
    const last = at === 0 ? 4 : 16;
    document.components = { schemas: { ...document.components?.schemas, [`L${last}`]: {} } };
    return satisfies(document, schema, 5, 'request');
  });
  expect([few, many]).toEqual([false, true]);
});

test.each<[string, SchemaObject]>([
  ['a choice with itself among its alternatives', { oneOf: [ref('Loop'), { type: 'string' }] }],
  ['an intersection with itself', { allOf: [ref('Loop'), { type: 'string' }] }],
  ['what is not itself', { not: ref('Loop') }],
  ['itself', ref('Loop')],
])('of %s nothing can be said, so anything holds', (_, loop) => {
  expect(satisfies(documentOf({ Loop: loop }), ref('Loop'), 1, 'request')).toBe(true);
});
