import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { Definitions } from './definitions.ts';

test('a schema whose name is that of a keyword is a schema still, in whatever holds it', () => {
  const definitions = new Definitions({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    components: { schemas: { Name: { type: 'string' } } },
  });
  const named = (ref: string) => ({ default: { $ref: ref }, 'x-name': { $ref: ref } });
  for (const keyword of ['properties', 'patternProperties', 'dependentSchemas', '$defs'])
    expect(definitions.take({ [keyword]: named('#/components/schemas/Name') })).toEqual({
      [keyword]: named('#/$defs/Name'),
    });
  expect(definitions.definitions).toEqual({ Name: { type: 'string' } });
});

const documentOf = (schemas: object) =>
  new Definitions({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    components: { schemas },
  } as OpenApiDocument);

test('schemas whose names become the same are told apart, and one that is used twice is there once', () => {
  const definitions = documentOf({ 'A b': { type: 'string' }, 'A/b': { type: 'integer' }, 'A-b': { type: 'null' } });
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const taken = definitions.take({ anyOf: [ref('A b'), ref('A~1b'), ref('A-b'), ref('A b')] });
  expect(taken).toEqual({ anyOf: ['A-b', 'A-b-2', 'A-b-3', 'A-b'].map((name) => ({ $ref: `#/$defs/${name}` })) });
  expect(definitions.definitions).toEqual({
    'A-b': { type: 'string' },
    'A-b-2': { type: 'integer' },
    'A-b-3': { type: 'null' },
  });
});

test('a schema that holds itself is taken once, and alternatives keep how they are told apart', () => {
  const definitions = documentOf({
    Cat: { properties: { kitten: { $ref: '#/components/schemas/Cat' } } },
    Dog: { type: 'object' },
  });
  const discriminator = {
    propertyName: 'kind',
    mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' },
    defaultMapping: 'Dog',
  };
  expect(definitions.take({ discriminator })).toEqual({
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog' },
      defaultMapping: '#/$defs/Dog',
    },
  });
  expect(definitions.definitions).toEqual({
    Cat: { properties: { kitten: { $ref: '#/$defs/Cat' } } },
    Dog: { type: 'object' },
  });
});

test('what only looks like a reference, or like a map of schemas, stays as it is', () => {
  const schema = {
    const: { $ref: '#/nowhere' },
    'x-note': { $ref: '#/nowhere' },
    properties: true,
    additionalProperties: false,
    $ref: 7,
    mapping: 'a',
    defaultMapping: 7,
  } as unknown as Schema;
  expect(documentOf({}).take(schema)).toEqual(schema);
});
