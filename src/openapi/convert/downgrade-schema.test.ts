import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parseExact } from '../../json-text/exact-number.ts';
import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { DowngradeError, toSchema30 } from './downgrade-schema.ts';

const VALUES = [
  null,
  true,
  'a',
  'abc',
  '',
  0,
  1,
  5,
  5.5,
  9,
  [],
  ['a'],
  ['a', 1],
  ['a', 1, true],
  [null],
  {},
  { a: 'a' },
  { a: null },
];

/** Schemas whose 3.0 form must accept exactly the same values. */
const EQUAL: Record<string, Schema> = {
  'a nullable type': { type: ['string', 'null'], minLength: 2 },
  'several types': { type: ['string', 'integer'], maxLength: 2, minimum: 1 },
  'several types and null': { type: ['string', 'boolean', 'null'] },
  'several types beside a union': { type: ['string', 'integer'], anyOf: [{ minLength: 2 }, { minimum: 4 }] },
  'only null': { type: 'null' },
  'a constant': { const: 'abc' },
  'a null constant': { const: null },
  'a nullable enum': { type: ['string', 'null'], enum: ['a', null] },
  'a nullable type whose enum leaves null out': { type: ['string', 'null'], enum: ['a'] },
  'anyOf with null': { anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
  'anyOf with null and an enum': { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] },
  'oneOf with null': { oneOf: [{ type: 'string' }, { type: 'null' }] },
  'oneOf of three with null': { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
  'a reference or null': { anyOf: [{ $ref: '#/$defs/Named' }, { type: 'null' }] },
  'an exclusive minimum': { type: 'number', exclusiveMinimum: 5 },
  'an exclusive maximum': { type: 'number', exclusiveMaximum: 5 },
  'an exclusive bound that is stricter': { type: 'number', minimum: 1, exclusiveMinimum: 1 },
  'an exclusive bound that is looser': { type: 'number', maximum: 1, exclusiveMaximum: 9 },
  'true and false as schemas': { type: 'object', properties: { a: false }, additionalProperties: true },
  'an array without items': { type: 'array', minItems: 1 },
  'a nullable array': { type: ['array', 'null'], items: { type: ['string', 'null'] } },
  'nested objects': { type: ['object', 'null'], properties: { a: { type: ['string', 'null'] } }, required: ['a'] },
  'a reference with more beside it': { $ref: '#/$defs/Named', description: 'x', maxProperties: 0 },
};

const NAMED: SchemaObject = { type: 'object', properties: { a: { type: 'string' } } };

function accepted31(schema: Schema): unknown[] {
  const validate = new Ajv2020({ strict: false }).compile({ allOf: [schema], $defs: { Named: NAMED } });
  return VALUES.filter((value) => validate(value));
}

function accepted30(schema: SchemaObject): unknown[] {
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const validate = (on: boolean, data: number, parent?: SchemaObject): boolean => !on || data !== parent?.[inclusive];
    ajv.removeKeyword(exclusive).addKeyword({ keyword: exclusive, type: 'number', schemaType: 'boolean', validate });
  }
  const validate = ajv.compile({ allOf: [schema], $defs: { Named: toSchema30(NAMED, '#') } });
  return VALUES.filter((value) => validate(value));
}

describe('a schema in OpenAPI 3.0', () => {
  test.each(Object.entries(EQUAL))('%s accepts the same values', (_name, schema) => {
    const converted = toSchema30(schema, '#');
    expect(accepted30(converted)).toEqual(accepted31(schema));
    expect(JSON.stringify(converted)).not.toMatch(/"type":(\[|"null")|"const":|"examples":/);
  });

  test('says nullable on each member of anyOf, as 3.0 wants it beside the type', () => {
    expect(toSchema30({ anyOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }, '#')).toEqual({
      anyOf: [
        { type: 'string', nullable: true },
        { type: 'integer', nullable: true },
      ],
    });
  });

  test('takes the first of several examples', () => {
    expect(toSchema30({ type: ['string', 'null'], examples: ['a', null] }, '#')).toEqual({
      type: 'string',
      nullable: true,
      example: 'a',
    });
  });

  test('keeps a reference, and wraps one that has siblings', () => {
    expect(toSchema30({ $ref: '#/x' }, '#')).toEqual({ $ref: '#/x' });
    expect(toSchema30({ $ref: '#/x', description: 'y' }, '#')).toEqual({ allOf: [{ $ref: '#/x' }], description: 'y' });
  });

  test('turns a tuple into an array of its members', () => {
    const tuple: Schema = { type: 'array', prefixItems: [{ type: 'string' }, { const: 1 }], items: false };
    expect(toSchema30(tuple, '#')).toEqual({
      type: 'array',
      maxItems: 2,
      items: { anyOf: [{ type: 'string' }, { enum: [1] }] },
    });
    expect(toSchema30({ type: 'array', prefixItems: [{ type: 'string' }] }, '#')).toEqual({ type: 'array', items: {} });
  });

  test.each(['if', 'patternProperties', 'propertyNames', 'contains', 'unevaluatedProperties', '$defs', 'madeUp'])(
    'refuses the keyword %s and says where it is',
    (keyword) => {
      const schema = { properties: { a: { [keyword]: {} } } } as Schema;
      expect(() => toSchema30(schema, '#/s')).toThrow(
        new DowngradeError('#/s/properties/a', `OpenAPI 3.0 has no keyword '${keyword}'`),
      );
    },
  );

  test('keeps an exclusive bound whose digits a double would not write', () => {
    expect(JSON.stringify(toSchema30(parseExact('{"exclusiveMinimum":1.10,"minimum":1.0}') as Schema, '#'))).toBe(
      '{"minimum":1.10,"exclusiveMinimum":true}',
    );
  });

  test.each(['nullable', 'exclusiveMinimum'])('refuses a boolean %s, which is no 3.1', (keyword) => {
    expect(() => toSchema30({ [keyword]: true }, '#/s')).toThrow('belongs to OpenAPI 3.0');
  });

  test('keeps extensions and leaves its source alone', () => {
    const source = Object.freeze({ 'x-a': { type: ['null'] }, const: 1 });
    expect(toSchema30(source, '#')).toEqual({ 'x-a': { type: ['null'] }, enum: [1] });
  });
});
