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
    },
  },
};

function ref(name: string): SchemaObject {
  return { $ref: `#/components/schemas/${name}` };
}

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
])('%j is %s', (schema, expected) => {
  expect(typeLabel(document, schema)).toBe(expected);
});
