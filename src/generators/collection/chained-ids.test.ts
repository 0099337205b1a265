import { expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { chainedIds } from './chained-ids.ts';

const answering = (operationId: string, properties: Record<string, SchemaObject>): OperationObject => ({
  operationId,
  responses: {
    200: { description: '', content: { 'application/json': { schema: { type: 'object', properties } } } },
  },
});

/** Who tells the id of a pet, where these operations are there. */
function supplier(collection: { get?: OperationObject; post?: OperationObject }, name = 'id', example = 'pet_1') {
  const id = { name, in: 'path' as const, required: true, example, schema: { type: 'string' } };
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/pets': collection, [`/pets/{${name}}`]: { get: { operationId: 'getPet', parameters: [id] } } },
  };
  return chainedIds(document, listOperations(document)).get('pet_id');
}

const list = answering('listPets', { data: { type: 'array' } });

test('an id comes from the record that a creation answers with, even where a list could tell one', () => {
  expect(supplier({ get: list, post: answering('addPet', { id: { type: 'string' } }) })).toEqual({
    variable: 'pet_id',
    example: 'pet_1',
    operationId: 'addPet',
    from: 'record',
  });
});

test('an id comes from the list where a creation answers without one, or is not there', () => {
  expect(supplier({ get: list, post: answering('importPets', { job: {} }) })).toMatchObject({
    operationId: 'listPets',
    from: 'list',
  });
  expect(supplier({ get: list })).toMatchObject({ operationId: 'listPets' });
});

test('an id that no answer holds is not chained', () => {
  expect(supplier({ get: answering('countPets', { count: {} }), post: answering('importPets', { job: {} }) })).toBe(
    undefined,
  );
  expect(supplier({})).toBeUndefined();
});

test('a variable has a name that each program and its scripts can write', () => {
  expect(supplier({ get: list }, 'pet-id')).toMatchObject({ variable: 'pet_id', example: 'pet_1' });
});

test.each(['{{api_key}}', '{% file %}', '{# a #}', '<<api_key>>'])(
  'of an id, no example is a variable: %j',
  (example) => {
    expect(supplier({ get: list }, 'id', example)).toMatchObject({ example: '' });
  },
);
