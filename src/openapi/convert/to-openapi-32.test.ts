import { expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { toOpenApi32 } from './to-openapi-32.ts';

const example = { summary: 'One', value: { a: 1 } };
const source: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  tags: [{ name: 'pets', 'x-displayName': 'Pets', description: 'All of them.' }, { name: 'other' }],
  paths: {
    '/pets': {
      post: {
        parameters: [{ name: 'q', in: 'query', examples: { one: { value: 'x' } } }],
        requestBody: {
          content: { 'application/json': { examples: { example } }, 'text/csv': { examples: { example } } },
        },
        callbacks: {
          done: {
            '{$request.body#/url}': {
              post: { requestBody: { content: { 'application/json; charset=utf-8': { examples: { example } } } } },
            },
          },
        },
      },
    },
  },
  components: {
    examples: { shared: example },
    securitySchemes: {
      login: { type: 'oauth2', 'x-oauth2MetadataUrl': 'https://example.com/meta', flows: {} },
      key: { type: 'apiKey', in: 'header', name: 'x-oauth2MetadataUrl' },
    },
    schemas: {
      Pet: {
        properties: {
          examples: { type: 'object', properties: { value: { type: 'string' } } },
          id: { type: 'integer', xml: { attribute: true } },
          tags: { type: 'array', xml: { wrapped: true, name: 'tags' }, items: { xml: { name: 'tag' } } },
        },
      },
    },
  },
};

test('an older document is said in the words of 3.2, and stays as it is', () => {
  const before = structuredClone(source);
  const { paths, tags, components, ...root } = toOpenApi32(source, 'https://example.com/openapi.json');
  expect(source).toEqual(before);
  expect(root).toEqual({ openapi: '3.2.0', $self: 'https://example.com/openapi.json', info: source.info });
  expect(tags).toEqual([
    { name: 'pets', summary: 'Pets', kind: 'nav', description: 'All of them.' },
    { name: 'other', kind: 'nav' },
  ]);
  const data = { summary: 'One', dataValue: { a: 1 } };
  expect(paths?.['/pets']?.post).toMatchObject({
    parameters: [{ name: 'q', in: 'query', examples: { one: { dataValue: 'x' } } }],
    requestBody: {
      content: { 'application/json': { examples: { example: data } }, 'text/csv': { examples: { example } } },
    },
    callbacks: {
      done: {
        '{$request.body#/url}': {
          post: { requestBody: { content: { 'application/json; charset=utf-8': { examples: { example: data } } } } },
        },
      },
    },
  });
  expect(components).toEqual({
    examples: { shared: example },
    securitySchemes: {
      login: { type: 'oauth2', oauth2MetadataUrl: 'https://example.com/meta', flows: {} },
      key: { type: 'apiKey', in: 'header', name: 'x-oauth2MetadataUrl' },
    },
    schemas: {
      Pet: {
        properties: {
          examples: { type: 'object', properties: { value: { type: 'string' } } },
          id: { type: 'integer', xml: { nodeType: 'attribute' } },
          tags: { type: 'array', xml: { nodeType: 'element', name: 'tags' }, items: { xml: { name: 'tag' } } },
        },
      },
    },
  });
});

test('one of 3.0 comes by way of 3.1', () => {
  const old: OpenApiDocument = {
    openapi: '3.0.3',
    info: source.info,
    paths: {},
    components: { schemas: { A: { type: 'string', nullable: true } } },
  };
  const { components, openapi } = toOpenApi32(old, '/api');
  expect([openapi, components?.schemas?.A]).toEqual(['3.2.0', { type: ['string', 'null'] }]);
});

test('what is said in the words of 3.2 already, or is none of its kind, stays', () => {
  const example = { externalValue: 'https://example.com/a.json' };
  const parameters = [
    { name: 'a', in: 'query', examples: { example, odd: 7 } },
    { name: 'b', in: 'query', examples: 7 },
    { name: 'c', in: 'query', content: { 'text/csv': {} }, examples: { one: { value: 1 } } },
    7,
  ];
  const scheme = { type: 'oauth2', flows: {}, oauth2MetadataUrl: 'https://a.example' };
  const odd = {
    ...source,
    tags: [{ name: 'pets', 'x-displayName': 7, kind: 'badge' }],
    paths: { '/a': { get: { parameters, responses: null, 'x-note': { examples: { a: { value: 1 } } } } } },
    components: {
      securitySchemes: { a: scheme, b: { type: 'oauth2', flows: {} } },
      schemas: { A: { xml: { name: 'a' }, 'x-xml': { attribute: true } }, B: { xml: 7 } },
    },
  } as unknown as OpenApiDocument;
  const { tags, paths, components } = toOpenApi32(odd, '/api');
  expect({ tags, paths, components }).toStrictEqual({
    tags: [{ name: 'pets', kind: 'badge' }],
    paths: odd.paths,
    components: odd.components,
  });
  const two = { ...scheme, 'x-oauth2MetadataUrl': 'https://b.example' } as never;
  const both = toOpenApi32({ ...source, components: { securitySchemes: { two } } }, '/api');
  expect(both.components?.securitySchemes).toEqual({ two });
});

test.each([
  ...['properties', 'patternProperties', '$defs', 'dependentSchemas'].map((keyword) => [keyword, 'map'] as const),
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((keyword) => [keyword, 'list'] as const),
  ...['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'].map(
    (keyword) => [keyword, 'schema'] as const,
  ),
])('a schema below %s, a %s, is said in the words of 3.2, too', (keyword, shape) => {
  const below = (schema: SchemaObject): SchemaObject => ({
    [keyword]: shape === 'map' ? { xml: schema } : shape === 'list' ? [schema] : schema,
  });
  const older = below({ xml: { attribute: true } });
  const { components } = toOpenApi32({ ...source, components: { schemas: { A: older } } }, '/api');
  expect(components?.schemas?.A).toEqual(below({ xml: { nodeType: 'attribute' } }));
});
