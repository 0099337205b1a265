import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { operationRows } from './operation-rows.ts';

const rowsOf = (operation: object, components: object = {}) =>
  operationRows({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { post: { operationId: 'addPet', ...operation } } },
    components,
  } as OpenApiDocument);

test('the scope of an operation is that of the sign-in by OAuth, which need not be named first', () => {
  expect(rowsOf({ security: [{ key: [] }, { oauth2: ['pets.write'] }] })).toMatchObject([{ scope: 'pets.write' }]);
  expect(rowsOf({ security: [{ key: [] }] })).toMatchObject([{ scope: undefined }]);
  expect(rowsOf({})).toMatchObject([{ scope: undefined }]);
});

test('of its parameters those of the query are kept, with what limits them, through references', () => {
  const parameters = [
    { name: 'id', in: 'path', schema: { type: 'string' } },
    { name: 'trace', in: 'header', schema: { type: 'object' } },
    { $ref: '#/components/parameters/limit' },
  ];
  const limit = { name: 'limit', in: 'query', schema: { $ref: '#/components/schemas/Limit' } };
  const Limit = { type: 'integer', minimum: 1, maximum: 9, description: 'How many.' };
  const [row] = rowsOf({ parameters }, { parameters: { limit }, schemas: { Limit } });
  expect(row).toMatchObject({ query: { limit: { type: 'integer', minimum: 1, maximum: 9 } } });
  expect(Object.keys((row as { query: object }).query)).toEqual(['limit']);
});

test('a query parameter of a type that the sandbox does not read is refused by its name', () => {
  const of = (schema: object) => () => rowsOf({ parameters: [{ name: 'by', in: 'query', schema }] });
  expect(of({ type: 'array' })).toThrow('The query parameter by has a type that the sandbox does not read: array');
  for (const type of ['integer', 'boolean', 'string']) expect(of({ type })).not.toThrow();
});

test('a body is required, optional or none; its status is the first success', () => {
  const content = { 'application/json': { schema: {} } };
  const [responses, created] = [{ 400: {}, 201: {}, 204: {} }, { status: 201 }];
  expect(rowsOf({ responses, requestBody: { content, required: true } })).toMatchObject([
    { ...created, body: 'required' },
  ]);
  expect(rowsOf({ responses, requestBody: { content } })).toMatchObject([{ ...created, body: 'optional' }]);
  expect(rowsOf({ responses })).toMatchObject([{ ...created, body: 'none', method: 'POST', path: '/pets' }]);
});

test('the dates of a deprecation are kept in seconds, and have to be there and in order', () => {
  const dated = (since?: unknown, sunset?: unknown) =>
    rowsOf({ deprecated: true, 'x-deprecated': since, 'x-sunset': sunset });
  expect(dated('1970-01-02', '1970-01-03')).toMatchObject([{ deprecation: { since: 86_400, sunset: 172_800 } }]);
  expect(dated('1970-01-02', '1970-01-02')).toMatchObject([{ deprecation: { since: 86_400, sunset: 86_400 } }]);
  expect(dated('1970-01-02')).toMatchObject([{ deprecation: { since: 86_400, sunset: undefined } }]);
  expect(rowsOf({ 'x-deprecated': 'soon' })[0]).not.toHaveProperty('deprecation');
  expect(() => dated()).toThrow('addPet is deprecated: it needs x-deprecated, the date since when');
  expect(() => dated('soon')).toThrow('addPet: x-deprecated is no date: soon');
  expect(() => dated('1970-01-03', '1970-01-02')).toThrow('addPet: x-sunset is before x-deprecated');
});
