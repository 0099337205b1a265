import { expect, test } from 'vitest';
import { conditionsOf } from './conditions.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'T', version: '1' } };
const told = (schema: Schema): string[] =>
  conditionsOf(document, schema).map(({ title, required }) => `${title}: ${required.join(', ')}`);

test('if, then and else become sentences', () => {
  const schema = {
    required: ['country'],
    if: { properties: { country: { const: 'US' }, kind: { enum: ['a', 'b'] } }, required: ['zip', 'kind'] },
    then: { required: ['state'] },
    else: { required: ['region'] },
  };
  expect(told(schema)).toEqual([
    'If country is US and kind is one of a, b and zip is given: state',
    'Otherwise: region',
  ]);
});

test('several conditions of one allOf stay apart', () => {
  const when = (value: string): Schema => ({
    if: { properties: { kind: { const: value } } },
    then: { required: [value] },
  });
  expect(told({ type: 'object', required: ['kind'], allOf: [when('a'), when('b'), when('c')] })).toEqual([
    'If kind is a: a',
    'If kind is b: b',
    'If kind is c: c',
  ]);
});

test('dependent members are conditions too', () => {
  const schema = { dependentRequired: { card: ['cvc'] }, dependentSchemas: { iban: { required: ['bic'] } } };
  expect(told(schema)).toEqual(['With card: cvc', 'With iban: bic']);
});

test('an else without then, and a negated test, are told', () => {
  expect(told({ if: { not: { required: ['a'] } }, else: { required: ['b'] } })).toEqual(['Unless not (a is given): b']);
});

test('a test that holds of what is not there says so', () => {
  const test = { properties: { country: { const: 'US' } } };
  expect(told({ if: test, then: { required: ['zip'] }, else: { required: ['region'] } })).toEqual([
    'If country is US or not given: zip',
    'Otherwise: region',
  ]);
});

test('a test that few words cannot tell stands as it is written, unless it is long', () => {
  const when = (test: Schema) => told({ if: test, then: { required: ['b'] } });
  expect(when({ required: ['a'], minProperties: 3 })).toEqual([
    'If it matches {"required":["a"],"minProperties":3}: b',
  ]);
  expect(when({ required: ['a'], minProperties: 3, pattern: 'x'.repeat(300) })).toEqual([
    'If its condition holds, which the OpenAPI document tells: b',
  ]);
});

test('what a list must contain is a condition where a word cannot tell it', () => {
  const items = (contains: Schema, more: object = {}): Schema => ({ type: 'array', contains, ...more });
  expect(told(items({ minimum: 3 }))).toEqual(['Contains at least 1 item: ']);
  expect(told(items({ minimum: 3 }, { minContains: 2, maxContains: 4 }))).toEqual(['Contains 2 to 4 items: ']);
  expect(told(items({ const: 'admin' }))).toEqual([]);
});
