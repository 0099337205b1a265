import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { listOperations } from '../model/operations.ts';
import { bundleOperation, successStatus } from './bundled-operation.ts';

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  servers: [{ url: 'https://{region}.example.com/v1/', description: 'Live', variables: { region: { default: 'eu' } } }],
  paths: {
    '/trees/{id}': {
      put: {
        operationId: 'putTree',
        security: [{ key: [] }, { oauth: ['trees:write'] }],
        'x-level': 'write',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'tree_1' },
          { name: 'dry', in: 'query', schema: { type: 'boolean' } },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } },
        },
        responses: {
          '404': {
            description: 'No such tree.',
            headers: { 'X-Id': { required: true }, 'X-More': {} },
            'x-codes': ['not_found'],
          },
          '200': {
            description: 'The tree.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Tree: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          $ref: { type: 'string' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          kind: { $ref: '#/components/schemas/Kind' },
        },
      },
      Kind: {
        oneOf: [{ $ref: '#/components/schemas/Oak' }],
        discriminator: { propertyName: 'k', mapping: { oak: 'Oak' } },
      },
      Oak: { type: 'object', properties: { k: { const: 'oak' } } },
      Unused: { type: 'string' },
    },
    securitySchemes: { key: { type: 'http', scheme: 'Bearer' }, oauth: { type: 'oauth2', flows: {} } },
  },
};

const putTree = () => bundleOperation(document, listOperations(document)[0] ?? expect.unreachable());

test('a bundled operation has what a request needs', () => {
  const operation = putTree();
  expect(operation).toMatchObject({
    operationId: 'putTree',
    method: 'PUT',
    path: '/trees/{id}',
    servers: [{ url: 'https://eu.example.com/v1', description: 'Live' }],
    success: '200',
    extensions: { 'x-level': 'write' },
    security: [
      [{ id: 'key', type: 'http', scheme: 'bearer', scopes: [] }],
      [{ id: 'oauth', type: 'oauth2', scopes: ['trees:write'] }],
    ],
  });
  expect(operation.parameters[0]).toMatchObject({
    name: 'id',
    required: true,
    example: 'tree_1',
    style: 'simple',
    explode: false,
  });
  expect(operation.parameters[1]).not.toHaveProperty('example');
});

test('it carries the components that its schemas need, and no others', () => {
  expect(Object.keys(putTree().$defs).toSorted()).toEqual(['Kind', 'Oak', 'Tree']);
});

test('its references are its own; a property named $ref is none', () => {
  const operation = putTree();
  expect(operation.body?.content[0]?.schema).toEqual({ $ref: '#/$defs/Tree' });
  expect(operation.$defs['Tree']).toMatchObject({
    properties: { $ref: { type: 'string' }, children: { items: { $ref: '#/$defs/Tree' } } },
  });
  expect(operation.$defs['Kind']).toMatchObject({ discriminator: { mapping: { oak: '#/$defs/Oak' } } });
});

test('it has an example body, and the extensions of its responses', () => {
  const operation = putTree();
  expect(operation.body?.content[0]?.examples[0]?.value).toMatchObject({ name: 'string' });
  expect(operation.responses['404']).toMatchObject({
    description: 'No such tree.',
    headers: [
      { name: 'X-Id', required: true },
      { name: 'X-More', required: false },
    ],
    extensions: { 'x-codes': ['not_found'] },
  });
});

test('it is cut out once, and is the same wherever it is asked for', () => {
  const [listed = expect.unreachable()] = listOperations(document);
  expect(bundleOperation(document, listed)).toBe(bundleOperation(document, listed));
});

test.each([
  [['default', '404', '201'], '201'],
  [['404', 'default', '500'], 'default'],
  [['404', '500'], '404'],
  [['404', '2XX', 'default'], '2XX'],
  [[], '200'],
])('of the answers %j the success is %s', (statuses, success) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, { description: '' }]));
  const [operation] = listOperations({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/a': { get: { responses } } },
  });
  expect(operation && successStatus(operation)).toBe(success);
});

/** What is bundled of one operation of a document. */
function bundled(operation: object, securitySchemes: object = {}) {
  const api = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    paths: { '/a': { get: { operationId: 'a', responses: {}, ...operation } } },
    components: { securitySchemes },
  } as unknown as OpenApiDocument;
  return bundleOperation(api, listOperations(api)[0] ?? expect.unreachable());
}

test('a way to sign in is bundled with what a request says; one that nobody defines says nothing', () => {
  const { security } = bundled(
    { security: [{ key: [], nowhere: [] }] },
    { key: { type: 'apiKey', in: 'query', name: 'token' } },
  );
  expect(security).toEqual([[{ id: 'key', type: 'apiKey', in: 'query', name: 'token', scopes: [] }]]);
});

test('a response has the schema and the example that it has, and no others', () => {
  const content = {
    'text/plain': {},
    'application/json': { schema: { type: 'string' }, example: 'x' },
    'application/jsonl': { itemSchema: { type: 'integer' } },
  };
  const { responses } = bundled({ responses: { 200: { description: '', content } } });
  expect(responses['200']?.content).toEqual([
    { mediaType: 'text/plain' },
    { mediaType: 'application/json', schema: { type: 'string' }, example: 'x' },
    { mediaType: 'application/jsonl', itemSchema: { type: 'integer' } },
  ]);
});

test('a parameter says what of it is sent as it stands, and of which parts a query string is', () => {
  const content = {
    'application/x-www-form-urlencoded': {
      schema: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } },
      encoding: { tags: { style: 'pipeDelimited', explode: false } },
    },
  };
  const { parameters } = bundled({
    parameters: [
      { name: 'raw', in: 'query', allowReserved: true, schema: { type: 'string' } },
      { name: 'whole', in: 'querystring', content },
    ],
  });
  expect(parameters).toMatchObject([
    { name: 'raw', allowReserved: true },
    { name: 'whole', mediaType: 'application/x-www-form-urlencoded', parts: { tags: { style: 'pipeDelimited' } } },
  ]);
  expect(parameters[0]).not.toHaveProperty('mediaType');
  expect(parameters[0]).not.toHaveProperty('parts');
  expect(parameters[1]).not.toHaveProperty('allowReserved');
});
