import { expect, test } from 'vitest';
import type { OpenApiDocument } from './document.ts';
import { listOperations } from './operations.ts';
import { sliceOf } from './slice.ts';

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
          '404': { description: 'No such tree.', 'x-codes': ['not_found'] },
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

const slice = sliceOf(document, listOperations(document)[0] ?? expect.unreachable());

test('a slice has what a request needs', () => {
  expect(slice).toMatchObject({
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
  expect(slice.parameters[0]).toMatchObject({
    name: 'id',
    required: true,
    example: 'tree_1',
    style: 'simple',
    explode: false,
  });
  expect(slice.parameters[1]).not.toHaveProperty('example');
});

test('it carries the components that its schemas need, and no others', () => {
  expect(Object.keys(slice.$defs).toSorted()).toEqual(['Kind', 'Oak', 'Tree']);
});

test('its references are its own; a property named $ref is none', () => {
  expect(slice.body?.content[0]?.schema).toEqual({ $ref: '#/$defs/Tree' });
  expect(slice.$defs['Tree']).toMatchObject({
    properties: { $ref: { type: 'string' }, children: { items: { $ref: '#/$defs/Tree' } } },
  });
  expect(slice.$defs['Kind']).toMatchObject({ discriminator: { mapping: { oak: '#/$defs/Oak' } } });
});

test('it has an example body, and the extensions of its responses', () => {
  expect(slice.body?.content[0]?.examples[0]?.value).toMatchObject({ name: 'string' });
  expect(slice.responses['404']).toMatchObject({
    description: 'No such tree.',
    extensions: { 'x-codes': ['not_found'] },
  });
});
