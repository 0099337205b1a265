import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { SchemaSizes } from './schema-size.ts';

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });
const withMembers = (count: number): SchemaObject => ({
  properties: Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, {}])),
});
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: {
    schemas: {
      Two: { properties: { a: { readOnly: true }, b: {} } },
      Nested: {
        properties: { two: ref('Two'), list: { type: 'array', items: ref('Two') }, plain: { type: 'string' } },
      },
      Tree: { properties: { left: ref('Tree'), example: { example: { $ref: '#/components/schemas/Two' } } } },
      Loop: { properties: { tree: { items: ref('Back') } } },
      Back: { anyOf: [ref('Loop'), { type: 'null' }] },
      Ten: withMembers(10),
      Large: withMembers(401),
    },
  },
};
const sizes = new SchemaSizes(document);
const complex = (schema: Schema) => sizes.complexOf(schema) ?? expect.unreachable();

describe('the size of what is shown', () => {
  test.each<[Schema, number]>([
    [{ type: 'string' }, 0],
    [ref('Two'), 2],
    [ref('Nested'), 7],
    [{ prefixItems: [{}, ref('Two')], items: {} }, 5],
    [{ oneOf: [ref('Two'), { required: ['c'] }] }, 5],
    [{ if: { required: ['a'] }, then: ref('Two') }, 3],
    [ref('Tree'), 2],
  ])('of %j is %i', (schema, size) => {
    expect(sizes.size(schema, 60, undefined)).toBe(size);
  });

  test('is less in a direction that some do not apply in, and where what is larger is a link', () => {
    expect(['request', 'response'].map((direction) => sizes.size(ref('Nested'), 60, direction as 'request'))).toEqual([
      5, 7,
    ]);
    expect([0, 1, 2].map((limit) => sizes.size(ref('Nested'), limit, undefined))).toEqual([3, 3, 7]);
  });

  test('decides what is shown in place: as much as fits a page', () => {
    const many = (count: number, plain = 0) => ({
      properties: {
        ...withMembers(plain).properties,
        ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`ten${n}`, ref('Ten')])),
      },
    });
    expect([1, 10, 11, 200].map((count) => sizes.threshold(many(count), undefined))).toEqual([60, 60, 8, 0]);
    expect([10, 11].map((plain) => sizes.threshold(many(10, plain), undefined))).toEqual([60, 8]);
  });

  test('sends a body that is too large to the page of its component', () => {
    expect(sizes.ownPage(complex(ref('Large')), 'request')).toBe('#/components/schemas/Large');
    expect(sizes.ownPage(complex(ref('Large')), undefined)).toBeUndefined();
    expect(sizes.ownPage(complex(withMembers(401)), 'request')).toBeUndefined();
    expect(sizes.ownPage(complex(withMembers(400)), 'request')).toBeUndefined();
  });
});

test('what leads back to itself does, in whatever it stands, but not in an example', () => {
  const isRecursive = (name: string) => sizes.isRecursive(`#/components/schemas/${name}`);
  expect(['Tree', 'Loop', 'Back', 'Two', 'Nested'].map(isRecursive)).toEqual([true, true, true, false, false]);
});

describe('a base that its discriminator shows with its subtypes', () => {
  const list = (name: string): SchemaObject => ({ type: 'array', items: ref(name) });
  const isRecursive = (name: string, properties: Record<string, SchemaObject>, mapping?: Record<string, string>) => {
    const discriminator = { propertyName: 'kind', ...(mapping && { mapping }) };
    const schemas: Record<string, SchemaObject> = {
      Animal: { type: 'object', properties: { kind: { type: 'string' } }, discriminator },
      Cat: { allOf: [ref('Animal'), { properties: { claws: { type: 'integer' } } }] },
      Lion: { allOf: [ref('Cat')], properties },
      Owner: { properties: { pets: list('Animal') } },
      Family: { properties: { lions: list('Lion') } },
      Robot: { properties },
    };
    return new SchemaSizes({ ...document, components: { schemas } }).isRecursive(`#/components/schemas/${name}`);
  };

  test.each<[string, Record<string, SchemaObject>, boolean]>([
    ['that is the base', { mother: ref('Animal') }, true],
    ['that lists it', { friends: list('Animal') }, true],
    ['that leads to it', { owner: ref('Owner') }, true],
    ['that says more of it', { mother: { ...ref('Animal'), required: ['name'] } }, true],
    ['that is a value', { mane: { type: 'string' } }, false],
    ['that is the subtype, which is recursive itself', { cub: ref('Lion') }, false],
    ['that leads to the subtype, which is recursive itself', { family: ref('Family') }, false],
  ])('leads to itself where one of them has a member %s: %j %s', (_, properties, expected) => {
    expect(isRecursive('Animal', properties)).toBe(expected);
    expect(isRecursive('Animal', properties, { lion: 'Lion' })).toBe(expected);
  });

  test('is the link where it leads to itself; its subtypes are shown in place', () => {
    expect(isRecursive('Lion', { mother: ref('Animal') })).toBe(false);
    expect(isRecursive('Lion', { cub: ref('Lion') })).toBe(true);
  });

  test('leads to itself by what only its mapping names', () => {
    expect(isRecursive('Animal', { maker: ref('Animal') }, { robot: 'Robot' })).toBe(true);
  });
});

test('what has members is looked for in lists and maps, and is told with the way to it', () => {
  const list = (items: Schema): Schema => ({ type: 'array', items });
  expect(sizes.complexOf(list({ additionalProperties: ref('Two') }))).toEqual({
    schema: ref('Two'),
    ref: '#/components/schemas/Two',
    path: ['items', 'values'],
  });
  const plain: Schema[] = [true, { type: 'string' }, list(true), { additionalProperties: { type: 'string' } }];
  for (const schema of plain) expect(sizes.complexOf(schema)).toBeUndefined();
  const both = { items: { type: 'string' }, additionalProperties: { type: 'string' } };
  for (const schema of [both, { required: ['a'] }, { patternProperties: {} }, { prefixItems: [] }])
    expect(sizes.complexOf(schema)).toEqual({ schema, path: [] });
  const deep = (depth: number): Schema => (depth === 0 ? ref('Two') : list(deep(depth - 1)));
  expect([7, 8].map((depth) => sizes.complexOf(deep(depth)) !== undefined)).toEqual([true, false]);
});

test('a component that is too large or leads to itself is a link, and so is a base of that kind', () => {
  const cut = (schema: Schema, limit: number) =>
    sizes.cut({ schema, path: [], ...(schema === two && { ref: two.$ref ?? '' }) }, limit, undefined);
  const two = ref('Two');
  expect(cut(two, 2)).toEqual({ own: two, links: [] });
  expect(cut(two, 1)).toEqual({ links: [two.$ref] });
  const extended: Schema = { allOf: [two, ref('Tree')], properties: { c: {} } };
  expect(cut(extended, 2)).toEqual({
    own: { allOf: [two, {}], properties: { c: {} } },
    links: ['#/components/schemas/Tree'],
  });
  expect(cut({ ...two, required: ['a'] }, 1)).toEqual({ own: { required: ['a'] }, links: [two.$ref] });
});
