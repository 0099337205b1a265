import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { plainValue, traceValue } from './trace-value.ts';

/** The places that a value has something at, and those that it lacks, with a question mark. */
function traced(value: unknown, schema: Schema, schemas: Record<string, SchemaObject> = {}): string[] {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    components: { schemas },
  };
  const places: string[] = [];
  const tracer = {
    seen: (place: string) => void places.push(place),
    missing: (place: string) => void places.push(`${place}?`),
  };
  traceValue(value, schema, 'body', { document, direction: 'response', tracer });
  return places;
}

const ref = (name: string): SchemaObject => ({ $ref: `#/components/schemas/${name}` });

describe('an alternative', () => {
  const kind = (name: string, more: Record<string, Schema> = {}): SchemaObject => ({
    type: 'object',
    properties: { kind: { const: name }, ...more },
    required: ['kind'],
  });
  const schemas = { Cat: kind('cat', { lives: {} }), Dog: kind('dog', { tricks: {} }) };
  const pet: Schema = { oneOf: [ref('Cat'), ref('Dog')] };

  test('is the one that the value is, by its name and by that of its component', () => {
    const places = traced({ kind: 'cat' }, pet, schemas);
    expect(places).toEqual(expect.arrayContaining(['Cat.kind', 'Cat.lives?', 'body.kind']));
    expect(places.filter((place) => /Dog|tricks/.test(place))).toEqual([]);
  });

  test('may be any where the value is none of them', () => {
    const places = traced({ kind: 'cow' }, pet, schemas);
    expect(places).toEqual(expect.arrayContaining(['Cat.kind', 'Cat.lives?', 'Dog.kind', 'Dog.tricks?']));
  });
});

describe('a value is walked through', () => {
  test('item by item, and items without a description too', () => {
    expect(traced([{ a: 1 }, 2], {})).toEqual(['body', 'body[]', 'body[].a', 'body[]']);
  });

  test('40 levels deep: lists, members and components, of a document that goes round in a circle too', () => {
    const lists = (depth: number): unknown => (depth === 0 ? 1 : [lists(depth - 1)]);
    const objects = (depth: number): unknown => (depth === 0 ? 1 : { a: objects(depth - 1) });
    for (const deep of [lists, objects]) {
      expect(traced(deep(40), true)).toHaveLength(41);
      expect(traced(deep(60), true)).toHaveLength(41);
    }
    expect(traced(1, ref('Loop'), { Loop: ref('Loop') })).toEqual([]);
    const nested: SchemaObject = { oneOf: [{ type: 'array', title: 'List', items: ref('Node') }, { type: 'integer' }] };
    const longest = traced(lists(60), ref('Node'), { Node: nested }).map((place) => place.split('[]').length);
    expect(Math.max(...longest)).toBeLessThan(41);
  });
});

test.each([
  ['a', 'a'],
  [7, '7'],
  [true, 'true'],
  [null, undefined],
  [undefined, undefined],
  [[], undefined],
  [{}, undefined],
])('the plain value of %j is %j', (value, plain) => {
  expect(plainValue(value)).toBe(plain);
});
