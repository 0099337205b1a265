import { describe, expect, test } from 'vitest';
import { documentChanges } from '../changes/document-changes.ts';
import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { usageOfExchanges } from './exchange-usage.ts';
import { parseHar } from './har.ts';
import { touchingChanges } from './touching.ts';
import { usageOf } from './usage.ts';

interface Version {
  pet?: SchemaObject;
  query?: Record<string, SchemaObject & { needed?: boolean }>;
  more?: Partial<OpenApiDocument>;
  statuses?: string[];
  headers?: string[];
}

const json = (schema: SchemaObject) => ({ 'application/json': { schema } });
const ref = { $ref: '#/components/schemas/Pet' };

/** A shop that takes, lists and gives away pets, and tells of births. */
function shop({ pet = { properties: {} }, query = {}, more, statuses = [], headers = [] }: Version): OpenApiDocument {
  const list = { type: 'object', properties: { data: { type: 'array', items: ref } } };
  const parameters = Object.entries(query).map(([name, { needed, ...schema }]) => ({
    name,
    in: 'query' as const,
    required: needed === true,
    schema,
  }));
  const told = Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }]));
  const failures = Object.fromEntries(statuses.map((status) => [status, { description: '' }]));
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://api.shop.example/v1' }],
    paths: {
      '/pets': {
        get: {
          operationId: 'listPets',
          tags: ['pets'],
          parameters,
          responses: { 200: { description: '', headers: told, content: json(list) }, ...failures },
        },
        post: {
          operationId: 'addPet',
          requestBody: { content: json(ref) },
          responses: { 201: { description: '', content: json(ref) } },
        },
      },
      '/pets/{id}': { delete: { operationId: 'givePet', responses: { 204: { description: '' } } } },
    },
    webhooks: {
      'pet.born': { post: { requestBody: { content: json(ref) }, responses: { 200: { description: '' } } } },
    },
    components: { schemas: { Pet: { type: 'object', ...pet } } },
    ...more,
  };
}

interface Sent {
  method?: string;
  path: string;
  body?: unknown;
  status?: number;
  answer?: unknown;
  headers?: Record<string, string>;
}

const text = (value: unknown) => (value === undefined ? {} : { text: JSON.stringify(value) });
const har = (...sent: Sent[]) =>
  JSON.stringify({
    log: {
      entries: sent.map(({ method = 'GET', path, body, status = 200, answer, headers = {} }) => ({
        request: {
          method,
          url: `http://localhost:4010/v1${path}`,
          headers: [],
          ...(body !== undefined && { postData: { mimeType: 'application/json', ...text(body) } }),
        },
        response: {
          status,
          headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
          content: { mimeType: 'application/json; charset=utf-8', ...text(answer) },
        },
      })),
    },
  });

/** What of the changes between two versions touches who has sent this. */
function touched(before: Version, after: Version, ...sent: Sent[]): string[] {
  const documents = [shop(before), shop(after)] as const;
  const changes = documentChanges({ before: documents[0], after: documents[1] });
  const usage = usageOfExchanges(parseHar(har(...sent)), documents);
  return touchingChanges(changes, usage, documents).map(
    ({ change: { severity, message }, evidence }) =>
      `${severity === 'breaking' ? '! ' : ''}${message} ${evidence?.how} ${evidence?.exchanges}`,
  );
}

const name: SchemaObject = { type: 'string' };
const fields = (properties: Record<string, SchemaObject>, more: object = {}): Version => ({
  pet: { properties, ...more },
});
const add = (body: unknown, answer: unknown = {}): Sent => ({
  method: 'POST',
  path: '/pets',
  body,
  answer,
  status: 201,
});

