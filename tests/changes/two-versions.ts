import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { fields, ref, text } from './two-schemas.ts';
import type { Pair } from './two-schemas.ts';

const parameter = (place: string, name: string, more: object = {}) => ({ name, in: place, schema: text, ...more });
const json = (schema: unknown, type = 'application/json') => ({ content: { [type]: { schema } } });

/** One of two versions of an API that differ in everything that a change can be about. */
function version(at: 0 | 1): OpenApiDocument {
  const of = (pair: Pair): unknown => pair[at];
  /** What is there in this version; in the other one it is not. */
  const only = (when: 0 | 1, value: object): object => (when === at ? value : {});
  const properties = Object.fromEntries(
    Object.entries(fields).flatMap(([name, pair]) => (of(pair) === undefined ? [] : [[name, of(pair)]])),
  );
  const done = { 204: { description: 'Done' } };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: String(at) },
    servers: [{ url: 'https://kept.example' }, { url: `https://${String(of(['old', 'new']))}.example` }],
    security: [{ key: [] }],
    paths: {
      '/pets/{id}': {
        put: {
          operationId: of(['putPet', 'replacePet']),
          deprecated: of([false, true]),
          'x-level': of(['read', 'write']),
          parameters: [
            parameter('path', 'id', { required: true }),
            parameter('query', String(of(['before', 'after']))),
            parameter('query', String(of(['must', 'have'])), { required: true }),
            parameter('query', 'list', { schema: { type: 'array' }, explode: of([true, false]), style: 'form' }),
            parameter('header', String(of(['X-Way', 'x-way'])), {
              required: of([false, true]),
              deprecated: of([true, false]),
            }),
            parameter('cookie', 'limit', { schema: { type: 'integer', maximum: of([9, 5]) } }),
          ],
          requestBody: { required: of([false, true]), ...json(ref('Pet')) },
          responses: {
            200: {
              description: '',
              ...json(ref('Pet')),
              headers: {
                [String(of(['X-Old', 'X-New']))]: { schema: text },
                [String(of(['X-Kept', 'x-kept']))]: {
                  required: of([true, false]),
                  schema: { type: of(['string', 'integer']) },
                },
              },
              'x-codes': of([
                ['a', 'b'],
                ['b', 'c'],
              ]),
            },
            [String(of(['404', '410']))]: { description: '' },
            '4xx': { description: '', content: { [String(of(['text/plain', 'text/html']))]: {}, 'text/csv': {} } },
          },
        },
        [String(of(['patch', 'delete']))]: { operationId: of(['changePet', 'dropPet']), responses: done },
      },
      [String(of(['/owners', '/keepers']))]: { get: { operationId: 'listOwners', responses: done } },
      '/open': {
        get: { operationId: 'open', security: of([[], [{ key: [] }, { oauth: ['read', 'write'] }]]), responses: done },
      },
      '/closed': {
        get: {
          operationId: 'closed',
          security: of([[{ oauth: ['read'] }], [{ key: [] }, { oauth: ['read'] }]]),
          responses: done,
        },
      },
      '/bodies': {
        post: {
          operationId: 'bodies',
          ...only(0, { requestBody: { required: true, ...json(text) } }),
          responses: {
            200: {
              description: '',
              ...json(
                { type: of(['string', 'integer']) },
                String(of(['application/json', 'Application/JSON; charset=utf-8'])),
              ),
            },
          },
        },
        put: {
          operationId: 'stream',
          ...only(1, { requestBody: json(text) }),
          responses: {
            200: {
              description: '',
              content: { 'application/jsonl': { itemSchema: { type: of(['string', 'integer']) } } },
            },
          },
        },
      },
    } as never,
    webhooks: {
      'pet.born': {
        post: {
          operationId: 'onBorn',
          deprecated: of([true, false]),
          'x-sent-by': of([undefined, ['putPet']]),
          parameters: [parameter('header', String(of(['X-Sign', 'X-Signature'])), { required: true })],
          requestBody: {
            required: of([true, false]),
            ...json({ type: 'object', properties: { pet: { enum: of([['a'], ['a', 'b']]) } } }),
          },
          responses: of([done, {}]),
        },
      },
      [String(of(['pet.lost', 'pet.found']))]: { post: { operationId: 'onLost', responses: done } },
    } as never,
    components: {
      schemas: {
        Pet: {
          type: 'object',
          required: of([
            ['gone', 'type'],
            ['comeRequired', 'any'],
          ]),
          properties,
        },
        Kept: { type: 'object', properties: { name: { ...text, maxLength: of([5, 6]) } } },
        Old: { type: 'object', properties: { a: text, b: text } },
        New: { type: 'object', properties: { a: text, c: text } },
      } as never,
      securitySchemes: {
        key: { type: 'http', scheme: of(['bearer', 'Bearer']) },
        [String(of(['mail', 'phone']))]: { type: 'apiKey', in: 'header', name: 'X-Key' },
        header: { type: 'apiKey', in: of(['header', 'query']), name: 'X-Key' },
        oauth: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: of(['https://a.example', 'https://b.example']),
              tokenUrl: 'https://token.example',
              refreshUrl: of([undefined, 'https://refresh.example']),
              scopes: { read: 'Read', [String(of(['write', 'admin']))]: 'More' },
            },
            [String(of(['implicit', 'clientCredentials']))]: { tokenUrl: '', authorizationUrl: '', scopes: {} },
          },
        },
      } as never,
    },
  };
}

export const [older, newer] = [version(0), version(1)];
