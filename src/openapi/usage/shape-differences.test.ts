import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { shapeDifferences } from './shape-differences.ts';

const documentWith = (schemas: Record<string, SchemaObject> = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  components: { schemas },
});

/** What of a value differs between two schemas: `place: what`, with a mark where it breaks. */
function told(
  value: unknown,
  before: Schema,
  after: Schema,
  documents = { before: documentWith(), after: documentWith() },
) {
  return shapeDifferences(value, { before, after }, documents).map(
    ({ place, what, isBreaking }) => `${isBreaking ? '! ' : ''}${place}: ${what}`,
  );
}

const object = (properties: Record<string, Schema>, more: SchemaObject = {}): SchemaObject => ({
  type: 'object',
  properties,
  ...more,
});

describe('a value', () => {
  test.each<[unknown, SchemaObject, Schema, string]>([
    ['x', { type: 'string' }, { type: 'integer' }, 'came as string, and is integer now'],
    [[], { type: 'array' }, { type: 'object' }, 'came as array, and is object now'],
    [null, { type: ['string', 'null'] }, { type: 'string' }, 'came as null, and is not null any more'],
    [
      null,
      { type: ['string', 'null'] },
      { type: ['string', 'null'], enum: ['a'] },
      'came as null, and is not null any more',
    ],
    ['cat', { enum: ['cat', 'dog'] }, { enum: ['dog'] }, 'came as `cat`, which is not one of its values any more'],
    ['cat', {}, { enum: ['dog'] }, 'came as `cat`, which is not one of its values any more'],
    ['abc', { maxLength: 3 }, { maxLength: 2 }, 'came as `abc`, which `maxLength` does not allow any more'],
    ['abc', { minLength: 3 }, { minLength: 4 }, 'came as `abc`, which `minLength` does not allow any more'],
    ['abc', {}, { pattern: '^b' }, 'came as `abc`, which `pattern` does not allow any more'],
    [3, { minimum: 3 }, { minimum: 4 }, 'came as `3`, which `minimum` does not allow any more'],
    [3, { maximum: 3 }, { exclusiveMaximum: 3 }, 'came as `3`, which `exclusiveMaximum` does not allow any more'],
    [3, {}, { multipleOf: 2 }, 'came as `3`, which `multipleOf` does not allow any more'],
    [
      [1],
      { type: 'array' },
      { type: 'array', minItems: 2 },
      'came as `array`, which `minItems` does not allow any more',
    ],
    [[1, 1], {}, { uniqueItems: true }, 'came as `array`, which `uniqueItems` does not allow any more'],
    [{ a: 1 }, {}, { minProperties: 2 }, 'came as `object`, which `minProperties` does not allow any more'],
    [
      { kind: 'cat' },
      { oneOf: [object({ kind: { const: 'cat' } }), object({ kind: { const: 'dog' } })] },
      { oneOf: [object({ kind: { const: 'cow' } }), object({ kind: { const: 'dog' } })] },
      'came as an alternative that is not described any more',
    ],
    [
      { kind: 'cat' },
      {},
      { oneOf: [object({ kind: { const: 'cow' } }), object({ kind: { const: 'dog' } })] },
      'came as an alternative that is not described any more',
    ],
  ])('%j of %j, now %j', (value, before, after, what) => {
    expect(told(value, before, after)).toEqual([`! : ${what}`]);
  });

  test.each<[unknown, SchemaObject, Schema]>([
    ['x', { type: 'string' }, { type: 'string' }],
    ['x', { type: 'string' }, true],
    ['x', { type: 'string' }, {}],
    [null, { type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [null, { type: ['string', 'null'] }, true],
    [null, { type: ['string', 'null'] }, {}],
    [
      'x',
      { type: ['string', 'object'] },
      object({ length: {}, age: {} }, { type: ['string', 'object'], required: ['age'] }),
    ],
    ['x', object({ length: {} }, { type: ['string', 'object'] }), { type: ['string', 'object'] }],
    [3, { minimum: 3 }, { minimum: 2 }],
    ['dog', { enum: ['cat', 'dog'] }, { enum: ['dog'] }],
    // What was not as documented before is nobody's change.
    ['x', { type: 'integer' }, { type: 'boolean' }],
    [null, { type: 'string' }, { type: 'string' }],
    ['cow', { enum: ['cat'] }, { enum: ['dog'] }],
    [9, { maximum: 3 }, { maximum: 2 }],
  ])('%j of %j, now %j, differs in nothing', (value, before, after) => {
    expect(told(value, before, after)).toEqual([]);
  });
});

describe('the members of a value', () => {
  test('that came and are described no more are told, and of those that did not come nothing', () => {
    const before = object({ name: { type: 'string' }, tag: { type: 'string' } });
    expect(told({ name: 'a', tag: 'b' }, before, object({ name: { type: 'string' } }))).toEqual([
      '! tag: came, and is not described any more',
    ]);
    expect(told({ name: 'a' }, before, object({ name: { type: 'string' } }))).toEqual([]);
  });

  test('that will come are told where they are sure to come, and did not come already', () => {
    const before = object({ name: { type: 'string' } });
    const now = (...required: string[]) => object({ name: { type: 'string' }, age: { type: 'integer' } }, { required });
    expect(told({ name: 'a' }, before, now('age'))).toEqual(['age: will come; it is new']);
    expect(told({ name: 'a', age: 3 }, before, now('age'))).toEqual([]);
    expect(told({ name: 'a' }, before, now())).toEqual([]);
    expect(told({}, before, now('name', 'age'))).toEqual(['age: will come; it is new']);
  });

  test('are told by their place, once for all items of a list', () => {
    const list = (type: string) => object({ data: { type: 'array', items: object({ id: { type }, at: {} }) } });
    const value = { data: [{ id: 'a' }, { id: 'b' }] };
    expect(told(value, list('string'), list('integer'))).toEqual(['! data[].id: came as string, and is integer now']);
    expect(told({ data: [] }, list('string'), list('integer'))).toEqual([]);
  });

  test('of an alternative are compared with those of the one that it is now', () => {
    const pets = (age: string): SchemaObject => ({
      oneOf: [
        object({ kind: { const: 'cat' }, age: { type: age } }, { required: ['kind'] }),
        object({ kind: { const: 'dog' }, age: { type: 'integer' } }, { required: ['kind'] }),
      ],
    });
    expect(told({ kind: 'dog', age: 3 }, pets('integer'), pets('string'))).toEqual([]);
    expect(told({ kind: 'cat', age: 3 }, pets('integer'), pets('string')).join()).toContain('alternative');
    expect(told({ kind: 'cat' }, pets('integer'), pets('string'))).toEqual([]);
  });

  test('of an alternative that is there still are told as those of any other', () => {
    const pets = (more: Record<string, Schema>): SchemaObject => ({
      oneOf: [object({ kind: { const: 'cat' }, ...more }, { required: ['kind'] }), object({ kind: { const: 'dog' } })],
    });
    const cat = { kind: 'cat', age: 3, owner: { name: 'Ann' } };
    const owner = (...names: string[]) => object(Object.fromEntries(names.map((name) => [name, {}])));
    expect(told(cat, pets({ age: {}, owner: owner('name') }), pets({ owner: owner() }))).toEqual([
      '! age: came, and is not described any more',
      '! owner.name: came, and is not described any more',
    ]);
    // A member may move into the alternatives, and out of them.
    expect(told(cat, pets({ age: {} }), object({ kind: {} }))).toEqual([]);
    expect(told(cat, object({ kind: {} }), pets({ age: {} }))).toEqual([]);
  });

  test('are told one by one, and of one that is gone nothing more', () => {
    const before = object({ id: { type: 'string' }, at: { type: 'string' }, owner: object({ name: {} }) });
    const after = object({ id: { type: 'integer' }, at: { type: 'integer' } });
    expect(told({ id: 'a', at: 'b', owner: { name: 'Ann' } }, before, after)).toEqual([
      '! owner: came, and is not described any more',
      '! id: came as string, and is integer now',
      '! at: came as string, and is integer now',
    ]);
    expect(told({ id: 'a', at: 'b' }, before, object({}))).toHaveLength(2);
  });

  test('are looked into 40 levels deep', () => {
    const node = (type: string) =>
      documentWith({ Node: object({ name: { type }, child: { $ref: '#/components/schemas/Node' } }) });
    const at = (depth: number): object => (depth === 1 ? { name: 'x' } : { child: at(depth - 1) });
    const schema = { $ref: '#/components/schemas/Node' };
    const found = (depth: number) =>
      told(at(depth), schema, schema, { before: node('string'), after: node('integer') });
    expect(found(40)).toEqual([`! ${'child.'.repeat(39)}name: came as string, and is integer now`]);
    expect(found(41)).toEqual([]);
  });
});
