import { describe, expect, test } from 'vitest';
import { alternativesOf, enumOf } from './alternatives.ts';
import { constraintsOf } from './constraints.ts';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const texts = (schema: SchemaObject): string[] =>
  constraintsOf(document, schema).map(({ label, value }) => (value === undefined ? label : `${label}: ${value}`));

/** In OpenAPI 3.0 a bound that may not be reached is a mark of the other one. */
const asIn30 = (schema: object): SchemaObject => schema as SchemaObject;
const UNTOLD = 'more rules in the OpenAPI document';

test.each<[SchemaObject, string[]]>([
  [{ minimum: 1, maximum: 100 }, ['1 to 100']],
  [{ exclusiveMinimum: 0 }, ['> 0']],
  [{ maximum: 5, multipleOf: 0.5 }, ['≤ 5', 'multiple of 0.5']],
  [{ minLength: 1, maxLength: 254 }, ['1 to 254 characters']],
  [{ maxLength: 2000 }, ['at most 2,000 characters']],
  [{ minLength: 3, maxLength: 3 }, ['exactly 3 characters']],
  [{ type: 'string', format: 'binary', maxLength: 2000 }, ['at most 2,000 bytes']],
  [{ contentMediaType: 'image/png', minLength: 1, maxLength: 1 }, ['exactly 1 byte']],
  [{ type: 'string', contentEncoding: 'base64', maxLength: 8 }, ['at most 8 characters', 'encoded as base64']],
  [{ minItems: 0, maxItems: 0 }, ['exactly 0 items']],
  [{ minItems: 0, maxItems: 5 }, ['at most 5 items']],
  [{ minItems: 0 }, []],
  [{ minItems: 1, uniqueItems: true, type: 'array' }, ['at least 1 item', 'unique items']],
  [{ default: 25 }, ['default: 25']],
  [{ default: '' }, ['default: ""']],
  [{ default: false }, ['default: false']],
  [{ const: 'page' }, ['always: page']],
  [{ pattern: '^con_' }, ['pattern: ^con_']],
  [{ pattern: String.raw`\S` }, ['not blank']],
  [
    { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 50 } },
    ['at most 50 items', 'each at most 50 characters'],
  ],
  [{ propertyNames: { pattern: '^[a-z]+$' } }, ['names match: ^[a-z]+$']],
  [{ propertyNames: { maxLength: 5, enum: ['a', 'b'] } }, ['names at most 5 characters', 'names one of: a, b']],
  [{ propertyNames: { oneOf: [{ const: 'a' }, { minLength: 3 }] } }, [UNTOLD]],
  [{ minimum: 0, maximum: 9, exclusiveMinimum: 2 }, ['> 2', '≤ 9']],
  [{ minimum: 5, exclusiveMinimum: 2, maximum: 9 }, ['5 to 9']],
  [{ allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, ['multiple of 2', 'multiple of 3']],
  [{ allOf: [{ pattern: '^a' }, { pattern: 'z$' }] }, ['pattern: ^a', 'pattern: z$']],
  [{ type: 'object', additionalProperties: false }, ['without other members']],
  [{ type: 'object', unevaluatedProperties: false }, ['without other members']],
  [
    { type: 'object', unevaluatedProperties: false, oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    ['without members that are not told here'],
  ],
  [{ type: 'object', additionalProperties: { type: 'integer', maximum: 9 } }, ['each value ≤ 9']],
  [{ type: 'array', items: { type: 'array', items: { minimum: 1 } } }, ['in each, each ≥ 1']],
  [{ type: 'string', format: 'byte', contentMediaType: 'image/png' }, ['holds image/png']],
  [{ not: { const: 'a' } }, ['not: a']],
  [{ not: { enum: ['a', 2] } }, ['not: a', 'not: 2']],
  [{ allOf: [{ not: { const: 'a' } }, { not: { enum: ['a', 2] } }] }, ['not: a', 'not: 2']],
  [{ type: 'string', not: { pattern: '^x' } }, ['must not match: ^x']],
  [{ not: { pattern: '^x' } }, [UNTOLD]],
  [{ type: 'string', not: { pattern: '^x', minLength: 5 } }, ['not (at least 5 characters and pattern ^x)']],
  [{ type: 'integer', not: { minimum: 3, maximum: 5 } }, ['not 3 to 5']],
  [{ type: 'object', not: { type: 'object', required: ['a', 'b'] } }, ['not together: a, b']],
  [{ type: 'object', not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } }, ['without: a', 'without: b']],
  [{ type: 'object', not: { properties: { kind: { const: 'x' } }, required: ['kind'] } }, ['not where kind is x']],
  [{ type: 'string', not: { type: 'object', required: ['a'] } }, []],
  [{ type: 'object', not: { properties: { a: { minimum: 3 } } } }, [UNTOLD]],
  [{ minimum: 5, exclusiveMinimum: 5 }, ['> 5']],
  [{ maximum: 5, exclusiveMaximum: 5 }, ['< 5']],
  [{ maximum: 4, exclusiveMaximum: 5 }, ['≤ 4']],
  [{ maximum: 6, exclusiveMaximum: 5 }, ['< 5']],
  [asIn30({ exclusiveMinimum: true, minimum: 3 }), ['> 3']],
  [asIn30({ exclusiveMaximum: true, maximum: 3 }), ['< 3']],
  [{ exclusiveMinimum: 1, maximum: 3 }, ['> 1', '≤ 3']],
  [{ minimum: 1, exclusiveMaximum: 3 }, ['≥ 1', '< 3']],
  [{ minLength: 1000, maxLength: 2000 }, ['1,000 to 2,000 characters']],
  [{ minProperties: 1, uniqueItems: false }, ['at least 1 member']],
  [{ maxProperties: 0 }, ['at most 0 members']],
  [{ propertyNames: true }, []],
  [{ propertyNames: false }, ['without members']],
  [{ propertyNames: { not: {} } }, ['without members']],
  [{ propertyNames: { format: 'uuid', const: 'x' } }, ['names always: x', 'names in format uuid']],
  [{ propertyNames: { not: { const: 'x' } } }, ['names not: x']],
  [{ propertyNames: { not: { minLength: 2 } } }, ['names not at least 2 characters']],
  [{ propertyNames: { not: { oneOf: [{ minLength: 2 }, { maxLength: 4 }] } } }, [UNTOLD]],
  [{ propertyNames: { allOf: [{ pattern: '^a' }, { pattern: 'b$' }] } }, ['names match: ^a', 'names match: b$']],
  [{ type: 'array', items: false }, ['without items']],
  [{ type: 'array', prefixItems: [{}], items: false }, ['without further items']],
  [{ unevaluatedItems: false, oneOf: [{ minItems: 2 }, { maxItems: 1 }] }, [UNTOLD]],
  [{ unevaluatedItems: true, oneOf: [{ minItems: 2 }, { maxItems: 1 }] }, []],
  [{ unevaluatedProperties: { type: 'string' }, oneOf: [{ required: ['a'] }, { required: ['b'] }] }, [UNTOLD]],
  [{ unevaluatedProperties: false, if: { required: ['a'] }, then: {} }, [UNTOLD]],
  [{ unevaluatedProperties: true, if: { required: ['a'] }, then: {} }, []],
  [{ type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' }, ['encoded as base64']],
  [{ 'x-since': '2.0' }, ['since 2.0']],
  [{ 'x-since': 2 }, []],
  [{ type: 'array', items: { default: 1, minimum: 2 } }, ['each ≥ 2']],
  [{ type: 'array', items: { not: { oneOf: [{ minLength: 2 }, { maxLength: 4 }] } } }, [UNTOLD]],
  [{ type: 'object', additionalProperties: { type: 'array', items: { minimum: 1 } } }, ['in each value, each ≥ 1']],
  [{ type: 'array', prefixItems: [{}], items: { minimum: 1 } }, []],
  [{ type: 'string', items: { minimum: 1 } }, []],
  [{ type: 'array', additionalProperties: { minimum: 1 } }, []],
  [{ type: 'object', properties: { a: {} }, additionalProperties: { minimum: 1 } }, []],
  [
    { minimum: 3, allOf: [{ not: { oneOf: [{ minimum: 5 }] } }, { not: { oneOf: [{ maximum: 4 }] } }] },
    ['≥ 3', UNTOLD],
  ],
  [{ not: true }, []],
  [{ not: { title: 'Anything' } }, []],
  [{ not: { not: {} } }, []],
  [{ not: { enum: [] } }, []],
  [{ not: { type: ['string', 'null'] } }, ['not of type string or null']],
  [{ type: 'string', not: { type: 'string', pattern: '^x' } }, ['must not match: ^x']],
  [{ type: 'integer', not: { type: 'number', minimum: 3 } }, ['not ≥ 3']],
  [{ type: 'number', not: { type: 'integer', minimum: 3 } }, [UNTOLD]],
  [{ type: ['string', 'integer'], not: { type: 'integer', minimum: 3 } }, [UNTOLD]],
  [{ not: { type: 'integer', minimum: 3 } }, [UNTOLD]],
  [{ type: 'string', not: { type: 'integer', minimum: 3 } }, []],
  [{ type: 'number', not: { multipleOf: 2 } }, ['not multiple of 2']],
  [{ type: 'array', not: { minItems: 3 } }, ['not at least 3 items']],
  [{ type: 'array', not: { uniqueItems: true } }, ['not unique items']],
  [{ type: 'object', not: { minProperties: 3, maxProperties: 4 } }, ['not 3 to 4 members']],
  [{ not: { required: ['a'] } }, [UNTOLD]],
  [{ type: ['object', 'array'], not: { required: ['a'] } }, [UNTOLD]],
  [
    { type: 'object', not: { anyOf: [{ required: ['a'] }, { minProperties: 2 }] } },
    ['without: a', 'not at least 2 members'],
  ],
  [{ type: 'object', not: { anyOf: [{ required: ['a'] }, { patternProperties: { a: false } }] } }, [UNTOLD]],
  [{ type: 'string', not: { minLength: 0 } }, [UNTOLD]],
  [{ type: 'string', not: { minLength: 1, format: 'date' } }, [UNTOLD]],
  [{ type: 'string', not: { minimum: 2 } }, [UNTOLD]],
])('%j is told as %j', (schema, expected) => {
  expect(texts(schema)).toEqual(expected);
});

test('lists of lists are looked into three deep', () => {
  const list = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
  expect(texts(list(list(list({ minimum: 1 }))))).toEqual(['in each, in each, each ≥ 1']);
  expect(texts(list(list(list(list({ minimum: 1 })))))).toEqual([]);
});

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
])('of %j, %i unions say more than the type', (schema, count) => {
  expect(alternativesOf(document, schema).unions).toHaveLength(count);
});
