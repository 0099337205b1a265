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
