import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { exampleOf, examplesOf, parameterExample } from './example.ts';

const schemas: Record<string, SchemaObject> = {
  Tree: {
    type: 'object',
    properties: {
      name: { type: 'string', examples: ['root'] },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      parent: { $ref: '#/components/schemas/Tree' },
    },
  },
};
const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, components: { schemas } };
const example = (schema: SchemaObject): unknown => exampleOf(document, schema, 'request');

describe('an example made from a schema', () => {
  test('takes what the schema gives: example, constant, default, first value', () => {
    expect(example({ type: 'string', examples: ['a'], default: 'b' })).toBe('a');
    expect(example({ const: 1 })).toBe(1);
    expect(example({ type: 'boolean', default: false })).toBe(false);
    expect(example({ enum: [null, 'x'] })).toBe('x');
  });

  test('stays small where every schema has a member of every other', () => {
    const names = Array.from({ length: 20 }, (_, n) => `Node${n}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const nodes = Object.fromEntries(
      names.map((name): [string, SchemaObject] => [name, { type: 'object', properties }]),
    );
    const made = exampleOf({ ...document, components: { schemas: nodes } }, nodes['Node0'] ?? {}, 'request');
    expect(Object.keys(made as object)).toHaveLength(19);
    expect(JSON.stringify(made).length).toBeLessThan(20_000);
  });

  test('keeps to formats, lengths and bounds', () => {
    expect(example({ type: 'string', format: 'email' })).toBe('user@example.com');
    expect(example({ type: 'string', minLength: 9 })).toHaveLength(9);
    expect(example({ type: 'string', maxLength: 3 })).toHaveLength(3);
    expect(example({ type: 'integer', minimum: 10 })).toBe(10);
    expect(example({ type: 'integer', exclusiveMinimum: 10 })).toBe(11);
    expect(example({ type: 'integer', maximum: 0 })).toBe(0);
  });

  test('leaves out what does not apply', () => {
    const schema: SchemaObject = {
      type: 'object',
      properties: {
        id: { type: 'string', readOnly: true },
        name: { type: 'string', examples: ['n'] },
        old: { type: 'string', deprecated: true },
      },
    };
    expect(example(schema)).toEqual({ name: 'n' });
    expect(exampleOf(document, schema, 'response')).toEqual({ id: 'string', name: 'n' });
  });

  test('ends where a schema contains itself', () => {
    expect(example({ $ref: '#/components/schemas/Tree' })).toEqual({ name: 'root', children: [] });
  });

  test('takes the first alternative, beside the members of the base', () => {
    expect(
      example({
        type: 'object',
        properties: { a: { const: 1 } },
        oneOf: [{ properties: { b: { const: 2 } } }, { properties: { c: {} } }],
      }),
    ).toEqual({ a: 1, b: 2 });
  });

  test('fills tuples and maps', () => {
    expect(example({ type: 'array', prefixItems: [{ const: 1 }, { type: 'boolean' }] })).toEqual([1, true]);
    expect(example({ type: 'object', additionalProperties: { const: 7 } })).toEqual({ key: 7 });
  });
});

test('a body’s own examples come before one made up', () => {
  const given = { name: 'one', summary: '', description: '', value: { a: 1 } };
  expect(
    examplesOf(document, { mediaType: 'application/json', schema: { type: 'object' }, examples: [given] }, 'request'),
  ).toEqual([given]);
  expect(
    examplesOf(document, { mediaType: 'application/json', schema: { const: 5 }, examples: [] }, 'request')[0]?.value,
  ).toBe(5);
  expect(examplesOf(document, { mediaType: 'text/plain', examples: [] }, 'request')).toEqual([]);
});

test('a parameter has an example where the document gives one or where it is required', () => {
  const parameter = {
    name: 'id',
    description: '',
    required: false,
    deprecated: false,
    schema: { type: 'string' },
    examples: [],
  };
  expect(parameterExample(document, parameter)).toBeUndefined();
  expect(parameterExample(document, { ...parameter, required: true })).toBe('string');
  expect(
    parameterExample(document, {
      ...parameter,
      examples: [{ name: '', summary: '', description: '', value: 'con_1' }],
    }),
  ).toBe('con_1');
});
