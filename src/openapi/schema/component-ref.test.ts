import { expect, test } from 'vitest';
import type { Schema } from '../document/openapi-document.ts';
import { soleRef } from './component-ref.ts';

const pet = { $ref: '#/components/schemas/Pet' };
const annotations: Schema = {
  ...{ title: 'A', description: 'B', example: 1, examples: [1], default: 1, deprecated: true, readOnly: true },
  ...{ writeOnly: true, externalDocs: { url: 'https://example.com' }, xml: {}, $comment: 'C', 'x-note': 1 },
};

test.each<[Schema]>([
  [pet],
  [{ ...pet, ...annotations }],
  [{ allOf: [pet] }],
  [{ ...annotations, allOf: [annotations, pet] }],
  [{ allOf: [pet, true] }],
  [{ anyOf: [pet, { type: 'null' }] }],
  [{ oneOf: [{ const: null }, pet] }],
  [{ oneOf: [pet, { enum: [null] }] }],
  [{ oneOf: [{ allOf: [pet] }, { type: 'null' }] }],
])('%j stands for the component', (schema) => {
  expect(soleRef(schema)).toBe(pet.$ref);
});

test.each<[Schema]>([
  ...[true, false, {}, { allOf: [] }, { type: 'object' }].map((schema): [Schema] => [schema]),
  [{ ...pet, minimum: 1 }],
  [{ allOf: [pet], type: 'object' }],
  [{ allOf: [pet, false] }],
  [{ allOf: [pet, { minimum: 1 }] }],
  [{ allOf: [pet, pet] }],
  [{ allOf: [{ type: 'null' }, pet] }],
  [{ allOf: [pet], anyOf: [pet] }],
  [{ oneOf: [pet, { enum: [null, 1] }] }],
  [{ oneOf: [pet, { title: 'Any' }] }],
  [{ oneOf: [pet, true] }],
])('%j says more, or names none', (schema) => {
  expect(soleRef(schema)).toBeUndefined();
});
