import { describe, expect, test } from 'vitest';
import type { MediaTypeObject, OpenApiDocument, OperationObject } from '../../openapi/document/openapi-document.ts';
import { listOperations } from '../../openapi/model/operations.ts';
import { bundleOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { SampleRequest } from './request.ts';
import type { SampleValues } from './sample-request.ts';
import { sampleRequest } from './sample-request.ts';

function request(post: OperationObject, values: Partial<SampleValues> = {}): SampleRequest {
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'Test', version: '1' },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: { '/things/{id}': { post } },
    components: {
      schemas: {
        Upload: {
          type: 'object',
          properties: {
            photos: { type: 'array', items: { $ref: '#/components/schemas/Bytes' } },
            cover: { $ref: '#/components/schemas/Bytes' },
            logo: { contentMediaType: 'image/png' },
            icon: {},
          },
        },
        Bytes: { type: 'string', format: 'binary' },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        header: { type: 'apiKey', in: 'header', name: 'X-Key' },
        query: { type: 'apiKey', in: 'query', name: 'key' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      },
    },
  };
  return sampleRequest(bundleOperation(document, listOperations(document)[0] ?? expect.unreachable()), {
    secretVariable: 'API_KEY',
    ...values,
  });
}

const secret = { variable: 'API_KEY' };
const id = { name: 'id', in: 'path', required: true, example: 'a/b c' } as const;

