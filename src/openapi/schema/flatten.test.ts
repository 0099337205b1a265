import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { soleRef } from './component-ref.ts';
import { flatten } from './flatten.ts';
import { typesOf } from '../document/schema-types.ts';
import { typeLabel } from './type-label.ts';
import { unionOf, unionsOf } from './union.ts';

const schemas: Record<string, SchemaObject> = {
  Base: {
    type: 'object',
    description: 'Any pet.',
    required: ['name'],
    properties: { name: { type: 'string', description: 'Its name.' } },
  },
  Dog: {
    allOf: [
      { $ref: '#/components/schemas/Base' },
      { type: 'object', title: 'Good dog', required: ['bark'], properties: { bark: { type: 'boolean' } } },
    ],
  },
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { c: '#/components/schemas/Cat', dog: 'Dog' } },
  },
  Cat: { type: 'object', properties: { kind: { const: 'cat' }, friend: { $ref: '#/components/schemas/Pet' } } },
  Circle: {
    allOf: [{ $ref: '#/components/schemas/Circle' }, { type: 'object', properties: { a: { type: 'string' } } }],
  },
  Shape: {
    type: 'object',
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { square: '#/components/schemas/Square' } },
  },
  Square: {
    allOf: [{ $ref: '#/components/schemas/Shape' }, { type: 'object', properties: { side: { type: 'number' } } }],
  },
};
const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, components: { schemas } };
const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const label = (schema: SchemaObject): string => typeLabel(document, schema);

describe('allOf', () => {
  test('is one schema with all members and all that is required', () => {
    const dog = flatten(document, ref('Dog'));
    expect(Object.keys(dog.properties ?? {})).toEqual(['name', 'bark']);
    expect(dog.required).toEqual(['name', 'bark']);
    expect(dog.title).toBe('Good dog');
  });

  test('of a property in two members keeps both of them', () => {
    const merged = flatten(document, {
      allOf: [{ properties: { a: { type: 'string' } } }, { properties: { a: { maxLength: 3 } } }],
    });
    expect(flatten(document, merged.properties?.['a'])).toEqual({ type: 'string', maxLength: 3 });
  });

  test('that contains itself ends', () => {
    expect(Object.keys(flatten(document, ref('Circle')).properties ?? {})).toEqual(['a']);
  });

  test('of a base type does not make a subtype a union of all subtypes', () => {
    expect(unionOf(document, ref('Shape'))?.variants.map(({ name }) => name)).toEqual(['Square']);
    expect(unionOf(document, ref('Square'))).toBeUndefined();
    expect(Object.keys(flatten(document, ref('Square')).properties ?? {})).toEqual(['kind', 'side']);
  });

  test('of a named base leaves its name, and its discriminator where it has alternatives of its own', () => {
    const discriminator = { propertyName: 'kind' };
    const Base: SchemaObject = { title: 'Base', discriminator, properties: { kind: {} } };
    const read = (base: SchemaObject, more: SchemaObject = { properties: { own: {} } }) =>
      flatten({ ...document, components: { schemas: { Base: base } } }, { allOf: [ref('Base')], ...more });
    expect(read(Base)).not.toHaveProperty('discriminator');
    expect(read(Base)).not.toHaveProperty('title');
    const choice = { ...Base, oneOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(read(choice)).toMatchObject({ discriminator, oneOf: choice.oneOf });
    expect(read(choice)).not.toHaveProperty('title');
    expect(read(choice, { description: 'Alone.' })).toMatchObject({
      discriminator,
      title: 'Base',
      description: 'Alone.',
    });
  });

  test('with two unions keeps the second to show and the first aside', () => {
    const first = [{ type: 'string' }, { type: 'null' }, { const: 1 }];
    const second = [{ type: 'integer' }, { const: 'a' }];
    const both = flatten(document, { allOf: [{ oneOf: first }, { oneOf: second }] });
    expect(both.oneOf).toEqual(second);
    expect(both.allOf).toEqual([{ oneOf: first }]);
    expect(unionsOf(document, both).map(({ variants }) => variants.length)).toEqual([2, 2]);
  });

  test('of a property named __proto__ touches no prototype', () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}}') as Record<string, SchemaObject>;
    const merged = flatten(document, { allOf: [{ properties: { a: {} } }, { properties }] });
    expect(Object.keys(merged.properties ?? {})).toEqual(['a', '__proto__']);
  });
});

