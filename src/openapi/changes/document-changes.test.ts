import { describe, expect, test } from 'vitest';
import type { Json, OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { documentChanges } from './document-changes.ts';

type Schemas = Record<string, SchemaObject>;

/** A document with one operation that sends and receives a `Pet`, and what else is told. */
function pets(schemas: Schemas, more: Partial<OpenApiDocument> = {}): OpenApiDocument {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } };
  const post = { operationId: 'addPet', requestBody: { content }, responses: { 201: { description: '', content } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { post } },
    components: { schemas },
    ...more,
  };
}

function changesOf(before: Schemas, after: Schemas): string[] {
  const changes = documentChanges({ before: pets(before), after: pets(after) });
  return changes.map(({ severity, message }) => `${severity}: ${message}`);
}

const pet = (properties: Schemas, more: object = {}): Schemas => ({ Pet: { type: 'object', properties, ...more } });

describe('a field', () => {
  test('that a client must send now breaks it, and is more than it had to read', () => {
    const before = pet({ name: { type: 'string' } });
    expect(changesOf(before, { Pet: { ...(before['Pet'] as object), required: ['name'] } })).toEqual([
      'breaking: `Pet.name`, when sent: is now required.',
      'non-breaking: `Pet.name`, when received: is now always there.',
    ]);
  });

  test('that only comes back, or is only sent, is told of in that direction alone', () => {
    expect(changesOf(pet({}), pet({ id: { type: 'string', readOnly: true } }))).toEqual([
      'non-breaking: `Pet.id`, when received: a new field.',
    ]);
    expect(changesOf(pet({ secret: { type: 'string', writeOnly: true } }), pet({}))).toEqual([
      'non-breaking: `Pet.secret`, when sent: the field is no longer described.',
    ]);
  });

  test('is told once, of the component that has it, with its place in it', () => {
    const nested = (type: string): Schemas => ({
      ...pet({ owner: { type: 'object', properties: { tags: { type: 'array', items: { type } } } } }),
    });
    expect(changesOf(nested('string'), nested('integer'))).toEqual([
      'breaking: `Pet.owner.tags[]`: the type went from `string` to `integer`.',
    ]);
  });
});

describe('the same said otherwise is no change', () => {
  const name: Schema = { type: 'string', maxLength: 9 };
  test.each<[string, Schemas, Schemas]>([
    [
      'allOf',
      pet({ name }),
      {
        Pet: {
          allOf: [{ type: 'object' }, { properties: { name: { allOf: [{ type: 'string' }, { maxLength: 9 }] } } }],
        },
      },
    ],
    ['a component', pet({ name }), { ...pet({ name: { $ref: '#/components/schemas/Name' } }), Name: name }],
    ['const and an enum of one', pet({ kind: { enum: ['cat'] } }), pet({ kind: { const: 'cat' } })],
    [
      'types and alternatives of types',
      pet({ id: { type: ['string', 'integer'] } }),
      pet({ id: { oneOf: [{ type: 'integer' }, { type: 'string' }] } }),
    ],
    [
      'values with texts',
      pet({ kind: { enum: ['a', 'b'] } }),
      pet({
        kind: {
          oneOf: [
            { const: 'b', title: 'B' },
            { const: 'a', title: 'A' },
          ],
        },
      }),
    ],
    ['a minimum length of 0', pet({ name }), pet({ name: { type: 'string', maxLength: 9, minLength: 0 } })],
    ['a type that was guessed', { Pet: { properties: { name } } }, pet({ name })],
    ['a union of one', pet({ name }), pet({ name: { anyOf: [name] } })],
  ])('%s', (_, before, after) => {
    expect(changesOf(before, after)).toEqual([]);
    expect(changesOf(after, before)).toEqual([]);
  });
});

describe('alternatives', () => {
  const cat: Schema = {
    type: 'object',
    title: 'Cat',
    properties: { kind: { const: 'cat' }, lives: { type: 'integer' } },
  };
  const dog: Schema = { type: 'object', title: 'Dog', properties: { kind: { const: 'dog' } } };

  test('are the same ones in another order', () => {
    expect(changesOf({ Pet: { oneOf: [cat, dog] } }, { Pet: { oneOf: [dog, cat] } })).toEqual([]);
  });

  test('that come surprise who receives them, those that go who sends them', () => {
    const both = [
      'breaking: `Pet`, when received: has the new alternative `Dog`.',
      'non-breaking: `Pet`, when sent: has the new alternative `Dog`.',
    ];
    expect(changesOf({ Pet: { oneOf: [cat] } }, { Pet: { oneOf: [cat, dog] } })).toEqual(both);
    expect(changesOf({ Pet: cat }, { Pet: { oneOf: [dog, cat] } })).toEqual(both);
  });

  test('that changed are told by their name', () => {
    const changed = { ...cat, properties: { kind: { const: 'cat' }, lives: { type: 'string' } } };
    expect(changesOf({ Pet: { oneOf: [cat, dog] } }, { Pet: { oneOf: [dog, changed] } })).toEqual([
      'breaking: `Pet(Cat).lives`: the type went from `integer` to `string`.',
    ]);
  });
});

