import { expect, test } from 'vitest';
import { conditionsOf } from './conditions.ts';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'T', version: '1' } };
const told = (schema: Schema): string[] =>
  conditionsOf(document, schema).map(({ title, required }) => `${title}: ${required.join(', ')}`);

test('if, then and else become sentences', () => {
  const schema = {
    if: { properties: { country: { const: 'US' }, kind: { enum: ['a', 'b'] } }, required: ['zip'] },
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
  expect(told({ type: 'object', allOf: [when('a'), when('b'), when('c')] })).toEqual([
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
