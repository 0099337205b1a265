import { expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject, SchemaObject } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { chainedIds } from './chained-ids.ts';
import { expectationOf } from './expectation.ts';

const pet: SchemaObject = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, name: {} } };
const toy: SchemaObject = {
  type: 'object',
  required: ['id', 'kind'],
  properties: { id: { type: 'string' }, kind: {} },
};
const list = (items: SchemaObject): SchemaObject => ({
  type: 'object',
  required: ['data', 'total'],
  properties: { data: { type: 'array', items }, total: { type: 'integer' } },
});
const id = (name: string) => ({ name, in: 'path' as const, required: true, example: '1', schema: { type: 'string' } });
const answering = (
  operationId: string,
  status: number,
  schema?: SchemaObject,
  ...names: string[]
): OperationObject => ({
  operationId,
  parameters: names.map(id),
  responses: { [status]: { description: '', ...(schema && { content: { 'application/json': { schema } } }) } },
});

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  paths: {
    '/pets': { get: answering('listPets', 200, list(pet)), post: answering('addPet', 201, pet) },
    '/pets/{id}': { get: answering('getPet', 200, pet, 'id'), delete: answering('dropPet', 204, undefined, 'id') },
    '/pets/{id}/toys': { get: answering('listToys', 200, list(toy), 'id'), post: answering('addToy', 201, toy, 'id') },
    '/pets/{id}/toys/{toy_id}': {
      get: answering('getToy', 200, toy, 'id', 'toy_id'),
      put: answering('swapToy', 200, pet, 'id', 'toy_id'),
      patch: answering('breakToy', 400, toy, 'id', 'toy_id'),
    },
  },
};
const operations = listOperations(document);
const chained = chainedIds(document, operations);

test.each([
  ['listPets', { title: '200 OK', members: ['data', 'total'], lists: [{ name: 'data', members: ['id'] }] }],
  ['addPet', { title: '201 Created', hasBody: true, members: ['id'], lists: [] }],
  ['getPet', { sameId: 'pet_id' }],
  ['dropPet', { title: '204 No Content', hasBody: false, members: [] }],
  ['listToys', { lists: [{ name: 'data', members: ['id', 'kind'] }] }],
  ['getToy', { members: ['id', 'kind'], sameId: 'toy_id' }],
])('what is expected of %s', (operationId, expected) => {
  const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
  expect(expectationOf({ document, operations, chained }, operation)).toMatchObject(expected);
});

test('an answer that is another record than its path names has an id of its own; a failure is not expected', () => {
  const of = (operationId: string) => {
    const operation = operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
    return expectationOf({ document, operations, chained }, operation);
  };
  for (const other of ['swapToy', 'addToy', 'listPets', 'dropPet'])
    expect(of(other), other).not.toHaveProperty('sameId');
  expect(of('breakToy')).toBeUndefined();
});
