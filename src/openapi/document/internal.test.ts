import { describe, expect, test } from 'vitest';
import { withoutInternal } from './internal.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const base = { openapi: '3.2.0', info: { title: 'T', version: '1' } };
const internal = { 'x-internal': true };
const hidden = '#/components/schemas/Hidden';
const ref = { $ref: hidden };

/** What is left of a schema in a document that hides one. */
function left(schema: object): unknown {
  const document = { ...base, components: { schemas: { Hidden: internal, Pet: schema } } } as OpenApiDocument;
  return withoutInternal(document).components?.schemas?.['Pet'];
}

describe('of a schema is left out', () => {
  test.each<[string, object, object]>([
    [
      'a member, which is not required then',
      { required: ['a', 'b'], properties: { a: ref, b: {} } },
      { required: ['b'], properties: { b: {} } },
    ],
    ['a member that is marked as a text', { properties: { a: { 'x-internal': 'true' } } }, { properties: {} }],
    ['an alternative', { oneOf: [ref, { type: 'string' }] }, { oneOf: [{ type: 'string' }] }],
    ['the last alternative, with the list', { anyOf: [ref], type: 'object' }, { type: 'object' }],
    ['all of what it includes', { allOf: [ref], title: 'Pet' }, { title: 'Pet' }],
    ['an item of a tuple', { prefixItems: [internal] }, {}],
    ['its items', { type: 'array', items: ref }, { type: 'array' }],
    [
      'a mapping, by pointer and by name',
      { discriminator: { propertyName: 'k', mapping: { a: hidden, b: 'Hidden', c: 'Pet' }, defaultMapping: 'Hidden' } },
      { discriminator: { propertyName: 'k', mapping: { c: 'Pet' } } },
    ],
    [
      'what stands deeper',
      { properties: { a: { items: { oneOf: [ref, {}] } } } },
      { properties: { a: { items: { oneOf: [{}] } } } },
    ],
    [
      'a member whose name is that of data',
      { properties: { default: ref, example: { items: ref } } },
      { properties: { example: {} } },
    ],
  ])('%s', (_, schema, expected) => {
    expect(left(schema)).toEqual(expected);
  });

  test.each(['example', 'default', 'const', 'value', 'dataValue'])('nothing that %s holds', (key) => {
    const schema = { [key]: { a: internal, b: ref }, enum: [internal], examples: [internal, 1] };
    expect(left(schema)).toEqual(schema);
  });

  test('nothing where no mark is true', () => {
    const document: OpenApiDocument = { ...base, components: { schemas: { A: { 'x-internal': false } } } };
    expect(withoutInternal(document)).toBe(document);
  });
});

test('a component that stands for a hidden one is hidden, too, through others', () => {
  const schemas = {
    B: { $ref: '#/components/schemas/A' },
    A: ref,
    Hidden: internal,
    C: { items: { $ref: '#/components/schemas/B' } },
  };
  const document = { ...base, components: { schemas } } as OpenApiDocument;
  expect(withoutInternal(document).components).toEqual({ schemas: { C: {} } });
  expect(Object.keys(document.components?.schemas ?? {})).toHaveLength(4);
});

test('an operation goes with its mark or all of its tags, a path with all of its operations', () => {
  const named = (name: string, more: object = {}) => ({ operationId: name, ...more });
  const document = {
    ...base,
    tags: [{ name: 'staff', ...internal }, { name: 'pets' }],
    paths: {
      '/a': {
        get: named('a', { tags: ['staff', 'pets'] }),
        put: named('b', { tags: ['staff'] }),
        post: named('c', { tags: [] }),
      },
      '/b': { get: named('d', internal), additionalOperations: { COPY: named('e', { tags: ['staff'] }) } },
      '/c': { additionalOperations: { COPY: named('f'), MOVE: named('g', internal) } },
      '/d': { $ref: '#/components/pathItems/D' },
      '/e': { summary: 'Empty' },
    },
    webhooks: { a: { post: named('h', internal) }, b: { post: named('i') } },
  } as unknown as OpenApiDocument;
  expect(withoutInternal(document)).toEqual({
    ...base,
    tags: [{ name: 'pets' }],
    paths: {
      '/a': { get: { operationId: 'a', tags: ['pets'] }, post: { operationId: 'c', tags: [] } },
      '/c': { additionalOperations: { COPY: { operationId: 'f' } } },
      '/d': { $ref: '#/components/pathItems/D' },
    },
    webhooks: { b: { post: { operationId: 'i' } } },
  });
});

test('a named example goes with its mark, and what asks for a hidden scheme while there is another way', () => {
  const document = {
    ...base,
    security: [{ key: [] }, { staff: [] }, { staff: [], key: [] }],
    components: {
      securitySchemes: {
        staff: { type: 'http', scheme: 'basic', ...internal },
        key: { type: 'http', scheme: 'bearer' },
      },
      mediaTypes: { A: { examples: { a: internal, b: { value: internal } } } },
    },
  } as unknown as OpenApiDocument;
  expect(withoutInternal(document)).toEqual({
    ...base,
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      mediaTypes: { A: { examples: { b: { value: internal } } } },
    },
  });
});