test('schemas that lead back to themselves end, and a change in the circle is told wherever it is entered', () => {
  const circle = (type: string): Schemas => ({
    Pet: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Owner' } } },
    Owner: {
      type: 'object',
      properties: { pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } }, name: { type } },
    },
  });
  expect(changesOf(circle('string'), circle('number'))).toEqual([
    'breaking: `Owner.name`: the type went from `string` to `number`.',
  ]);
});

test('what changed in the same way in several operations is one change', () => {
  const list = (path: string, more: object) => ({
    [path]: { get: { operationId: `list${path.slice(1)}`, responses: {}, ...more } },
  });
  const document = (more: object): OpenApiDocument => ({
    openapi: '3.1.0',
    info: { title: '', version: '1' },
    paths: { ...list('/a', more), ...list('/b', more) },
  });
  const limit = { parameters: [{ name: 'limit', in: 'query' as const, schema: { type: 'integer' } }] };
  expect(documentChanges({ before: document({}), after: document(limit) })).toEqual([
    {
      severity: 'non-breaking',
      kind: 'added',
      subject: 'parameter',
      operations: ['lista', 'listb'],
      location: '* query.limit',
      message: '`query.limit` in 2 operations: a new parameter.',
    },
  ]);
});

test('a header that changed in several operations is told with its response, where it is one', () => {
  const document = (statuses: string[], required: boolean): OpenApiDocument => {
    const response = { description: '', headers: { 'Retry-After': { required, schema: { type: 'integer' } } } };
    const responses = Object.fromEntries(statuses.map((status) => [status, response]));
    const get = (operationId: string) => ({ get: { operationId, responses } });
    return {
      openapi: '3.1.0',
      info: { title: '', version: '1' },
      paths: { '/a': get('getA'), '/b': get('getB') },
    };
  };
  const messagesOf = (...statuses: string[]) =>
    documentChanges({ before: document(statuses, false), after: document(statuses, true) }).map(
      ({ message }) => message,
    );
  expect(messagesOf('429')).toEqual(['`header.Retry-After` of `429` in 2 operations: is now always there.']);
  expect(messagesOf('429', '503')).toEqual(['`header.Retry-After` in 2 operations: is now always there.']);
});

test('a 3.0 document is compared with a 3.1 document by what both mean', () => {
  const old: OpenApiDocument = {
    ...pets(
      pet({ name: { type: 'string', nullable: true }, age: { type: 'integer', minimum: 0, exclusiveMinimum: true } }),
    ),
    openapi: '3.0.3',
  };
  const now = pets(pet({ name: { type: ['string', 'null'] }, age: { type: 'integer', exclusiveMinimum: 0 } }));
  expect(documentChanges({ before: old, after: now })).toEqual([]);
});

test('an event is received: what it may carry besides breaks its readers', () => {
  const event = (values: Json[]): Partial<OpenApiDocument> => ({
    webhooks: {
      'pet.born': {
        post: {
          operationId: 'onBorn',
          requestBody: { content: { 'application/json': { schema: { enum: values } } } },
          responses: {},
        },
      },
    },
  });
  expect(
    documentChanges({ before: pets({ Pet: {} }, event(['cat'])), after: pets({ Pet: {} }, event(['cat', 'dog'])) }),
  ).toMatchObject([
    { severity: 'breaking', kind: 'added', subject: 'value', operation: 'pet.born', location: 'pet.born payload' },
  ]);
});

test('names of any letters are told as they are written', () => {
  const [change] = documentChanges({
    before: pets(pet({})),
    after: pets(pet({ '<b>`__proto__': { type: 'string' } })),
  });
  expect(change?.location).toBe('Pet.<b>`__proto__');
});

test('the items of a stream are compared, and an operation of any method', () => {
  const stream = (type: string): Partial<OpenApiDocument> => ({
    paths: {
      '/pets': {
        additionalOperations: {
          WATCH: {
            operationId: 'watchPets',
            responses: { 200: { description: '', content: { 'application/jsonl': { itemSchema: { type } } } } },
          },
        },
      },
    },
  });
  expect(
    documentChanges({ before: pets({}, stream('string')), after: pets({}, stream('integer')) }).map(
      ({ severity, message }) => `${severity}: ${message}`,
    ),
  ).toEqual(['breaking: `WATCH /pets 200 each item`: the type went from `string` to `integer`.']);
});

test('a server that comes or goes is told by its address, also where there was none', () => {
  const told = (before: string[], after: string[]) => {
    const of = (urls: string[]) => pets({ Pet: {} }, urls.length > 0 ? { servers: urls.map((url) => ({ url })) } : {});
    return documentChanges({ before: of(before), after: of(after) }).map(
      ({ severity, location }) => `${severity} ${location}`,
    );
  };
  expect(told(['/a', '/b'], ['/b', '/c'])).toEqual(['breaking server /a', 'non-breaking server /c']);
  expect(told([], ['/a'])).toEqual(['non-breaking server /a']);
  expect(told(['/a'], [])).toEqual(['breaking server /a']);
});
