import { describe, expect, test } from 'vitest';
import { enumOf } from './alternatives.ts';
import { constraintsOf } from './constraints.ts';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';

const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };
const texts = (schema: SchemaObject): string[] =>
  constraintsOf(document, schema).map(({ label, value }) => (value === undefined ? label : `${label}: ${value}`));

test.each<[SchemaObject, string[]]>([
  [{ minimum: 1, maximum: 100 }, ['1 to 100']],
  [{ exclusiveMinimum: 0 }, ['> 0']],
  [{ maximum: 5, multipleOf: 0.5 }, ['≤ 5', 'multiple of 0.5']],
  [{ minLength: 1, maxLength: 254 }, ['1 to 254 characters']],
  [{ maxLength: 2000 }, ['at most 2,000 characters']],
  [{ minLength: 3, maxLength: 3 }, ['exactly 3 characters']],
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
])('%j is told as %j', (schema, expected) => {
  expect(texts(schema)).toEqual(expected);
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
