import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';

type Pair = readonly [before: unknown, after: unknown];

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const kind = (name: string, more: object = {}) => ({
  title: name,
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: name }, ...more },
});

/** One for each rule of a value, in both versions; undefined: it is in one of them only. */
const fields: Record<string, Pair> = {
  gone: [text, undefined],
  come: [undefined, text],
  comeRequired: [undefined, text],
  type: [text, { type: 'integer' }],
  wider: [text, { type: ['string', 'integer'] }],
  partly: [{ type: ['string', 'boolean'] }, { type: ['string', 'integer'] }],
  any: [{}, text],
  number: [{ type: 'integer' }, { type: 'number' }],
  nullable: [text, { type: ['string', 'null'] }],
  onlyNull: [{ type: 'null' }, text],
  lengths: [
    { ...text, minLength: 0, maxLength: 5 },
    { ...text, minLength: 1, maxLength: 6 },
  ],
  idle: [text, { ...text, minLength: 0 }],
  minimum: [
    { type: 'integer', minimum: 0, maximum: 9 },
    { type: 'integer', exclusiveMinimum: 1 },
  ],
  zero: [{ type: 'integer' }, { type: 'integer', minimum: 0 }],
  items: [
    { type: 'array', minItems: 2, items: text },
    { type: 'array', items: { type: 'integer' }, uniqueItems: true },
  ],
  members: [
    { type: 'object', minProperties: 0, maxProperties: 3, additionalProperties: false },
    { type: 'object', minProperties: 0, maxProperties: 2, additionalProperties: text },
  ],
  map: [
    { type: 'object', additionalProperties: text, patternProperties: { '^a': text } },
    { type: 'object', additionalProperties: { type: 'integer' }, patternProperties: { '^b': text } },
  ],
  open: [
    { type: 'object', properties: { a: text } },
    { type: 'object', properties: { a: text }, additionalProperties: true },
  ],
  closed: [
    { type: 'object', properties: { a: text, b: text }, unevaluatedProperties: false },
    { type: 'object', properties: { b: text }, unevaluatedProperties: false },
  ],
  multiple: [
    { type: 'integer', multipleOf: 2 },
    { type: 'integer', multipleOf: 4 },
  ],
  format: [
    { ...text, format: 'date' },
    { ...text, format: 'email' },
  ],
  pattern: [
    { ...text, pattern: 'b', allOf: [{ pattern: 'a' }] },
    { ...text, pattern: 'a', allOf: [{ pattern: 'b' }, { pattern: 'c' }] },
  ],
  rules: [
    { not: { b: 1, a: 2, description: 'old' }, if: {}, contains: { type: 'string' } },
    { not: { a: 2, b: 1, description: 'new' }, then: {}, contains: { type: 'integer' } },
  ],
  enum: [{ enum: ['a', 'b', 1] }, { enum: ['b', 'c', 1] }],
  limited: [text, { ...text, enum: ['a', 'b'] }],
  constant: [{ const: 'a' }, { const: 'b' }],
  constantNull: [{ const: null }, { const: 'b' }],
  default: [
    { ...text, default: 'a' },
    { ...text, default: 'b' },
  ],
  defaultGone: [{ ...text, default: 'a' }, text],
  deprecated: [text, { ...text, deprecated: true }],
  read: [{ ...text, readOnly: true }, undefined],
  written: [undefined, { ...text, writeOnly: true }],
  tuple: [
    { type: 'array', prefixItems: [text, text], items: false },
    { type: 'array', prefixItems: [{ type: 'integer' }, text, text], items: false },
  ],
  rest: [
    { type: 'array', prefixItems: [text], items: text },
    { type: 'array', prefixItems: [text, { type: 'integer' }], items: text },
  ],
  union: [
    { oneOf: [kind('cat', { a: text }), kind('dog'), kind('fox')] },
    { oneOf: [kind('dog'), kind('cat', { a: { type: 'integer' } }), kind('owl'), kind('cow')] },
  ],
  unionOfParts: [{ oneOf: [ref('Old'), ref('Kept')] }, { oneOf: [ref('Kept'), ref('New')] }],
  becomesUnion: [kind('cat'), { oneOf: [kind('cat'), kind('dog')] }],
  becomesNullable: [kind('cat'), { oneOf: [kind('cat'), { type: 'null' }] }],
  unions: [
    {
      allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [{ required: ['x'], properties: { x: text } }, kind('c')] }],
    },
    {
      allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [{ required: ['y'], properties: { y: text } }, kind('c')] }],
    },
  ],
  unionGone: [
    { allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [kind('c'), kind('d')] }] },
    { oneOf: [kind('a'), kind('b')] },
  ],
  texts: [
    { oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] },
    { oneOf: [{ const: 'a', title: 'A' }, { const: 'c' }] },
  ],
  useOf: [ref('Kept'), { ...ref('Kept'), deprecated: true, default: {} }],
  nullableUse: [ref('Kept'), { oneOf: [ref('Kept'), { type: 'null' }] }],
  itself: [ref('Pet'), ref('Pet')],
};

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