describe('a field of a body', () => {
  const [before, after] = [fields({ name, tag: name }), fields({ name, tag: { type: 'integer' } })];

  test('touches who sends it, and nobody else', () => {
    expect(touched(before, after, add({ tag: 'x' }), add({ name: 'Rex' }))).toEqual([
      '! `Pet.tag`: the type went from `string` to `integer`. sent 1',
    ]);
    expect(touched(before, after, add({ name: 'Rex' }), { path: '/pets' })).toEqual([]);
  });

  test('touches who receives it, in a list as well', () => {
    expect(touched(before, after, { path: '/pets', answer: { data: [{ name: 'Rex' }, { tag: 'x' }] } })).toEqual([
      '! `Pet.tag`: the type went from `string` to `integer`. received 1',
    ]);
    expect(touched(before, after, { path: '/pets', answer: { data: [{ name: 'Rex' }] } })).toEqual([]);
  });

  test('that is required now touches who leaves it out', () => {
    const needed = fields({ name, tag: name }, { required: ['tag'] });
    expect(touched(before, needed, add({ tag: 'x' }), add({ name: 'Rex' }), add({}))).toEqual([
      '! `Pet.tag`, when sent: is now required. left out 2',
    ]);
    expect(touched(before, needed, add({ tag: 'x' }))).toEqual([]);
  });

  test('that is new touches who receives its object; one that is sent, only where it is required', () => {
    const more = fields({ name, tag: name, age: name });
    expect(touched(before, more, add({ name: 'Rex' }))).toEqual(['`Pet.age`: a new field. called 1']);
    expect(touched(before, more, { method: 'DELETE', path: '/pets/1', status: 204 })).toEqual([]);
    const needed = fields({ name, tag: name, age: name }, { required: ['age'] });
    expect(touched(before, needed, add({ name: 'Rex' }))).toContain(
      '! `Pet.age`, when sent: a new field, which is required. left out 1',
    );
    expect(touched(before, needed, add({ age: '3' })).join()).not.toContain('when sent');
  });

  test('whose value is gone touches who sends the value; a new one who receives the field', () => {
    const kinds = (...values: string[]) => fields({ kind: { type: 'string', enum: values } });
    const gone = '! `Pet.kind`, when sent: lost the value `cat`. sent 1';
    expect(touched(kinds('cat', 'dog'), kinds('dog'), add({ kind: 'cat' }))).toEqual([gone]);
    expect(touched(kinds('cat', 'dog'), kinds('dog'), add({ kind: 'dog' }))).toEqual([]);
    expect(touched(kinds('dog'), kinds('dog', 'cat'), add({ kind: 'dog' }))).toEqual([]);
    expect(touched(kinds('dog'), kinds('dog', 'cat'), { path: '/pets', answer: { data: [{ kind: 'dog' }] } })).toEqual([
      '! `Pet.kind`, when received: has the new value `cat`. received 1',
    ]);
  });

  test('of one alternative touches who sends that one', () => {
    const kinds = (lives: string): Version => ({
      pet: {
        oneOf: [
          {
            title: 'Cat',
            type: 'object',
            required: ['kind'],
            properties: { kind: { const: 'cat' }, age: { type: lives } },
          },
          {
            title: 'Dog',
            type: 'object',
            required: ['kind'],
            properties: { kind: { const: 'dog' }, age: { type: 'integer' } },
          },
        ],
      },
    });
    const cat = touched(kinds('integer'), kinds('string'), add({ kind: 'cat', age: 3 }));
    expect(cat).toEqual(['! `Pet(Cat).age`: the type went from `integer` to `string`. sent 1']);
    expect(touched(kinds('integer'), kinds('string'), add({ kind: 'dog', age: 3 }))).toEqual([]);
  });
});

describe('a parameter', () => {
  test('that is gone touches who sends it; one that is required now, who leaves it out', () => {
    const before = { query: { tag: name, sort: name } };
    const sent = touched(before, { query: { sort: name } }, { path: '/pets?tag=x' }, { path: '/pets' });
    expect(sent).toEqual(['! `GET /pets query.tag`: the parameter was removed. sent 1']);
    expect(touched(before, { query: { sort: name } }, { path: '/pets?sort=x' })).toEqual([]);
    const needed = { query: { tag: { ...name, needed: true }, sort: name } };
    expect(touched(before, needed, { path: '/pets?tag=x' })).toEqual([]);
    expect(touched(before, needed, { path: '/pets' })).toEqual([
      '! `GET /pets query.tag`: is now required. left out 1',
    ]);
  });

  test('whose default has changed touches who leaves it to the default', () => {
    const size = (value: number) => ({ query: { size: { type: 'integer', default: value } } });
    expect(touched(size(10), size(25), { path: '/pets?size=5' })).toEqual([]);
    expect(touched(size(10), size(25), { path: '/pets' })).toHaveLength(1);
  });
});

describe('a response', () => {
  test('that is gone touches who got it; a new one touches all who call; a header who received it', () => {
    const listed: Sent = { path: '/pets', status: 409 };
    expect(touched({ statuses: ['409'] }, {}, listed)).toHaveLength(1);
    expect(touched({ statuses: ['409'] }, {}, { path: '/pets' })).toEqual([]);
    expect(touched({}, { statuses: ['409'] }, { path: '/pets' })).toEqual([
      '`GET /pets 409`: a new response. called 1',
    ]);
    const gone: Version = { headers: ['X-Total'] };
    expect(touched(gone, {}, { path: '/pets', headers: { 'x-total': '3' } })).toHaveLength(1);
    expect(touched(gone, {}, { path: '/pets' })).toEqual([]);
  });
});

describe('an operation or event', () => {
  test('that is gone touches who calls it, by method and path template', () => {
    const without = structuredClone(shop({}));
    delete without.paths?.['/pets/{id}'];
    const changes = documentChanges({ before: shop({}), after: without });
    const by = (...sent: Sent[]) =>
      touchingChanges(changes, usageOfExchanges(parseHar(har(...sent)), [shop({}), without]), [shop({}), without]);
    expect(by({ method: 'DELETE', path: '/pets/7?x=1', status: 204 })).toHaveLength(1);
    expect(by({ method: 'GET', path: '/pets/7' }, { path: '/elsewhere' })).toEqual([]);
  });

  test('an event touches who has named it', () => {
    const gone = { more: { webhooks: {} } };
    expect(touched({}, gone, { path: '/pets?tag=pet.born' })).toHaveLength(1);
    expect(touched({}, gone, { path: '/pets?tag=pet' })).toEqual([]);
  });

  test('chosen by name brings all of its changes', () => {
    const [before, after] = [shop(fields({ name })), shop(fields({ name: { type: 'integer' } }))];
    const changes = documentChanges({ before, after });
    const by = (...names: string[]) => touchingChanges(changes, usageOf(names), [before, after]);
    expect(by('addPet')).toMatchObject([{ operations: ['addPet'] }]);
    expect(by('addPet')[0]).not.toHaveProperty('evidence');
    expect(by('pet.born')).toMatchObject([{ operations: ['pet.born'] }]);
    expect(by('givePet')).toEqual([]);
  });
});
