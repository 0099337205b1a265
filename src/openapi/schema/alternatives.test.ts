import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { alternativesOf, enumOf } from './alternatives.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const listOf = (items: SchemaObject): SchemaObject => ({ type: 'array', items });

describe('the values of an enum', () => {
  test('are told without null', () => {
    expect(enumOf(document, { enum: ['open', null, 3] })).toEqual([
      { value: 'open', description: '' },
      { value: '3', description: '' },
    ]);
  });

  test('are those of the items for an array', () => {
    expect(enumOf(document, { type: 'array', items: { enum: ['a'] } }).map(({ value }) => value)).toEqual(['a']);
  });

  test('are those of alternatives that are values, with their titles and texts', () => {
    const kinds = [
      { const: 'dog', title: 'Dog', description: 'Barks.' },
      { const: 'cat', title: 'cat' },
      { const: null },
    ];
    expect(enumOf(document, { oneOf: kinds })).toEqual([
      { value: 'dog', description: 'Dog: Barks.' },
      { value: 'cat', description: '' },
    ]);
    expect(alternativesOf(document, { oneOf: kinds }).unions).toEqual([]);
  });

  test('are alternatives where one of them is no value', () => {
    const open: SchemaObject = { anyOf: [{ type: 'string' }, { type: 'string', enum: ['tiny', 'large'] }] };
    expect(enumOf(document, open)).toEqual([]);
    expect(alternativesOf(document, open).unions).toHaveLength(1);
    expect(alternativesOf(document, { oneOf: [{ type: 'string' }, { type: 'integer' }] }).unions).toEqual([]);
  });

  test('are those of alternatives of one type each, unless that type is not theirs or one comes twice', () => {
    const valuesOf = (...oneOf: SchemaObject[]): string[] => enumOf(document, { oneOf }).map(({ value }) => value);
    expect(valuesOf({ type: 'string', const: 'a' }, { type: 'string', enum: ['b', 'c'] })).toEqual(['a', 'b', 'c']);
    expect(valuesOf({ const: 'a' }, { type: 'string', const: 1 })).toEqual([]);
    expect(valuesOf({ const: 'a' }, { enum: ['b', 'a'] })).toEqual([]);
    expect(enumOf(document, { anyOf: [{ const: 'a' }, { enum: ['b', 'a'] }] })).toHaveLength(3);
    expect(valuesOf({ const: 'a' }, { const: 'b', enum: ['b'] })).toEqual([]);
    expect(valuesOf({ const: 'a' }, { type: 'string', enum: ['b', 1] })).toEqual([]);
    expect(valuesOf({ const: 'a' }, { const: 'b', minLength: 1 })).toEqual([]);
  });

  test.each<[SchemaObject, string[]]>([
    [{ enum: ['a'] }, ['a']],
    [{ enum: [null] }, []],
    [{ discriminator: { propertyName: 'kind' } }, []],
  ])('are not those of alternatives beside %j', (beside, expected) => {
    const schema = { ...beside, oneOf: [{ const: 'a' }, { const: 'b' }] };
    expect(enumOf(document, schema).map(({ value }) => value)).toEqual(expected);
    expect(alternativesOf(document, schema).unions).toHaveLength(1);
  });

  test('of lists and maps are looked for three deep', () => {
    const deep = (depth: number): SchemaObject =>
      depth === 0
        ? { enum: ['a'] }
        : depth % 2
          ? { type: 'array', items: deep(depth - 1) }
          : { additionalProperties: deep(depth - 1) };
    expect([1, 2, 3, 4].map((depth) => enumOf(document, deep(depth)).length)).toEqual([1, 1, 1, 0]);
    expect(enumOf(document, { prefixItems: [{}], items: { enum: ['a'] } })).toEqual([]);
    expect(enumOf(document, { properties: {}, additionalProperties: { enum: ['a'] } })).toEqual([]);
  });

  test('have the descriptions of a map or of a list', () => {
    expect(
      enumOf(document, { enum: ['a', 'b'], 'x-enum-descriptions': { b: 'Second.' } }).map(
        ({ description }) => description,
      ),
    ).toEqual(['', 'Second.']);
    expect(
      enumOf(document, { enum: ['a', 'b'], 'x-enumDescriptions': ['First.', 'Second.'] }).map(
        ({ description }) => description,
      ),
    ).toEqual(['First.', 'Second.']);
    const told = (texts: object) => enumOf(document, { enum: ['a', 1], ...texts }).map((one) => one.description);
    expect(told({ 'x-enum-varnames': ['A'] })).toEqual(['A', '']);
    expect(told({ 'x-enumNames': { 1: 'One' } })).toEqual(['', 'One']);
    expect([told({ 'x-enumNames': null }), told({ 'x-enumNames': 'None' })]).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });
});

test.each<[SchemaObject, number]>([
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 0],
  [{ anyOf: [{ type: 'integer' }, { type: 'number' }] }, 0],
  [{ oneOf: [{ type: 'integer' }, { type: 'number' }] }, 1],
  [{ oneOf: [{ type: 'string', title: 'Name' }, { type: 'integer' }] }, 1],
  [{ oneOf: [{ type: 'string', maxLength: 3 }, { type: 'integer' }] }, 1],
  [{ oneOf: ['string', 'integer', 'boolean'].map((type) => ({ type })) }, 0],
  [{ oneOf: ['string', 'integer', 'boolean', 'array'].map((type) => ({ type })) }, 1],
  [{ properties: { a: {} }, oneOf: [{ type: 'string' }, { type: 'integer' }] }, 1],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 0],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { minimum: 1 } }] }, 1],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string', title: 'Name' } }] }, 0],
  [{ oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }] }, 0],
  [{ oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: { properties: {} } }] }, 1],
  [{ oneOf: [{ type: 'string' }, true] }, 1],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { title: 'Name' } }] }, 1],
  [{ oneOf: [{ type: 'boolean' }, listOf(listOf({ type: 'string' }))] }, 0],
  [{ oneOf: [{ type: 'boolean' }, listOf(listOf(listOf({ type: 'string' })))] }, 1],
  [{ oneOf: [{ type: 'object' }, { type: 'array' }], discriminator: { propertyName: 'kind' } }, 1],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }], anyOf: [{ type: 'string' }, { type: 'integer' }] }, 1],
])('of %j, %i unions say more than the type', (schema, count) => {
  expect(alternativesOf(document, schema).unions).toHaveLength(count);
});
