import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { NestedView } from './schema-view.ts';
import { SchemaViews } from './schema-views.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: {
    schemas: {
      Small: { type: 'object', properties: { a: { type: 'string' } } },
      Tree: {
        type: 'object',
        properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
      },
      Empty: { type: 'object', properties: { secret: { type: 'string', writeOnly: true } } },
    },
  },
};
const views = new SchemaViews(document, (ref) => `/${ref.split('/').at(-1)}/`);
const members = (schema: Schema) => {
  const view = views.body(schema, 'response');
  return view?.kind === 'members' ? view : expect.unreachable();
};

describe('members', () => {
  test('of a component are made once, wherever it stands', () => {
    const { fields } = members({
      properties: { x: { $ref: '#/components/schemas/Small' }, y: { $ref: '#/components/schemas/Small' } },
    });
    expect(fields[0]?.nested).toMatchObject({ kind: 'members', title: 'Small', size: 1 });
    expect(fields[1]?.nested).toBe(fields[0]?.nested);
  });

  test('that contain themselves are a link', () => {
    expect(members({ properties: { tree: { $ref: '#/components/schemas/Tree' } } }).fields[0]?.nested).toEqual({
      kind: 'link',
      name: 'Tree',
      address: '/Tree/',
    });
  });

  test('of which none is seen are none', () => {
    expect(views.body({ $ref: '#/components/schemas/Empty' }, 'response')).toBeUndefined();
    expect(views.body({ type: 'string' }, 'response')).toBeUndefined();
  });

  test('say which of them are required, and which go in one direction where both are shown', () => {
    const schema: Schema = { required: ['id'], properties: { id: { type: 'string', readOnly: true } } };
    expect(members(schema).fields[0]?.marks).toEqual(['required']);
    expect(views.body(schema, undefined)).toMatchObject({ fields: [{ marks: ['required', 'read-only'] }] });
  });
});

test('a base is told with its subtypes where it stands in `allOf`, with a text beside it', () => {
  const pet = { $ref: '#/components/schemas/Pet' };
  const schemas: Record<string, SchemaObject> = {
    Pet: { type: 'object', properties: { kind: { type: 'string' } }, discriminator: { propertyName: 'kind' } },
    Cat: { allOf: [pet, { properties: { lives: {} } }] },
  };
  const pets = new SchemaViews({ ...document, components: { schemas } }, (ref) => ref);
  const properties = { one: { description: 'A pet', allOf: [pet] } };
  expect(pets.body({ properties }, 'response')).toMatchObject({
    fields: [{ nested: { unions: [{ match: 'subtypes', variants: [{ name: 'Cat' }] }] } }],
  });
});

describe('what stands beside a reference', () => {
  const small = { $ref: '#/components/schemas/Small' };
  const tree = { $ref: '#/components/schemas/Tree', required: ['children', 'more'] };
  const names = (view: NestedView | undefined) => (view?.kind === 'members' ? view.fields.map((one) => one.name) : []);

  test.each([0, 1])('is told of that use of the component only, in either order', (order) => {
    const work: [string, Schema] = ['work', { ...small, required: ['b'], properties: { b: {} } }];
    const home: [string, Schema] = ['home', small];
    const properties = Object.fromEntries(order === 0 ? [work, home] : [home, work]);
    const fields = members({ properties }).fields;
    const field = (name: string) => fields.find((one) => one.name === name);
    expect(names(field('work')?.nested)).toEqual(['a', 'b']);
    expect(names(field('home')?.nested)).toEqual(['a']);
  });

  test('stands beside a link to a component that contains itself', () => {
    const [field] = members({ properties: { boss: tree } }).fields;
    expect(field?.nested).toMatchObject({ bases: [{ name: 'Tree', address: '/Tree/' }] });
    expect(names(field?.nested)).toEqual(['children', 'more']);
  });
});

test('a member that is required and has no schema is told', () => {
  expect(members({ type: 'object', required: ['a'], additionalProperties: { type: 'integer' } }).fields).toMatchObject([
    { name: 'a', marks: ['required'], value: { type: 'integer' } },
    { kind: 'additional' },
  ]);
});

test('what a text holds is told below it', () => {
  const schema: Schema = {
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: { properties: { a: {} } },
  };
  expect(members(schema).conditions).toMatchObject([{ title: 'Content', nested: { fields: [{ name: 'a' }] } }]);
});

test('an alternative says which members of the whole it requires', () => {
  const schema: Schema = { properties: { a: {}, b: {} }, anyOf: [{ required: ['a'] }, { required: ['b', 'c'] }] };
  expect(members(schema).unions).toMatchObject([
    { match: 'any', variants: [{ required: ['a'] }, { required: ['b'], nested: { fields: [{ name: 'c' }] } }] },
  ]);
});

test('a condition names the members that it requires and does not describe', () => {
  const schema: Schema = {
    properties: { a: {} },
    if: { required: ['a'] },
    then: { required: ['b', 'c'], properties: { b: { type: 'string' } } },
  };
  expect(members(schema).conditions).toMatchObject([
    { title: 'If a is given', required: ['c'], nested: { fields: [{ name: 'b', marks: ['required'] }] } },
  ]);
});

test('examples are told where nothing else tells what a value looks like, and where they are short', () => {
  const examplesOf = (schema: Schema, given?: unknown) => views.value(schema, given).examples;
  expect(examplesOf({ type: 'string', examples: ['x', null, 'y', 'x'] })).toEqual(['x', 'y']);
  expect(examplesOf({ type: 'string', example: 'x', examples: ['y'] })).toEqual(['x']);
  expect(examplesOf({ type: 'string', example: 'x' }, 'y')).toEqual(['y']);
  expect(examplesOf({ type: 'string', example: null, examples: ['y'] })).toEqual(['y']);
  expect(examplesOf({ enum: ['x'], example: 'x' })).toEqual([]);
  expect(examplesOf({ const: 'x', example: 'x' })).toEqual([]);
  expect(examplesOf({ type: 'string', example: 'x'.repeat(121) })).toEqual([]);
  expect(examplesOf({ type: 'string', examples: ['x'.repeat(60), 'y'.repeat(60), 'z'] })).toEqual([
    'x'.repeat(60),
    'y'.repeat(60),
  ]);
  expect(examplesOf({ properties: { a: {} }, example: { a: 1 } })).toEqual([]);
});
