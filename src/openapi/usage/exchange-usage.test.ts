import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { usageOfExchanges } from './exchange-usage.ts';
import type { Exchange } from './har.ts';
import type { PlaceUsage } from './usage.ts';

const json = (schema: SchemaObject) => ({ 'application/json': { schema } });
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets/{id}': {
      put: {
        operationId: 'putPet',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
          { name: 'lang', in: 'cookie', schema: { type: 'string' } },
        ],
        requestBody: {
          content: {
            ...json({ $ref: '#/components/schemas/Pet' }),
            'application/x-www-form-urlencoded': { schema: { properties: { name: { type: 'string' } } } },
            'text/plain': { schema: { type: 'string' } },
          },
        },
        responses: {
          200: {
            description: '',
            headers: { 'X-Total': { schema: { type: 'integer' } } },
            content: json({ prefixItems: [{ type: 'string' }], items: { $ref: '#/components/schemas/Pet' } }),
          },
          '4XX': { description: '' },
          default: { description: '' },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: { name: { type: 'string' }, owner: { type: 'object', properties: { name: {} } } },
        patternProperties: { '^x-': { type: 'string' } },
        additionalProperties: { type: 'integer' },
      },
    },
  },
};

const exchange = (more: Partial<Exchange> = {}, address = '/pets/7'): Exchange => ({
  method: 'PUT',
  url: new URL(address, 'http://localhost'),
  headers: [],
  mediaType: 'application/json',
  status: 204,
  responseHeaders: [],
  responseType: 'application/json',
  ...more,
});

/** The places that exchanges have used, as `place: seen missing values`. */
function used(direction: 'request' | 'response', ...exchanges: Exchange[]): string[] {
  const places =
    usageOfExchanges(exchanges, [document]).operations.get('putPet')?.places?.[direction] ??
    new Map<string, PlaceUsage>();
  return [...places].map(([place, { seen, missing, values }]) =>
    `${place.replace('PUT /pets/{id} ', '')}: ${seen} ${missing} ${[...values].join()}`.trim(),
  );
}

describe('parameters', () => {
  test('are found wherever they are sent, in the ways that lists are sent, and missed where they are not', () => {
    const all = exchange(
      {
        headers: [
          ['x-trace', 't'],
          ['Cookie', 'a=b;lang=de'],
        ],
      },
      '/pets/7?tags=a&tags[]=b&tags[0]=c',
    );
    expect(used('request', all)).toEqual([
      'query.tags: 1 0 a,b,c',
      'query.tags[]: 1 0 a,b,c',
      'header.x-trace: 1 0 t',
      'header.x-trace[]: 1 0 t',
      'cookie.lang: 1 0 de',
      'cookie.lang[]: 1 0 de',
      'body: 0 1',
    ]);
    expect(used('request', exchange({}, '/pets/7?tagsy=a'))).toEqual([
      'query.tags: 0 1',
      'header.x-trace: 0 1',
      'cookie.lang: 0 1',
      'body: 0 1',
    ]);
  });
});

