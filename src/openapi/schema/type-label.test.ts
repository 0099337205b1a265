import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { typeLabel } from './type-label.ts';

const component = { type: 'object', properties: { a: {} } };
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: {
    schemas: {
      Empty: { type: 'object' },
      A: component,
      B: component,
      C: component,
      D: component,
      Any: { oneOf: ['A', 'B', 'C', 'D'].map(ref) },
      Needs: { required: ['a'], type: 'object' },
      Patterned: { patternProperties: { '^a': {} } },
      Map: { properties: { a: {} }, additionalProperties: { type: 'string' } },
      Numbers: { additionalProperties: { type: ['number', 'string'] } },
    },
  },
};

function ref(name: string): SchemaObject {
  return { $ref: `#/components/schemas/${name}` };
}

const lists = (depth: number, schema: SchemaObject): SchemaObject =>
  depth === 0 ? schema : { type: 'array', items: lists(depth - 1, schema) };

test.each<[Schema, string]>([
  [{ oneOf: ['A', 'B', 'C'].map(ref) }, 'A or B or C'],
  [{ oneOf: ['A', 'B', 'C', 'D'].map(ref) }, 'one of 4'],
  [ref('Any'), 'Any'],
  [ref('Empty'), 'object'],
  [{ type: 'object', enum: [null] }, 'nothing'],
  [{ type: ['string', 'null'], oneOf: [{ const: 'a' }, { type: 'integer' }, { type: 'null' }] }, 'string or null'],
  [{ oneOf: [{ type: 'string' }, { type: 'null' }], anyOf: [{ type: 'null' }, { type: 'integer' }] }, 'null'],
  [{ oneOf: [{ type: 'string', enum: [] }, { type: 'null' }] }, 'null'],
  [{ type: 'array' }, 'array'],
  [{ type: 'array', items: true }, 'array'],
  [{ type: 'array', items: { description: 'Anything.' } }, 'array'],
  [{ type: 'string', oneOf: [{ pattern: '^a' }, { pattern: '^b' }] }, 'string'],
  [{ type: 'object', additionalProperties: { type: ['string', 'null'] } }, 'map of (string or null)'],
  [{ oneOf: [...['A', 'B', 'C'].map(ref), { type: 'null' }] }, 'A or B or C or null'],
  [{ oneOf: ['A', 'B', 'A', 'C', 'B'].map(ref) }, 'A or B or C'],
  [true, 'any'],
  [false, 'nothing'],
  [{ enum: ['a', null] }, 'string or null'],
  [{ type: 'string', contentMediaType: 'image/png' }, 'string (image/png)'],
  [ref('Needs'), 'Needs'],
  [ref('Patterned'), 'Patterned'],
  [ref('Map'), 'Map'],
  [ref('Numbers'), 'map of (number or string)'],
  [{ type: 'object', oneOf: ['A', 'B'].map(ref) }, 'A or B'],
  [{ type: 'object', oneOf: [{ type: 'string' }, ref('A')] }, 'object'],
  [{ type: 'object', properties: { a: {} }, oneOf: ['A', 'B'].map(ref) }, 'object'],
  [{ oneOf: [{ type: ['string', 'null'] }, { type: 'integer' }] }, 'string or integer or null'],
  [{ anyOf: [{ type: 'string' }, { minimum: 1 }] }, 'any'],
  [{ anyOf: [{ type: 'string' }, { type: 'integer', enum: [] }] }, 'string'],
  [lists(5, ref('A')), `${'array of '.repeat(5)}A`],
  [lists(6, { type: 'string' }), `${'array of '.repeat(4)}array`],
])('%j is %s', (schema, expected) => {
  expect(typeLabel(document, schema)).toBe(expected);
});
