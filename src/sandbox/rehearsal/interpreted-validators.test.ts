import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Schema, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { interpretedValidators } from './interpreted-validators.ts';

const CONTENT = 'application/json';

function validatorsOf(schema: Schema | undefined, schemas: Record<string, SchemaObject> = {}, mediaType = CONTENT) {
  const content = { [mediaType]: schema === undefined ? {} : { schema } };
  return interpretedValidators({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets': {
        post: { operationId: 'addPet', requestBody: { content }, responses: {} },
        get: { operationId: 'listPets', responses: {} },
      },
    },
    components: { schemas },
  } as OpenApiDocument);
}

/** What is told of a value: none where it is taken. */
function told(value: unknown, schema: Schema, schemas: Record<string, SchemaObject> = {}) {
  const validate = validatorsOf(schema, schemas)['addPet'] ?? expect.unreachable();
  expect(validate(value)).toBe(validate.errors === null);
  return validate.errors;
}

const first = (...given: Parameters<typeof told>) => told(...given)?.[0];

test('there is a validator for each body of JSON with a schema, and for no other', () => {
  expect(Object.keys(validatorsOf({ type: 'object' }))).toEqual(['addPet']);
  expect(Object.keys(validatorsOf({ type: 'object' }, {}, 'application/merge-patch+json'))).toEqual(['addPet']);
  for (const none of [validatorsOf(true), validatorsOf(undefined), validatorsOf({ type: 'string' }, {}, 'text/plain')])
    expect(none).toEqual({});
});

describe('a violation is told as a compiled validator tells it', () => {
  test.each<[unknown, SchemaObject, object]>([
    [7, { type: 'string' }, { instancePath: '', keyword: 'type', params: { type: 'string' } }],
    [
      { age: 3 },
      { properties: { age: { minimum: 4 } } },
      { instancePath: '/age', keyword: 'minimum', params: { limit: 4 } },
    ],
    [['ab'], { items: { maxLength: 1 } }, { instancePath: '/0', keyword: 'maxLength', params: { limit: 1 } }],
    ['cow', { enum: ['cat'] }, { instancePath: '', keyword: 'enum', params: { allowedValues: ['cat'] } }],
    ['cow', { const: 'cat' }, { instancePath: '', keyword: 'const', params: { allowedValue: 'cat' } }],
    ['cow', { pattern: '^a' }, { instancePath: '', keyword: 'pattern', params: { pattern: '^a' } }],
    ['cow', { format: 'email' }, { instancePath: '', keyword: 'format', params: { format: 'email' } }],
    [
      { owner: {} },
      { properties: { owner: { required: ['first "name"'] } } },
      { instancePath: '/owner', keyword: 'required', params: { missingProperty: 'first "name"' } },
    ],
    [
      { owner: { 'a/b~c d': 1 } },
      { properties: { owner: { additionalProperties: false } } },
      { instancePath: '/owner', keyword: 'additionalProperties', params: { additionalProperty: 'a/b~c d' } },
    ],
    [
      { 'x y': 'ab' },
      { properties: { 'x y': { maxLength: 1 } } },
      { instancePath: '/x y', keyword: 'maxLength', params: { limit: 1 } },
    ],
    [
      { 'a/b~': 'ab' },
      { properties: { 'a/b~': { maxLength: 1 } } },
      { instancePath: '/a~1b~0', keyword: 'maxLength', params: { limit: 1 } },
    ],
  ])('%j of %j', (value, schema, violation) => {
    expect(first(value, schema)).toMatchObject(violation);
  });

  test('through references, and without what only says that something below does not hold', () => {
    const schemas = {
      Pet: { allOf: [{ properties: { name: { $ref: '#/components/schemas/Name' } } }] },
      Name: { maxLength: 2 },
    };
    expect(told({ name: 'Rex' }, { $ref: '#/components/schemas/Pet' }, schemas)).toMatchObject([
      { instancePath: '/name', keyword: 'maxLength', params: { limit: 2 } },
    ]);
  });
});

describe('what says nothing of values is passed over', () => {
  test.each<[unknown, SchemaObject]>([
    ['x', { example: { id: 'no address' }, type: 'string' }],
    [{ id: 'x' }, { properties: { id: { description: 'Its id.', type: 'string' } }, examples: [{ id: 'a' }] }],
    // A validator takes an id for the address of a schema, of which there may be one.
    [{ a: 'x' }, { properties: { a: { example: { id: 'same' } }, b: { allOf: [{ example: { id: 'same' } }] } } }],
    ['x', { 'x-note': { $ref: '#/nowhere' } }],
  ])('%j is taken by %j', (value, schema) => {
    expect(told(value, schema)).toBeNull();
  });

  test('but not a field that is called so, nor a value that looks so', () => {
    const fields = { properties: { description: { type: 'string' }, 'x-note': { type: 'string' } } } as const;
    expect(first({ description: 7 }, fields)).toMatchObject({ instancePath: '/description', keyword: 'type' });
    expect(first({ 'x-note': 7 }, fields)).toMatchObject({ instancePath: '/x-note', keyword: 'type' });
    const values: SchemaObject = { enum: [{ description: 'a' }], type: 'object' };
    expect(told({ description: 'a' }, values)).toBeNull();
    expect(first({}, values)).toMatchObject({ keyword: 'enum' });
    expect(first({}, { const: { title: 'a' } })).toMatchObject({ keyword: 'const' });
    const named = { title: { type: 'string' } } as const;
    expect(first(7, { $ref: '#/components/schemas/title' }, named)).toMatchObject({ keyword: 'type' });
  });
});
