import { expect, test } from 'vitest';
import type { SchemaObject } from '../document/openapi-document.ts';
import type { FormShape } from './body-form.ts';
import { formOf } from './body-form.ts';

const Card: SchemaObject = {
  type: 'object',
  required: ['type'],
  properties: { type: { const: 'card' }, number: { type: 'string' } },
};
const card = { $ref: '#/$defs/Card' };
const form = (schema: SchemaObject) => formOf({ $defs: { Card } }, schema).shapes;

test.each<[SchemaObject, FormShape]>([
  [{ type: 'boolean' }, { kind: 'choice', choices: [true, false], type: 'boolean' }],
  [{ type: 'null' }, { kind: 'choice', choices: [null], nullable: true }],
  [{ const: 'x' }, { kind: 'choice', choices: ['x'] }],
  [
    { type: ['null', 'string'], deprecated: true, default: '', example: 'b', maxLength: 3 },
    {
      ...{ kind: 'text', type: 'string', nullable: true, deprecated: true, default: '', example: 'b' },
      ...{ maxLength: 3, limits: 'at most 3 characters' },
    },
  ],
  [
    { type: 'integer', examples: [5], example: 6, minimum: 1, multipleOf: 2 },
    { kind: 'number', type: 'integer', example: 5, minimum: 1, limits: '≥ 1 · multiple of 2' },
  ],
  [
    { type: 'string', pattern: '^a' },
    { kind: 'text', type: 'string', limits: 'pattern ^a' },
  ],
  [
    { type: 'object', example: { a: 1 }, additionalProperties: false },
    { kind: 'object', type: 'object', limits: 'without other members', fields: [], entries: [] },
  ],
  [
    { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'string' } } },
    {
      ...{ kind: 'object', type: 'object', entries: [] },
      fields: [
        { name: 'a', required: true, shape: 1 },
        { name: 'b', shape: 2 },
      ],
    },
  ],
])('the control of %j is %j', (schema, shape) => {
  expect(form(schema)[0]).toStrictEqual(shape);
});

test('a union of one alternative is that one, of others those that no value chooses are told without', () => {
  const discriminator = { propertyName: 'type' };
  expect(form({ description: 'How to pay.', oneOf: [card], discriminator })[0]).toMatchObject({
    ...{ kind: 'object', hint: 'How to pay.', fields: [{ name: 'type', required: true }, { name: 'number' }] },
  });
  const [union] = form({ oneOf: [card, { type: 'integer' }], discriminator });
  expect(union?.alternatives).toStrictEqual([
    { name: 'Card', shape: 1, values: ['card'] },
    { name: 'integer', shape: expect.any(Number) as number },
  ]);
});

test('what is the same schema is one shape, in whatever it stands; what only has a text is not', () => {
  const shapes = form({ prefixItems: [card, card, { ...card, title: 'Other' }, {}, true, { description: 'Any.' }] });
  const [a, b, other, some, any, told] = shapes[0]?.items ?? [];
  expect([a === b, a === other, some === any, some === told]).toEqual([true, false, true, false]);
  expect(shapes[told ?? 0]).toMatchObject({ kind: 'union', hint: 'Any.' });
});

test('lists within lists end where nobody would fill them in', () => {
  const lists = (depth: number): SchemaObject =>
    depth === 0 ? { type: 'integer' } : { type: 'array', items: lists(depth - 1) };
  const hasNumber = (depth: number) => form(lists(depth)).some(({ type }) => type === 'integer');
  expect([11, 12].map(hasNumber)).toEqual([true, false]);
});
