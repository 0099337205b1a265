import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { toOpenApi31 } from './upgrade.ts';

function upgraded(schema: SchemaObject): Schema | undefined {
  const document: OpenApiDocument = {
    openapi: '3.0.3',
    info: { title: 'Test', version: '1' },
    components: { schemas: { It: schema } },
  };
  return toOpenApi31(document).components?.schemas?.['It'];
}

test('nullable becomes a type', () => {
  expect(upgraded({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
  expect(upgraded({ type: 'string', nullable: false })).toEqual({ type: 'string' });
});

test('a nullable component becomes a union with null, its description stays outside', () => {
  expect(upgraded({ allOf: [{ $ref: '#/components/schemas/Other' }], nullable: true, description: 'Who.' })).toEqual({
    description: 'Who.',
    anyOf: [{ allOf: [{ $ref: '#/components/schemas/Other' }] }, { type: 'null' }],
  });
});

test('boolean exclusive bounds become numbers', () => {
  expect(upgraded({ type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false })).toEqual(
    { type: 'number', exclusiveMinimum: 0, maximum: 9 },
  );
});

test.each<[object, object]>([
  [{ minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
  [{ maximum: 9, exclusiveMaximum: true }, { exclusiveMaximum: 9 }],
  [{ exclusiveMinimum: true, exclusiveMaximum: true }, {}],
  [
    { exclusiveMinimum: 1, maximum: 2 },
    { exclusiveMinimum: 1, maximum: 2 },
  ],
  [{ items: [{ type: 'string', nullable: true }] }, { prefixItems: [{ type: ['string', 'null'] }] }],
  [
    { items: [{}], additionalItems: false },
    { prefixItems: [{}], items: false },
  ],
  [{ items: {}, additionalItems: { nullable: true } }, { items: {} }],
  [{ type: ['string', 'null'], nullable: true }, { type: ['string', 'null'] }],
  [{ nullable: true }, {}],
  [{ nullable: true, enum: ['a'] }, { enum: ['a'] }],
  ...['allOf', 'oneOf', 'anyOf'].map((keyword): [object, object] => [
    { [keyword]: [{ type: 'string', nullable: true }] },
    { [keyword]: [{ type: ['string', 'null'] }] },
  ]),
  [
    { oneOf: [{}], nullable: true, title: 'T', deprecated: true, readOnly: true, default: 1, minimum: 2 },
    {
      ...{ title: 'T', deprecated: true, readOnly: true, default: 1 },
      anyOf: [{ oneOf: [{}], minimum: 2 }, { type: 'null' }],
    },
  ],
  [
    { $ref: '#/a', nullable: true, writeOnly: true },
    { writeOnly: true, anyOf: [{ $ref: '#/a' }, { type: 'null' }] },
  ],
])('%j becomes %j', (schema, expected) => {
  expect(upgraded(schema as SchemaObject)).toStrictEqual(expected);
});

test('schemas are found where the document has some, and in nothing that is data or an extension', () => {
  const old = { type: 'string', nullable: true };
  const upgradedAt = (members: object) => {
    const document = toOpenApi31({ openapi: '3.0.3', info: { title: 'Test', version: '1' }, ...members });
    const { openapi: _, info: __, ...rest } = document;
    return rest;
  };
  const now = { type: ['string', 'null'] };
  expect(
    upgradedAt({ paths: { '/a': { parameters: [{ schema: old }, { content: { x: { itemSchema: old } } }] } } }),
  ).toEqual({
    paths: { '/a': { parameters: [{ schema: now }, { content: { x: { itemSchema: now } } }] } },
  });
  const data = {
    'x-note': { schema: old },
    a: { example: { schema: old }, examples: [{ schema: old }], schema: 7, schemas: 7 },
  };
  expect(upgradedAt({ paths: data })).toEqual({ paths: data });
});

test('nested schemas are reached, properties named like keywords and examples are not mistaken', () => {
  const schema = {
    type: 'object',
    properties: { nullable: { type: 'boolean', nullable: true }, example: { type: 'string', nullable: true } },
    example: { nullable: true, type: 'string' },
    items: { nullable: true, type: 'integer' },
  };
  expect(upgraded(schema)).toEqual({
    type: 'object',
    properties: { nullable: { type: ['boolean', 'null'] }, example: { type: ['string', 'null'] } },
    example: { nullable: true, type: 'string' },
    items: { type: ['integer', 'null'] },
  });
});

test('x-webhooks become webhooks', () => {
  const document: OpenApiDocument = {
    openapi: '3.0.3',
    info: { title: 'Test', version: '1' },
    'x-webhooks': { ping: { post: { operationId: 'ping' } } },
  };
  expect(Object.keys(toOpenApi31(document).webhooks ?? {})).toEqual(['ping']);
});

test('a 3.1 document is left alone, a 3.0 one is not changed in place', () => {
  const modern: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
  expect(toOpenApi31(modern)).toBe(modern);
  const old: OpenApiDocument = {
    openapi: '3.0.0',
    info: { title: 'Test', version: '1' },
    components: { schemas: { It: { type: 'string', nullable: true } } },
  };
  toOpenApi31(old);
  expect(old.components?.schemas?.['It']).toEqual({ type: 'string', nullable: true });
});
