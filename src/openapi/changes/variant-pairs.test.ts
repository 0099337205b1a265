import { expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { Variant } from '../schema/union.ts';
import { pairVariants, variantsAt } from './variant-pairs.ts';

const documentOf = (schemas: Record<string, SchemaObject>): OpenApiDocument => ({
  ...{ openapi: '3.1.0', info: { title: 'Test', version: '1' }, components: { schemas } },
});
const document = documentOf({ Card: { type: 'object' }, Iban: { type: 'object', title: 'Bank' } });
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const variant = (name: string, schema: Schema = {}, values: string[] = []): Variant => ({ name, schema, values });

const text = { type: 'string' };
const number = { type: 'number' };
const flag = { type: 'boolean' };

test.each<[string, Variant[], Variant[], string[]]>([
  [
    'by the values that choose them, in whatever order, before all else',
    [variant('a', text, ['x', 'y']), variant('b', number, ['z']), variant('c')],
    [variant('b', text, ['y', 'x']), variant('a', number, ['z'])],
    ['a=b', 'b=a', '-c'],
  ],
  [
    'by their components',
    [variant('a', ref('Card')), variant('b', ref('Iban')), variant('c', text)],
    [variant('b', ref('Iban')), variant('x', ref('Card'))],
    ['a=x', 'b=b', '-c'],
  ],
  [
    'by what they say, texts aside',
    [variant('a', text), variant('b', number), variant('c', flag)],
    [variant('b', { ...text, description: 'A text.' }), variant('a', number)],
    ['a=b', 'b=a', '-c'],
  ],
  [
    'by their names',
    [variant('a', text), variant('b', number), variant('c', flag)],
    [variant('x', { minimum: 1 }), variant('a', { minimum: 2 })],
    ['a=a', '-b', '-c', '+x'],
  ],
  [
    'as what is left of each',
    [variant('a', text), variant('b', number)],
    [variant('a', text), variant('x', flag)],
    ['a=a', 'b=x'],
  ],
  ['not at all', [variant('a', text), variant('b', number)], [variant('x', flag)], ['-a', '-b', '+x']],
  ['not at all, where nothing came', [variant('a', text)], [], ['-a']],
])('alternatives of two versions are paired %s', (_, before, after, expected) => {
  const { pairs, gone, come } = pairVariants({ before: document, after: document }, { before, after });
  expect([
    ...pairs.map((pair) => `${pair.before.name}=${pair.after.name}`).toSorted(),
    ...gone.map(({ name }) => `-${name}`),
    ...come.map(({ name }) => `+${name}`),
  ]).toEqual(expected);
});

test.each<[SchemaObject, Pick<Variant, 'name' | 'values'>[]]>([
  [
    { oneOf: [ref('Card'), { type: 'integer', minimum: 1 }] },
    [
      { name: 'Card', values: [] },
      { name: 'integer', values: [] },
    ],
  ],
  [ref('Card'), [{ name: 'Card', values: [] }]],
  [ref('Iban'), [{ name: 'Bank', values: [] }]],
  [{ properties: { a: { const: 1 }, b: { const: 'x' }, c: { const: 'y' } } }, [{ name: '', values: ['x'] }]],
])('%j offers %j', (schema, expected) => {
  expect(variantsAt({ document, schema }).map(({ name, values }) => ({ name, values }))).toEqual(expected);
});
