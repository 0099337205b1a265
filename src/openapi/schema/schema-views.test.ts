import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
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

test('an example is told where nothing else tells what a value looks like, and where it is short', () => {
  const exampleOf = (schema: Schema, given?: unknown) => views.value(schema, given).example;
  expect(exampleOf({ type: 'string', examples: ['x'] })).toBe('x');
  expect(exampleOf({ type: 'string', example: 'x' }, 'y')).toBe('y');
  expect(exampleOf({ enum: ['x'], example: 'x' })).toBeUndefined();
  expect(exampleOf({ type: 'string', example: 'x'.repeat(121) })).toBeUndefined();
  expect(exampleOf({ properties: { a: {} }, example: { a: 1 } })).toBeUndefined();
});
