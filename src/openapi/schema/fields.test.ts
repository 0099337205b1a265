import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { fieldsOf } from './fields.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };

describe('fields', () => {
  const schema: SchemaObject = {
    type: 'object',
    required: ['id', 'secret'],
    properties: {
      id: { type: 'string', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      name: { type: 'string' },
    },
    patternProperties: { '^x-': { type: 'integer' } },
    additionalProperties: { type: 'boolean' },
  };

  test('are shown only where they apply', () => {
    const names = (direction: 'request' | 'response' | undefined): string[] =>
      fieldsOf(document, schema, direction).map(({ name }) => name);
    expect(names('request')).toEqual(['secret', 'name', '^x-', '']);
    expect(names('response')).toEqual(['id', 'name', '^x-', '']);
    expect(names(undefined)).toEqual(['id', 'secret', 'name', '^x-', '']);
  });

  test('tell whether they are required', () => {
    expect(fieldsOf(document, schema, undefined).map(({ required }) => required)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('that are required and not described are what the pattern or the rest says', () => {
    const rest: SchemaObject = { type: 'string' };
    const named: SchemaObject = { required: ['x-a', 'b'], patternProperties: { '^x-': { type: 'integer' } } };
    const schemasOf = (more: SchemaObject) =>
      fieldsOf(document, { ...named, ...more }, undefined).map(({ name, required, schema: own }) => [
        name,
        required,
        own,
      ]);
    const integer: SchemaObject = { type: 'integer' };
    const pattern = ['^x-', false, integer];
    expect(schemasOf({})).toEqual([['x-a', true, integer], ['b', true, true], pattern]);
    expect(schemasOf({ additionalProperties: rest })).toEqual([
      ['x-a', true, integer],
      ['b', true, rest],
      pattern,
      ['', false, rest],
    ]);
  });

  test('of an object closed or open to anything beside its properties are its properties', () => {
    expect(fieldsOf(document, { properties: { a: {} }, additionalProperties: false }, undefined)).toHaveLength(1);
    expect(fieldsOf(document, { properties: { a: {} }, additionalProperties: true }, undefined)).toHaveLength(1);
    expect(
      fieldsOf(document, { type: 'object', additionalProperties: true }, undefined).map(({ kind }) => kind),
    ).toEqual(['additional']);
  });
});
