import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { toOpenApi30 } from './downgrade.ts';

const responses = { 200: { description: 'OK' } };

const SOURCE: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1', summary: 'S', license: { name: 'MIT', identifier: 'MIT' } },
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', examples: ['a'] } }],
      get: {
        operationId: 'getThing',
        'x-level': 'read',
        responses: {
          200: {
            description: 'OK',
            headers: { 'X-A': { schema: { const: 1 } } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Thing' },
                examples: { thing: { value: { type: ['null'], const: 1 } } },
              },
            },
          },
          404: { $ref: '#/components/responses/Missing', description: 'ignored by 3.0' },
        },
      },
    },
  },
  webhooks: {
    'thing.made': {
      post: {
        requestBody: { content: { 'application/json': { schema: { type: ['object', 'null'] } } } },
        responses,
      },
    },
  },
  components: {
    schemas: { Thing: { type: 'object', properties: { a: { type: ['string', 'null'] } } } },
    responses: { Missing: { description: 'Missing' } },
  },
};

describe('an OpenAPI 3.1 document turned into 3.0', () => {
  const result = () => toOpenApi30(SOURCE);

  test('is valid by an independent validator', async () => {
    const verdict = await new Validator().validate({ ...result() });
    expect(verdict).toMatchObject({ valid: true });
    expect(result().openapi).toBe('3.0.3');
  });

  test('converts schemas wherever they stand', () => {
    const { paths, components } = result();
    const { parameters, get } = paths!['/things/{id}']!;
    expect(parameters).toMatchObject([{ schema: { type: 'string', example: 'a' } }]);
    expect(get!.responses!['200']).toMatchObject({ headers: { 'X-A': { schema: { enum: [1] } } } });
    expect(components!.schemas!.Thing!.properties!.a).toEqual({ type: 'string', nullable: true });
  });

  test('keeps all that a parameter or header says', () => {
    const of = {
      description: 'D',
      required: true,
      deprecated: true,
      style: 'simple',
      explode: true,
      allowReserved: true,
      example: 1,
    };
    const schema = { type: 'string' };
    const components = {
      headers: { A: { ...of, schema } },
      parameters: { B: { ...of, name: 'b', in: 'path', schema } },
    } satisfies OpenApiDocument['components'];
    expect(toOpenApi30({ openapi: '3.1.0', info: SOURCE.info, components }).components).toEqual(components);
  });

  test('leaves example values as they are', () => {
    expect(JSON.stringify(result())).toContain('"value":{"type":["null"],"const":1}');
  });

  test('keeps extensions and bare references', () => {
    const get = result().paths!['/things/{id}']!.get!;
    expect(get['x-level']).toBe('read');
    expect(get.responses!['404']).toEqual({ $ref: '#/components/responses/Missing' });
  });

  test('puts converted webhooks under x-webhooks', () => {
    expect(result()).not.toHaveProperty('webhooks');
    expect(result()['x-webhooks']).toMatchObject({
      'thing.made': {
        post: { requestBody: { content: { 'application/json': { schema: { type: 'object', nullable: true } } } } },
      },
    });
  });

  test('names the licence by its address and drops the summary', () => {
    expect(result().info).toEqual({
      title: 'T',
      version: '1',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    });
  });

  test.each([
    [undefined, undefined],
    [{ name: 'Own' }, { name: 'Own' }],
    [
      { name: 'Own', url: 'https://example.com' },
      { name: 'Own', url: 'https://example.com' },
    ],
  ])('leaves the licence %j as it is', (license, expected) => {
    const info = { title: 'T', version: '1', ...(license && { license }) };
    expect(toOpenApi30({ openapi: '3.1.0', info }).info.license).toEqual(expected);
  });

  test('converts headers of parts, and adds neither webhooks nor components', () => {
    const encoding = (schema: object) => ({ a: { contentType: 'text/plain', headers: { 'X-A': { schema } } } });
    const post = (schema: object) => ({
      ...{ responses, callbacks: { done: { $ref: '#/components/callbacks/done' } } },
      requestBody: { content: { 'multipart/form-data': { encoding: encoding(schema) } } },
    });
    const paths = { '/a': { post: post({ const: 1 }) } };
    expect(toOpenApi30({ openapi: '3.1.0', info: SOURCE.info, paths } as OpenApiDocument)).toStrictEqual({
      openapi: '3.0.3',
      info: result().info,
      paths: { '/a': { post: post({ enum: [1] }) } },
    });
  });

  test('gives a document without paths empty ones', () => {
    const { webhooks } = SOURCE;
    expect(toOpenApi30({ openapi: '3.1.0', info: SOURCE.info, ...(webhooks && { webhooks }) }).paths).toEqual({});
  });

  test.each([
    [
      'an unknown field',
      { paths: { '/a': { get: { responses, query: {} } } } },
      '#/paths/~1a/get: OpenAPI 3.0 has no field',
    ],
    [
      'an operation without responses',
      { paths: { '/a': { get: {} } } },
      "#/paths/~1a/get: OpenAPI 3.0 requires 'responses'",
    ],
    ['shared path items', { components: { pathItems: {} } }, '#/components: OpenAPI 3.0 has no field'],
    ['another schema dialect', { jsonSchemaDialect: 'https://example.com' }, '#: OpenAPI 3.0 has no field'],
    ['a method of 3.2', { paths: { '/a': { query: { responses } } } }, "#/paths/~1a: OpenAPI 3.0 has no field 'query'"],
    [
      'what stands in a list',
      { paths: { '/a': { parameters: [{}, { schema: { contains: {} } }] } } },
      '#/paths/~1a/parameters/1/schema: ',
    ],
    ['mutual TLS', { components: { securitySchemes: { a: { type: 'mutualTLS' } } } }, 'mutualTLS'],
    ['a document of another version', { openapi: '3.0.3' }, '#/openapi'],
    [
      'a keyword without equivalent',
      { components: { schemas: { A: { contains: {} } } } },
      "#/components/schemas/A: OpenAPI 3.0 has no keyword 'contains'",
    ],
  ])('refuses %s', (_name, part, message) => {
    const document = { openapi: '3.1.0', info: SOURCE.info, ...part } as OpenApiDocument;
    expect(() => toOpenApi30(document)).toThrow(message);
  });
});