test('what is told of all other members and items is theirs, unless it depends on the value what they are', () => {
  const members: SchemaObject = { type: 'object', unevaluatedProperties: false };
  const items: SchemaObject = { type: 'array', unevaluatedItems: false };
  const asides = [{ not: { const: 1 } }, { not: { const: 2 } }];
  const kept = (schema: SchemaObject) =>
    Object.keys(flatten(document, schema)).filter((key) => key.startsWith('unevaluated'));
  expect(flatten(document, { ...members, allOf: asides }).additionalProperties).toBe(false);
  expect(flatten(document, { ...items, allOf: asides }).items).toBe(false);
  const choice: SchemaObject = { anyOf: [{ required: ['a'] }, { required: ['b'] }] };
  for (const more of [choice, { if: true }, { dependentSchemas: { a: {} } }, { ...choice, allOf: asides }])
    expect(kept({ ...members, ...more })).toEqual(['unevaluatedProperties']);
  for (const more of [choice, { if: true }, { contains: { const: 1 } }])
    expect(kept({ ...items, ...more })).toEqual(['unevaluatedItems']);
  expect(kept({ ...members, dependentSchemas: {} })).toEqual([]);
});

describe('a text beside a $ref', () => {
  test('wins over that of the component', () => {
    expect(flatten(document, { ...ref('Base'), description: 'The dog’s parent.' }).description).toBe(
      'The dog’s parent.',
    );
  });

  test('leaves it the component that it is', () => {
    expect(soleRef({ allOf: [ref('Base'), { description: 'Who.', example: {} }] })).toBe('#/components/schemas/Base');
    expect(soleRef({ allOf: [ref('Base'), { properties: { more: {} } }] })).toBeUndefined();
  });
});

describe('a union', () => {
  test('is named by its components, with the values that choose them', () => {
    const union = unionOf(document, ref('Pet'));
    expect(union?.discriminator).toBe('kind');
    expect(union?.variants.map(({ name, values }) => [name, values])).toEqual([
      ['Cat', ['c']],
      ['Good dog', ['dog']],
    ]);
  });

  test('says which of its alternatives is meant by a value that names none', () => {
    const defaults = (defaultMapping: string) =>
      unionOf(document, {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', defaultMapping },
      })?.variants.map(({ isDefault }) => isDefault);
    expect(defaults('Dog')).toEqual([undefined, true]);
    expect(defaults('#/components/schemas/Cat')).toEqual([true, undefined]);
    expect(defaults('Other')).toEqual([undefined, undefined]);
  });

  test('of nameless members is named by what tells them apart', () => {
    const union = unionOf(document, {
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'object', required: ['id'] },
        { type: 'array', items: { type: 'string' } },
        { const: 3 },
        { type: 'object', required: ['id'] },
      ],
    });
    expect(union?.match).toBe('any');
    expect(union?.variants.map(({ name }) => name)).toEqual([
      'string (date)',
      'with id',
      'array of string',
      '3',
      'with id (2)',
    ]);
  });
});

test('types are guessed from keywords where a schema names none', () => {
  expect(typesOf({ properties: {} })).toEqual(['object']);
  expect(typesOf({ items: {} })).toEqual(['array']);
  expect(typesOf({ enum: ['a', 1, null] })).toEqual(['string', 'integer']);
});

test.each<[SchemaObject, string]>([
  [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
  [{ type: ['string', 'null'] }, 'string or null'],
  [{ type: ['string', 'integer'] }, 'string or integer'],
  [{ type: 'array', items: ref('Base') }, 'array of Base'],
  [{ type: 'array', items: { type: ['string', 'null'] } }, 'array of (string or null)'],
  [{ type: 'array', prefixItems: [{}, {}] }, 'tuple of 2'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, 'map of integer'],
  [{ type: 'object', additionalProperties: true }, 'object'],
  [ref('Pet'), 'Cat or Dog'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] }, 'string or integer or null'],
  [
    {
      oneOf: ['a', 'b', 'c', 'd'].map((name) => ({
        type: 'array',
        items: { const: name, type: 'string', format: name },
      })),
    },
    'one of 4',
  ],
  [{}, 'any'],
])('the type of %j is written %s', (schema, text) => {
  expect(label(schema)).toBe(text);
});
