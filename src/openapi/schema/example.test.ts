import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { exampleOf, examplesOf, madeExample, parameterExample, UNFIT } from './example.ts';

const schemas: Record<string, SchemaObject> = {
  Tree: {
    type: 'object',
    properties: {
      name: { type: 'string', examples: ['root'] },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
      parent: { $ref: '#/components/schemas/Tree' },
    },
  },
};
const document: OpenApiDocument = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, components: { schemas } };
const example = (schema: SchemaObject): unknown => exampleOf(document, schema, 'request');

describe('an example made from a schema', () => {
  test('takes what the schema gives: example, constant, default, first value', () => {
    expect(example({ type: 'string', examples: ['a'], default: 'b' })).toBe('a');
    expect(example({ const: 1 })).toBe(1);
    expect(example({ type: 'boolean', default: false })).toBe(false);
    expect(example({ enum: [null, 'x'] })).toBe('x');
    expect(example({ enum: [null] })).toBeNull();
    expect(example({ type: ['string', 'null'], default: null })).toBe('string');
    expect(example({ const: 1, default: 2, enum: [1, 2] })).toBe(1);
  });

  test('stays small where every schema has a member of every other', () => {
    const names = Array.from({ length: 20 }, (_, n) => `Node${n}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
    const nodes = Object.fromEntries(
      names.map((name): [string, SchemaObject] => [name, { type: 'object', properties }]),
    );
    const made = exampleOf({ ...document, components: { schemas: nodes } }, nodes['Node0'] ?? {}, 'request');
    expect(Object.keys(made as object)).toHaveLength(19);
    expect(JSON.stringify(made).length).toBeLessThan(20_000);
  });

  test('keeps to formats, lengths and bounds', () => {
    expect(example({ type: 'string', format: 'email' })).toBe('user@example.com');
    expect(example({ type: 'string', minLength: 9 })).toHaveLength(9);
    expect(example({ type: 'string', maxLength: 3 })).toHaveLength(3);
    expect(example({ type: 'integer', minimum: 10 })).toBe(10);
    expect(example({ type: 'integer', exclusiveMinimum: 10 })).toBe(11);
    expect(example({ type: 'integer', maximum: 0 })).toBe(0);
  });

  test('leaves out what does not apply', () => {
    const schema: SchemaObject = {
      type: 'object',
      properties: {
        id: { type: 'string', readOnly: true },
        name: { type: 'string', examples: ['n'] },
        old: { type: 'string', deprecated: true },
      },
    };
    expect(example(schema)).toEqual({ name: 'n' });
    expect(exampleOf(document, schema, 'response')).toEqual({ id: 'string', name: 'n' });
  });

  test('ends where a schema contains itself', () => {
    expect(example({ $ref: '#/components/schemas/Tree' })).toEqual({ name: 'root', children: [] });
  });

  test('takes the first alternative, beside the members of the base', () => {
    expect(
      example({
        type: 'object',
        properties: { a: { const: 1 } },
        oneOf: [{ properties: { b: { const: 2 } } }, { properties: { c: {} } }],
      }),
    ).toEqual({ a: 1, b: 2 });
  });

  test('gives members what patterns say of their names', () => {
    const text: SchemaObject = { type: 'string' };
    const patternProperties: Record<string, SchemaObject> = { '^a': { type: 'integer' }, _id$: { minimum: 7 } };
    const required = ['b', 'a', 'a_id'];
    const made = { b: 'string', a: 1, a_id: 7 };
    expect(example({ type: 'object', required, properties: { b: text }, patternProperties })).toEqual(made);
    expect(example({ type: 'object', properties: { own_id: { type: 'integer' } }, patternProperties })).toEqual({
      own_id: 7,
    });
    expect(
      example({
        allOf: [
          { type: 'object', required: ['a'] },
          { patternProperties, additionalProperties: false },
        ],
      }),
    ).toEqual({ a: 1 });
  });

  test('fills tuples and maps', () => {
    expect(example({ type: 'array', prefixItems: [{ const: 1 }, { type: 'boolean' }] })).toEqual([1, true]);
    expect(example({ type: 'object', additionalProperties: { const: 7 } })).toEqual({ key: 7 });
  });
});

describe('an example of a part', () => {
  const Pet: SchemaObject = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' } },
    example: { name: 'Rex' },
  };
  const Cat: SchemaObject = {
    required: ['lives'],
    properties: { lives: { type: 'integer' } },
    examples: [{ lives: 9 }],
  };
  const named: OpenApiDocument = { ...document, components: { schemas: { Pet, Cat } } };
  const [pet, cat] = ['Pet', 'Cat'].map((name): SchemaObject => ({ $ref: `#/components/schemas/${name}` }));
  const breed: SchemaObject = { required: ['breed'], properties: { breed: { type: 'string' } } };
  const whole = { name: 'Rex', breed: 'string' };

  test.each<[string, SchemaObject, unknown]>([
    ['of a base', { allOf: [pet!, breed] }, whole],
    ['of a base, with more beside it', { allOf: [pet!], ...breed }, whole],
    ['of a `$ref` with more beside it', { ...pet, ...breed }, whole],
    ['with no more than a text beside it', { allOf: [pet!], description: 'A pet.' }, { name: 'Rex' }],
    ['beside an own one, which need not be right', { allOf: [pet!, breed], example: { id: 1 } }, { id: 1 }],
    ['that is not right for its part either', { allOf: [{ ...pet!, example: { id: 1 } }, breed] }, { id: 1 }],
    ['of the first alternative', { oneOf: [pet!, cat!] }, { name: 'Rex' }],
    ['of a later alternative', { oneOf: [{ ...cat, type: 'object' }, pet!] }, { lives: 9 }],
    ['of the alternatives of an item', { type: 'array', items: { anyOf: [pet!, cat!] } }, [{ name: 'Rex' }]],
  ])('%s stands for the whole only where it is right for it', (_, schema, value) => {
    expect(madeExample(named, schema, 'request')).toEqual({ value, isFit: true });
  });
});

test('a body’s own examples come before one made up', () => {
  const given = { name: 'one', summary: '', description: '', value: { a: 1 } };
  expect(
    examplesOf(document, { mediaType: 'application/json', schema: { type: 'object' }, examples: [given] }, 'request'),
  ).toEqual([given]);
  expect(
    examplesOf(document, { mediaType: 'application/json', schema: { const: 5 }, examples: [] }, 'request')[0]?.value,
  ).toBe(5);
  expect(examplesOf(document, { mediaType: 'text/plain', examples: [] }, 'request')).toEqual([]);
});

test('a parameter has an example where the document gives one or where it is required', () => {
  const parameter = {
    name: 'id',
    description: '',
    required: false,
    deprecated: false,
    schema: { type: 'string' },
    examples: [],
  };
  expect(parameterExample(document, parameter)).toBeUndefined();
  expect(parameterExample(document, { ...parameter, required: true })).toBe('string');
  expect(
    parameterExample(document, {
      ...parameter,
      examples: [{ name: '', summary: '', description: '', value: 'con_1' }],
    }),
  ).toBe('con_1');
});

test('what no example can be made for says so', () => {
  const schema: SchemaObject = { type: 'string', pattern: '^a$', minLength: 2 };
  const { value, isFit } = madeExample(document, schema, 'request');
  expect([typeof value, isFit]).toEqual(['string', false]);
  const [example] = examplesOf(document, { mediaType: 'application/json', schema, examples: [] }, 'request');
  expect(example?.description).toBe(UNFIT);
});

test('a schema’s own example is shown without what is only read, or only written', () => {
  const schema: SchemaObject = {
    type: 'object',
    properties: {
      id: { type: 'integer', readOnly: true },
      password: { type: 'string', writeOnly: true },
      tags: { type: 'array', items: { type: 'object', properties: { at: { readOnly: true } } } },
    },
    example: { id: 9, name: 'Ada', password: 'p4ss', tags: [{ at: 1, text: 'x' }] },
  };
  expect(exampleOf(document, schema, 'request')).toEqual({ name: 'Ada', password: 'p4ss', tags: [{ text: 'x' }] });
  expect(exampleOf(document, schema, 'response')).toEqual({ id: 9, name: 'Ada', tags: [{ at: 1, text: 'x' }] });
});

test('a member of an example is left out by what an alternative, an item or the rest says of it', () => {
  const readOnly = { readOnly: true };
  const schema: SchemaObject = {
    additionalProperties: readOnly,
    anyOf: [{ properties: { a: { type: 'string' }, c: readOnly } }],
    example: { a: 'x', b: 'y', c: 'z' },
  };
  expect(exampleOf(document, schema, 'request')).toEqual({ a: 'x' });
  expect(exampleOf(document, schema, 'response')).toEqual({ a: 'x', b: 'y', c: 'z' });
  const told = { example: { a: 1, b: 2 }, anyOf: [{ properties: { a: {} } }, { required: ['b'] }] };
  expect(exampleOf(document, { ...told, additionalProperties: readOnly }, 'request')).toEqual({ a: 1 });
  expect(exampleOf(document, told, 'request')).toEqual({ a: 1, b: 2 });
  const deep = (depth: number): SchemaObject =>
    depth === 0 ? { properties: { a: readOnly } } : { anyOf: [deep(depth - 1), { required: ['b'] }] };
  const atDepth = (depth: number) => exampleOf(document, { ...deep(depth), example: { a: 1, b: 2 } }, 'request');
  expect([1, 2, 3].map(atDepth)).toEqual([{ b: 2 }, { b: 2 }, { a: 1, b: 2 }]);
  const list: SchemaObject = {
    prefixItems: [{ properties: { a: readOnly } }],
    items: { properties: { b: readOnly } },
    examples: [
      [
        { a: 1, b: 1 },
        { a: 1, b: 1 },
      ],
    ],
  };
  expect(exampleOf(document, list, 'request')).toEqual([{ b: 1 }, { a: 1 }]);
});

test('an example that is only a link stands behind one that is made, one of nothing is none', () => {
  const named = { summary: '', description: '' };
  const link = { ...named, name: 'far', value: undefined, externalValue: 'https://example.com/a.json' };
  const media = {
    mediaType: 'application/json',
    schema: { const: 5 },
    examples: [{ ...named, name: 'none', value: undefined }, link],
  };
  expect(examplesOf(document, media, 'request')).toEqual([{ ...named, name: '', value: 5 }, link]);
  const { schema: _, ...untold } = media;
  expect(examplesOf(document, untold, 'request')).toEqual([link]);
});

test('bytes have no made-up example', () => {
  const made = (mediaType: string, schema: SchemaObject) =>
    examplesOf(document, { mediaType, schema, examples: [] }, 'response').map(({ value }) => value);
  expect(made('image/png', { type: 'string', format: 'binary' })).toEqual([]);
  expect(made('application/octet-stream', {})).toEqual([]);
  expect(made('application/octet-stream', { maxLength: 9, description: 'A file.' })).toEqual([]);
  expect(made('text/plain', { maxLength: 3 })).toEqual(['str']);
  expect(made('application/vnd.a', { type: 'integer' })).toEqual([1]);
});

test('a stream has an item of each kind, four at most, or the one that there is', () => {
  const stream = (itemSchema: SchemaObject) =>
    examplesOf(document, { mediaType: 'application/jsonl', itemSchema, examples: [] }, 'response')[0]?.value;
  const kinds = ['a', 'b', 'c', 'd', 'e'].map((kind) => ({ type: 'object', properties: { kind: { const: kind } } }));
  expect(stream({ anyOf: kinds })).toBe('{"kind":"a"}\n{"kind":"b"}\n{"kind":"c"}\n{"kind":"d"}\n');
  expect(stream({ anyOf: kinds.slice(0, 1) })).toBe('{"kind":"a"}\n');
  expect(stream({ const: 1 })).toBe('1\n');
});