describe('a body', () => {
  const ofBody = (...exchanges: Exchange[]) =>
    used('request', ...exchanges).filter((line) => /^(?:body|Pet)/.test(line));

  test('is told by its place, by its media type and by its component, each exchange once', () => {
    const body = JSON.stringify({ name: 'Rex', owner: {} });
    expect(ofBody(exchange({ body }), exchange({ body }))).toEqual([
      'body: 2 0',
      'Pet: 2 0',
      'body.name: 2 0 Rex',
      'Pet.name: 2 0 Rex',
      'body.owner: 2 0',
      'Pet.owner: 2 0',
      'body.owner.name: 0 2',
      'Pet.owner.name: 0 2',
      'body application/json: 2 0',
      'body application/json.name: 2 0 Rex',
      'body application/json.owner: 2 0',
      'body application/json.owner.name: 0 2',
    ]);
  });

  test('has members by pattern and others, told by their own names, too', () => {
    const lines = ofBody(exchange({ body: '{"x-a": "1", "age": 3}' }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'body.x-a: 1 0 1',
        'body.{^x-}: 1 0 1',
        'body.age: 1 0 3',
        'body.*: 1 0 3',
        'body.name: 0 1',
      ]),
    );
  });

  test('may be a form, a text, or broken JSON', () => {
    expect(ofBody(exchange({ mediaType: 'application/x-www-form-urlencoded', body: 'name=Rex' }))).toContain(
      'body.name: 1 0 Rex',
    );
    expect(ofBody(exchange({ mediaType: 'text/plain', body: '{"name":1}' }))).toContain('body: 1 0 {"name":1}');
    expect(ofBody(exchange({ body: '{"name"' }))).toContain('body: 1 0 {"name"');
  });

  test('of a type that is not documented is taken for JSON', () => {
    expect(ofBody(exchange({ mediaType: '', body: '{"name":"Rex"}' }))).toContain('body.name: 1 0 Rex');
  });
});

describe('a response', () => {
  test('has a body where one came and one is described', () => {
    expect(used('response', exchange({ status: 200 }))).toEqual([
      '200: 1 0',
      '200 header.X-Total: 0 1',
      'header.X-Total: 0 1',
    ]);
    expect(used('response', exchange({ status: 404, responseBody: '{"name":"Rex"}' }))).toEqual(['4XX: 1 0']);
  });

  test('is the one of its status, else of its class, else the default', () => {
    expect(used('response', exchange({ status: 200 }))).toContain('200: 1 0');
    expect(used('response', exchange({ status: 404 }))).toEqual(['4XX: 1 0']);
    expect(used('response', exchange({ status: 500 }))).toEqual(['DEFAULT: 1 0']);
  });

  test('has headers, whatever their case, and items that are told apart where the document does', () => {
    const responseBody = '["a", {"name": "Rex"}]';
    const responseHeaders: [string, string][] = [['x-total', '3']];
    const lines = used('response', exchange({ status: 200, responseHeaders, responseBody }));
    expect(lines).toEqual(
      expect.arrayContaining([
        '200 header.X-Total: 1 0 3',
        'header.X-Total: 1 0 3',
        '200[0]: 1 0 a',
        '200[].name: 1 0 Rex',
      ]),
    );
    expect(lines).not.toContain('200[]: 1 0 a');
    expect(used('response', exchange({ status: 200 }))).toContain('200 header.X-Total: 0 1');
  });
});

test('exchanges of the API are counted, all others too, and addresses are told without what was asked', () => {
  const others = [exchange({}, '/elsewhere'), exchange({ method: 'GET' })];
  const usage = usageOfExchanges([exchange({}, '/pets/7?tags=pet.born%20pet.sold'), ...others], [document, document]);
  expect(usage).toMatchObject({ matched: 1, others: 2, addresses: ['http://localhost/pets/7'] });
  expect(usage.operations.get('putPet')?.calls).toBe(1);
  expect([...usage.words]).toEqual(['pet.born pet.sold', 'pet.born', 'pet.sold']);
});

test('texts of up to 100 characters are kept as words and values, and of a place 500 values', () => {
  const text = (length: number) => 'x'.repeat(length);
  const of = (...values: string[]) =>
    usageOfExchanges([exchange({}, `/pets/7?${values.map((value) => `tags=${value}`).join('&')}`)], [document]);
  expect([...of(text(100), text(101)).words]).toEqual([text(100)]);
  const values = (...sent: string[]) =>
    of(...sent)
      .operations.get('putPet')
      ?.places?.request.get('PUT /pets/{id} query.tags')?.values.size;
  expect(values(text(100), text(101))).toBe(1);
  expect(values(...Array.from({ length: 501 }, (_, index) => `v${index}`))).toBe(500);
});
