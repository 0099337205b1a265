import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject, PathItem } from '../document/openapi-document.ts';
import { listOperations, listWebhooks } from './operations.ts';

const base = { openapi: '3.1.0', info: { title: 'Test', version: '1' } };

describe('an operation', () => {
  test('merges the path’s parameters with its own, which win', () => {
    const document: OpenApiDocument = {
      ...base,
      paths: {
        '/users/{id}': {
          parameters: [
            { name: 'id', in: 'path', required: true, description: 'From the path.' },
            { $ref: '#/components/parameters/Trace' },
          ],
          get: {
            operationId: 'getUser',
            parameters: [
              { name: 'id', in: 'path', required: true, description: 'Its own.' },
              { name: 'id', in: 'query' },
            ],
          },
        },
      },
      components: { parameters: { Trace: { name: 'X-Trace', in: 'header' } } },
    };
    const [operation] = listOperations(document);
    expect(operation?.parameters.map(({ name, in: place, description }) => [name, place, description])).toEqual([
      ['id', 'path', 'Its own.'],
      ['X-Trace', 'header', ''],
      ['id', 'query', ''],
    ]);
  });

  test('knows the defaults of style and explode', () => {
    const parameters = (['path', 'query', 'header', 'cookie'] as const).map((place) => ({
      name: place,
      in: place,
      required: true,
    }));
    const [operation] = listOperations({
      ...base,
      paths: {
        '/{path}': { get: { parameters: [...parameters, { name: 'deep', in: 'query', style: 'deepObject' }] } },
      },
    });
    expect(operation?.parameters.map(({ style, explode }) => [style, explode])).toEqual([
      ['simple', false],
      ['form', true],
      ['simple', false],
      ['form', true],
      ['deepObject', false],
    ]);
  });

  test('ignores header parameters of what has a place of its own, in any case', () => {
    const names = ['Accept', 'content-type', 'AUTHORIZATION', 'X-Accept'];
    const parameters = names.map((name) => ({ name, in: 'header' as const, required: true }));
    const [operation] = listOperations({ ...base, paths: { '/a': { get: { parameters } } } });
    expect(operation?.parameters.map(({ name }) => name)).toEqual(['X-Accept']);
  });

  test('asks for what its path names, also where nobody declares it', () => {
    const q = { name: 'q', in: 'query' } as const;
    const get: OperationObject = { parameters: [{ name: 'id', in: 'path', required: true }, q] };
    const namesOf = (path: string) =>
      listOperations({ ...base, paths: { [path]: { get } } })[0]?.parameters.map(
        ({ in: place, name }) => `${place} ${name}`,
      );
    expect(namesOf('/a/{id}')).toEqual(['path id', 'query q']);
    expect(namesOf('/{tenant}/{id}/{tenant}')).toEqual(['path id', 'query q', 'path tenant']);
    expect(namesOf('/a/{id}?q={q}&kind={kind}#{part}')).toEqual(['path id', 'query q', 'path kind']);
    const [made] = listOperations({ ...base, paths: { '/{made}': { get: {} } } })[0]?.parameters ?? [];
    expect(made).toMatchObject({ name: 'made', in: 'path', required: true, schema: { type: 'string' } });
  });

  test('has no template in the name of a webhook or callback', () => {
    const [webhook] = listWebhooks({ ...base, webhooks: { 'a{b}': { post: {} } } });
    expect(webhook?.parameters).toEqual([]);
  });

  test('has no response header that tells the media type', () => {
    const headers = { 'content-type': { schema: { type: 'string' } }, 'X-Id': { schema: { type: 'string' } } };
    const get: OperationObject = { responses: { '200': { description: 'Done.', headers } } };
    const [operation] = listOperations({ ...base, paths: { '/a': { get } } });
    expect(operation?.responses[0]?.headers.map(({ name }) => name)).toEqual(['X-Id']);
  });

  test('inherits security and servers, and can be without', () => {
    const document: OpenApiDocument = {
      ...base,
      security: [{ key: [] }],
      servers: [{ url: 'https://a.example' }],
      paths: { '/a': { get: {} }, '/b': { servers: [{ url: 'https://b.example' }], get: { security: [] } } },
    };
    const [a, b] = listOperations(document);
    expect([a?.security, a?.servers[0]?.url]).toEqual([[{ key: [] }], 'https://a.example']);
    expect([b?.security, b?.servers[0]?.url]).toEqual([[], 'https://b.example']);
  });

  test('keeps its extensions and those of its responses', () => {
    const get: OperationObject = {
      'x-level': 'read',
      responses: { '404': { description: 'Gone.', 'x-codes': ['not_found'] } },
    };
    const [operation] = listOperations({ ...base, paths: { '/a': { get } } });
    expect(operation?.extensions).toEqual({ 'x-level': 'read' });
    expect(operation?.responses[0]?.extensions).toEqual({ 'x-codes': ['not_found'] });
  });

  test('may have any method: those of OpenAPI first, others as they are written', () => {
    const item = {
      additionalOperations: { COPY: { operationId: 'copy' }, 'm-Search': {} },
      query: {},
      get: {},
    } satisfies PathItem;
    const operations = listOperations({ ...base, paths: { '/a': item } });
    expect(operations.map(({ operationId, method, summary }) => [operationId, method, summary])).toEqual([
      ['getA', 'get', 'GET /a'],
      ['queryA', 'query', 'QUERY /a'],
      ['copy', 'COPY', 'COPY /a'],
      ['mSearchA', 'm-Search', 'm-Search /a'],
    ]);
  });

  test('is deprecated where it says so; what begins with x- is neither path, webhook nor response', () => {
    const get: OperationObject = { deprecated: true, responses: { 200: { description: '' }, 'x-note': {} as never } };
    const document = {
      ...base,
      paths: { '/a': { get }, 'x-b': { get }, '/c': { get: {} } },
      webhooks: { 'x-d': { get } },
    };
    expect(listOperations(document).map(({ path, deprecated }) => [path, deprecated])).toEqual([
      ['/a', true],
      ['/c', false],
    ]);
    expect(listOperations(document)[0]?.responses.map(({ status }) => status)).toEqual(['200']);
    expect(listWebhooks(document)).toEqual([]);
  });

  test('has the texts of its path where it has none, and the path where there are none but blanks', () => {
    const item: PathItem = {
      summary: ' Pets ',
      description: 'All of them.',
      get: {},
      put: { summary: 'Own', description: '' },
    };
    const texts = (paths: Record<string, PathItem>) =>
      listOperations({ ...base, paths }).map(({ summary, description }) => [summary, description]);
    expect(texts({ '/a': item, '/b': { summary: ' ', get: { summary: ' ' } } })).toEqual([
      ['Pets', 'All of them.'],
      ['Own', ''],
      ['GET /b', ''],
    ]);
  });

  test('names its callbacks', () => {
    const post: OperationObject = { callbacks: { paid: { '{$request.body#/url}': { post: { summary: 'Paid' } } } } };
    const [operation] = listOperations({ ...base, paths: { '/a': { post } } });
    expect(operation?.callbacks.map(({ name, operation: called }) => [name, called.method, called.path])).toEqual([
      ['paid', 'post', '{$request.body#/url}'],
    ]);
  });
});

