import { expect, test } from 'vitest';
import type { OperationObject } from '../document/openapi-document.ts';
import { listOperations } from './operations.ts';

const base = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };

test('a path or query may send reserved characters as they are', () => {
  const parameters = (['path', 'query', 'header', 'cookie'] as const).map((place) => ({
    ...{ name: place, in: place, required: true, allowReserved: true },
  }));
  const [operation] = listOperations({
    ...base,
    paths: {
      '/{path}': { get: { parameters: [...parameters, { name: 'plain', in: 'query', allowReserved: false }] } },
    },
  });
  expect(operation?.parameters.filter(({ allowReserved }) => allowReserved).map(({ name }) => name)).toEqual([
    'path',
    'query',
  ]);
  expect(operation?.parameters.at(-1)).not.toHaveProperty('allowReserved');
});

test('a parameter that is a document has what its media type says', () => {
  const content = { 'application/json': { schema: { type: 'object' }, example: { a: 1 } } };
  const form = { 'application/x-www-form-urlencoded': { itemSchema: { const: 1 }, encoding: { a: {} } } };
  const parameters = [
    { name: 'filter', in: 'query', content },
    { name: 'form', in: 'querystring', content: form },
    { name: 'plain', in: 'query', description: 'Plain.', deprecated: true, example: 1 },
  ] as OperationObject['parameters'];
  const [operation] = listOperations({ ...base, paths: { '/a': { get: { parameters } } } });
  const example = (value: unknown) => [{ name: '', summary: '', description: '', value }];
  const common = { required: false, style: 'form', explode: true };
  expect(operation?.parameters).toEqual([
    {
      ...{ name: 'filter', in: 'query', ...common, description: '', deprecated: false },
      ...{ mediaType: 'application/json', schema: { type: 'object' }, examples: example({ a: 1 }) },
    },
    {
      ...{ name: 'form', in: 'querystring', ...common, description: '', deprecated: false, examples: [] },
      ...{ mediaType: 'application/x-www-form-urlencoded', schema: { const: 1 }, encoding: { a: {} } },
    },
    {
      ...{ name: 'plain', in: 'query', ...common, description: 'Plain.', deprecated: true },
      ...{ schema: true, examples: example(1) },
    },
  ]);
});

test('bodies, answers and links may be without texts', () => {
  const externalDocs = { url: 'https://example.com' };
  const post: OperationObject = {
    ...{ externalDocs, requestBody: { description: 'What to add.', required: true, content: {} } },
    responses: {
      200: {
        ...{ summary: 'Done', description: 'All done.' },
        links: {
          next: { operationId: 'b', description: 'Go on.', parameters: { id: 1 } },
          none: {},
          odd: 7,
        },
      },
      default: {} as never,
    },
  };
  const [a, b] = listOperations({
    ...base,
    paths: { '/a': { post, put: { requestBody: { content: {} } } } },
  }).toSorted(({ method: one }, { method: other }) => (one < other ? -1 : 1));
  const links = [
    { name: 'next', operationId: 'b', description: 'Go on.', parameters: { id: 1 } },
    { name: 'none', description: '', parameters: {} },
    { name: 'odd', description: '', parameters: {} },
  ];
  const empty = { headers: [], content: [], extensions: {} };
  expect(a).toMatchObject({
    externalDocs,
    requestBody: { description: 'What to add.', required: true, content: [] },
    responses: [
      { status: '200', summary: 'Done', description: 'All done.', links, ...empty },
      { status: 'default', summary: '', description: '', links: [], ...empty },
    ],
  });
  expect(b?.requestBody).toEqual({ description: '', required: false, content: [] });
  expect(b).not.toHaveProperty('externalDocs');
});
