import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { unionOf, unionsOf } from './union.ts';

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const withKind = (kind: SchemaObject): SchemaObject => ({ type: 'object', properties: { kind } });
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: {
    schemas: {
      Pet: { type: 'object' },
      Cat: withKind({ const: 'cat' }),
      Dog: withKind({ enum: ['dog', 'hound'] }),
      Animal: { type: 'object', discriminator: { propertyName: 'kind', mapping: { c: 'Cat' }, defaultMapping: 'Pet' } },
    },
  },
};

test.each<[SchemaObject, string]>([
  [{ const: 'a' }, 'a'],
  [{ const: 'a', title: 'First' }, 'First'],
  [ref('Pet'), 'Pet'],
  [{ type: 'array', items: ref('Pet') }, 'array of Pet'],
  [{ type: 'array', items: { type: 'string' } }, 'array of string'],
  [{ type: 'array', items: { minimum: 1 } }, 'array of items'],
  [{ type: 'array' }, 'array'],
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'integer'], format: 'date' }, 'string or integer (date)'],
  [{ type: 'array', required: ['a'] }, 'array'],
  [{ type: ['object', 'string'], required: ['a'] }, 'with a'],
  [{ type: 'object', required: ['a', 'b', 'c', 'd'] }, 'with a, b, c'],
  [{ type: 'object', required: [] }, 'object'],
  [{ minimum: 1 }, 'option 1'],
])('the alternative %j is called %s', (schema, name) => {
  expect(unionOf(document, { oneOf: [schema, { title: 'Other' }] })?.variants.map((one) => one.name)).toEqual([
    name,
    'Other',
  ]);
});

test('alternatives that would be called the same are counted', () => {
  const union = unionOf(document, { anyOf: ['a', 'b', 'c'].map((pattern) => ({ type: 'string', pattern })) });
  expect(union?.variants.map(({ name }) => name)).toEqual(['string', 'string (2)', 'string (3)']);
});

describe('a discriminator', () => {
  test.each<[SchemaObject, Record<string, string> | undefined, string[]]>([
    [ref('Cat'), { c: 'Cat', kitten: '#/components/schemas/Cat', d: 'Dog' }, ['c', 'kitten']],
    [ref('Cat'), { d: 'Dog' }, ['cat']],
    [ref('Cat'), undefined, ['cat']],
    [ref('Dog'), undefined, ['Dog']],
    [ref('Pet'), undefined, ['Pet']],
    [withKind({ enum: ['dog'] }), undefined, ['dog']],
    [withKind({ const: 1 }), undefined, []],
    [{ type: 'object' }, undefined, []],
  ])('chooses %j by what %j tells, else by what it allows or is called', (schema, mapping, values) => {
    const discriminator = { propertyName: 'kind', ...(mapping && { mapping }) };
    const union = unionOf(document, { oneOf: [schema, { title: 'Other' }], discriminator });
    expect(union).toMatchObject({ discriminator: 'kind', variants: [{ values }, { values: [] }] });
  });

  test('of a base type names its subtypes, and the one that is meant where none is named', () => {
    expect(unionsOf(document, ref('Animal'))).toEqual([
      {
        match: 'subtypes',
        discriminator: 'kind',
        variants: [
          { name: 'Cat', schema: ref('Cat'), values: ['c'] },
          { name: 'Pet', schema: ref('Pet'), values: ['Pet'], isDefault: true },
        ],
      },
    ]);
  });

  test('is that of one union, where there are two', () => {
    const two = [{ type: 'string' }, { type: 'integer' }];
    const unions = unionsOf(document, { oneOf: two, anyOf: two, discriminator: { propertyName: 'kind' } });
    expect(unions.map(({ match, discriminator }) => [match, discriminator])).toEqual([
      ['one', 'kind'],
      ['any', undefined],
    ]);
  });
});

test('what has no alternatives but null has no union', () => {
  const nothing: SchemaObject[] = [{}, { oneOf: [] }, { oneOf: [{ type: 'null' }, { const: null }] }];
  expect(nothing.map((schema) => unionsOf(document, schema))).toEqual([[], [], []]);
});