describe('names that are missing or taken', () => {
  const ids = (paths: OpenApiDocument['paths']): string[] =>
    listOperations({ ...base, paths: paths ?? {} }).map(({ operationId }) => operationId);

  test('a missing operationId is made of method and path', () => {
    expect(ids({ '/users/{id}/posts': { get: {} } })).toEqual(['getUsersIdPosts']);
  });

  test('a made-up one never takes one that the document gives elsewhere', () => {
    expect(ids({ '/users': { get: {} }, '/other': { get: { operationId: 'getUsers' } } })).toEqual([
      'getUsers-2',
      'getUsers',
    ]);
  });

  test('a duplicate gets a number', () => {
    expect(ids({ '/a': { get: { operationId: 'same' } }, '/b': { get: { operationId: 'same' } } })).toEqual([
      'same',
      'same-2',
    ]);
  });

  test('an operation without a tag goes to the first fixed part of its path', () => {
    expect(listOperations({ ...base, paths: { '/v2/{region}/droplets': { get: {} } } })[0]?.tag).toBe('droplets');
  });

  test('one without a summary is called by method and path', () => {
    expect(listOperations({ ...base, paths: { '/a': { get: {} } } })[0]?.summary).toBe('GET /a');
  });
});

test('webhooks carry their name as path', () => {
  const document: OpenApiDocument = {
    ...base,
    webhooks: { 'message.created': { post: { operationId: 'onMessage' } } },
  };
  expect(listWebhooks(document).map(({ path, operationId }) => [path, operationId])).toEqual([
    ['message.created', 'onMessage'],
  ]);
});

test('a response header named Content-Type is left out, however it is written', () => {
  const headers = { 'content-TYPE': { schema: { const: 'x' } }, 'X-Other': { schema: { type: 'string' } } };
  const [operation] = listOperations({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/x': { get: { responses: { '200': { description: '', headers } } } } },
  });
  expect(operation?.responses[0]?.headers.map(({ name }) => name)).toEqual(['X-Other']);
});