describe('the request of a sample', () => {
  test('has the required parameters, encoded, and no optional ones', () => {
    const { url } = request({
      parameters: [
        id,
        { name: 'q', in: 'query', required: true, example: 'x&y' },
        { name: 'page', in: 'query', example: 2 },
      ],
    });
    expect(url).toBe('https://api.example.com/v1/things/a%2Fb%20c?q=x%26y');
  });

  test('has the parameters that are set instead', () => {
    const parameters = new Map<string, unknown>([
      ['path:id', '1'],
      ['query:tags', ['a', 'b']],
      ['header:X-Note', 'n'],
      ['cookie:theme', 'dark'],
    ]);
    const names = [
      id,
      { name: 'tags', in: 'query' },
      { name: 'X-Note', in: 'header' },
      { name: 'theme', in: 'cookie' },
    ] as const;
    expect(request({ parameters: [...names] }, { parameters })).toMatchObject({
      url: 'https://api.example.com/v1/things/1?tags=a&tags=b',
      headers: [
        ['X-Note', 'n'],
        ['Cookie', 'theme=dark'],
      ],
    });
  });

  test.each([
    ['bearer', [['Authorization', ['Bearer ', secret]]], ''],
    ['basic', [['Authorization', ['Basic ', secret]]], ''],
    ['header', [['X-Key', [secret]]], ''],
    ['query', [], '?key='],
    ['cookie', [['Cookie', ['sid=', secret]]], ''],
  ])('carries the secret of a %s scheme', (scheme, headers, query) => {
    const made = request({ parameters: [id], security: [{ [scheme]: [] }] });
    const url = `https://api.example.com/v1/things/a%2Fb%20c${query}`;
    expect([made.headers, made.url]).toEqual([headers, query === '' ? url : [url, secret]]);
  });

  test('has the example body with its media type, as files where it holds bytes', () => {
    expect(request({ requestBody: { content: { 'application/json': { example: { a: 1 } } } } })).toMatchObject({
      body: { a: 1 },
      bodyFormat: 'json',
      headers: [['Content-Type', 'application/json']],
    });
    const schema = {
      type: 'object',
      properties: { note: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    };
    expect(
      request({ requestBody: { content: { 'multipart/form-data': { schema, example: { note: 'n', file: '' } } } } }),
    ).toMatchObject({
      body: [
        ['note', 'n'],
        ['file', { file: 'file.bin' }],
      ],
      bodyFormat: 'multipart',
      headers: [],
    });
  });

  test('sends the members of a form as its schema and its encoding say', () => {
    const schema = {
      allOf: [{ $ref: '#/components/schemas/Upload' }],
      properties: { meta: {}, page: { type: 'integer' as const }, filter: { type: 'object' as const } },
    };
    const example = {
      photos: ['x'],
      cover: 'x',
      logo: 'x',
      icon: 'x',
      meta: { a: [1] },
      notes: [{ b: 1 }, 'c'],
      tags: ['d', 'e'],
      page: 2,
      filter: { f: 'g' },
    };
    const encoding = {
      cover: { contentType: 'image/png' },
      logo: { contentType: 'image/png, image/jpeg' },
      icon: { contentType: 'image/*' },
      meta: { contentType: 'application/ld+json' },
      filter: { style: 'deepObject', explode: true },
    };
    const content = { schema, example, encoding };
    expect(request({ requestBody: { content: { 'multipart/form-data': content } } }).body).toEqual([
      ['photos', { file: 'photos.bin' }],
      ['cover', { file: 'cover.bin', type: 'image/png' }],
      ['logo', { file: 'logo.bin', type: 'image/png' }],
      ['icon', { file: 'icon.bin' }],
      ['meta', { text: '{"a":[1]}', type: 'application/ld+json' }],
      ['notes', { text: '{"b":1}', type: 'application/json' }],
      ['notes', 'c'],
      ['tags', 'd'],
      ['tags', 'e'],
      ['page', '2'],
      ['filter[f]', 'g'],
    ]);
    const form = request({
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': {
            ...content,
            example: { meta: { a: 1 }, tags: ['d', 'e'], filter: { f: 'g' } },
          },
        },
      },
    });
    expect(form.body).toEqual([
      ['meta', '{"a":1}'],
      ['tags', 'd'],
      ['tags', 'e'],
      ['filter[f]', 'g'],
    ]);
  });

  test('knows what comes back', () => {
    expect(request({ responses: { 204: { description: '' } } }).responseFormat).toBe('none');
    expect(
      request({ responses: { 200: { description: '', content: { 'application/problem+json': {} } } } }).responseFormat,
    ).toBe('json');
    expect(request({ responses: { 200: { description: '', content: { 'text/csv': {} } } } }).responseFormat).toBe(
      'text',
    );
  });

  describe('with a body that is a file', () => {
    const bodyOf = (content: Record<string, MediaTypeObject>) =>
      request({ parameters: [id], requestBody: { content } });

    test('sends one where the document says nothing of it, or that it is bytes', () => {
      expect(bodyOf({ 'application/octet-stream': {} })).toMatchObject({
        body: 'file.bin',
        bodyFormat: 'binary',
        headers: [['Content-Type', 'application/octet-stream']],
      });
      expect(bodyOf({ 'application/zip': { example: 'UEsDBA' } })).toMatchObject({ body: 'file.zip' });
    });

    test('sends one media type of a range', () => {
      expect(bodyOf({ 'image/*': { schema: { type: 'string', format: 'binary' } } })).toMatchObject({
        body: 'file.png',
        headers: [['Content-Type', 'image/png']],
      });
      expect(bodyOf({ '*/*': { schema: { type: 'object', properties: { a: { const: 1 } } } } })).toMatchObject({
        body: { a: 1 },
        headers: [['Content-Type', 'application/json']],
      });
    });

    test('makes a body from the schema where the example stands elsewhere, else names the file', () => {
      const examples = { big: { externalValue: 'https://example.com/files/big%20order.json?v=1' } };
      const schema = { type: 'object', properties: { sku: { const: 'A-1' } } };
      expect(bodyOf({ 'application/json': { schema, examples } })).toMatchObject({ body: { sku: 'A-1' } });
      expect(bodyOf({ 'application/json': { examples } })).toMatchObject({
        body: 'big-order.json',
        bodyFormat: 'binary',
        headers: [['Content-Type', 'application/json']],
        notes: ['big-order.json is at https://example.com/files/big%20order.json?v=1'],
      });
    });
  });

  test('streams what is a stream, and writes bytes to a file of their kind', () => {
    const back = (mediaType: string) => {
      const { responseFormat, responseFile } = request({
        responses: { 200: { description: '', content: { [mediaType]: {} } } },
      });
      return [responseFormat, responseFile];
    };
    expect(back('text/event-stream')).toEqual(['stream', undefined]);
    expect(back('application/x-ndjson')).toEqual(['stream', undefined]);
    expect(back('application/pdf')).toEqual(['file', 'response.pdf']);
    expect(back('application/octet-stream')).toEqual(['file', 'response.bin']);
  });

  test('shows the first of several ways to be allowed in, each scheme with its secret, and no parameter in its place', () => {
    const parameters = [
      { name: 'x-key', in: 'header', required: true, example: 'mine' },
      { name: 'key', in: 'query', required: true, example: 'mine' },
    ] as const;
    const made = request(
      { parameters: [id, ...parameters], security: [{ header: [], query: [] }] },
      { secretVariable: (scheme) => scheme.id.toUpperCase() },
    );
    expect(made.headers).toEqual([['X-Key', [{ variable: 'HEADER' }]]]);
    expect(made.url).toEqual(['https://api.example.com/v1/things/a%2Fb%20c?key=', { variable: 'QUERY' }]);
  });

  test('tells what a variable has to hold, and what no header can do', () => {
    expect(request({ security: [{ basic: [] }] }).notes).toEqual(['API_KEY holds the base64 of user:password.']);
    expect(request({ security: [{ bearer: [] }] }).notes).toBeUndefined();
  });

  test('names no host that the document does not', () => {
    expect(request({ parameters: [id] }, { server: '/v1' }).url).toBe('https://api.example.com/v1/things/a%2Fb%20c');
  });
});
