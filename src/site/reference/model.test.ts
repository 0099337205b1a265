import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, OperationObject } from '../../openapi/document/openapi-document.ts';
import { buildReference, schemaAddress } from './model.ts';
import type { ResolvedOptions } from './options.ts';
import { sidebarOf } from './sidebar.ts';

const options: ResolvedOptions = {
  base: '/reference',
  siteBase: '/docs',
  title: 'API reference',
  secretVariable: 'API_KEY',
  languages: ['curl'],
  extensions: [],
};
const operation = (operationId: string, tag: string, response?: string): OperationObject => ({
  operationId,
  tags: [tag],
  summary: operationId,
  ...(response && {
    responses: {
      '200': {
        description: '',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${response}` } } },
      },
    },
  }),
});
const build = (document: Partial<OpenApiDocument>): ReturnType<typeof buildReference> =>
  buildReference({ openapi: '3.1.0', info: { title: 'Test', version: '1' }, ...document }, options);

test('a tag without a name is nested under none', () => {
  const { resources } = build({ tags: [{ name: '' }], paths: { '/a': { get: operation('a', '') } } });
  expect(resources.map(({ title, parent }) => [title, parent])).toEqual([['Unnamed', undefined]]);
});

describe('addresses', () => {
  test('are made of tag and operationId', () => {
    const reference = build({
      paths: { '/pets': { get: operation('listPets', 'Small pets') } },
      webhooks: { 'pet.born': { post: {} } },
    });
    expect(reference.operations.get('listPets')?.address).toBe('/docs/reference/small-pets/list-pets/');
    expect(reference.events[0]?.address).toBe('/docs/reference/events/pet.born/');
  });

  test('of tags and events never meet', () => {
    const reference = build({
      paths: { '/a': { get: operation('a', 'events') }, '/b': { get: operation('b', 'schemas') } },
      webhooks: { ping: { post: {} } },
    });
    expect(reference.eventsAddress).toBe('/docs/reference/webhooks/');
    expect(reference.eventsTitle).toBe('Webhooks');
    expect(schemaAddress(reference, '#/components/schemas/Pet')).toBe('/docs/reference/data-types/pet/');
  });

  test('that differ in case only are told apart', () => {
    const reference = build({
      paths: { '/a': { get: operation('getA', 'x') }, '/A': { get: operation('GetA', 'x') } },
    });
    expect([...reference.operations.values()].map(({ address }) => address)).toEqual([
      '/docs/reference/x/get-a/',
      '/docs/reference/x/get-a-get/',
    ]);
  });

  test('stand at the root where the reference does', () => {
    const reference = buildReference(
      { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: { '/a': { get: operation('a', 'x') } } },
      { ...options, base: '/', siteBase: '' },
    );
    expect(reference.operations.get('a')?.address).toBe('/x/a/');
  });
});

describe('resources', () => {
  test('come in the order of the tags, undeclared ones last, empty ones not at all', () => {
    const reference = build({
      tags: [{ name: 'b', 'x-displayName': 'The Bs' }, { name: 'nothing' }, { name: 'a_b' }],
      paths: {
        '/c': { get: operation('c', 'c') },
        '/a': { get: operation('a', 'a_b') },
        '/b': { get: operation('b', 'b') },
      },
    });
    expect(reference.resources.map(({ title }) => title)).toEqual(['The Bs', 'A b', 'C']);
  });

  test('are called as they are written, plain words with a capital', () => {
    const names = ['iOS', 'eSIM', 'v1.users', 'contact_lists', 'gift cards', 'pets', 'Pets', 'contactLists'];
    const paths = Object.fromEntries(names.map((name, at) => [`/${at}`, { get: operation(`get${at}`, name) }]));
    const titles = build({ paths }).resources.map(({ title }) => title);
    expect(titles).toEqual(['iOS', 'eSIM', 'v1.users', 'Contact lists', 'Gift cards', 'pets', 'Pets', 'contactLists']);
  });

  test('are about the component of their name, or the one that most answers carry', () => {
    const paths = {
      '/pets': { get: operation('a', 'pets', 'Dog'), post: operation('b', 'pets', 'Pet') },
      '/x': { get: operation('c', 'other', 'Dog'), post: operation('d', 'other', 'Dog') },
      '/y': { get: operation('e', 'third', 'Dog') },
    };
    const reference = build({ paths, components: { schemas: { Dog: { type: 'object' }, Pet: { type: 'object' } } } });
    expect(reference.resources.map(({ schema }) => schema)).toEqual([
      { $ref: '#/components/schemas/Pet' },
      { $ref: '#/components/schemas/Dog' },
      undefined,
    ]);
  });
});

test('the sidebar of a page grows with the resources, not with the operations of the others', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 90 }, (_, n) => [`/p${n}`, { get: operation(`op${n}`, `tag${n % 3}`) }]),
  );
  const reference = build({ paths });
  const [first] = reference.resources;
  const { text } = sidebarOf(reference, first, '/docs/reference/tag0/op0/');
  expect(text.match(/<a /g)).toHaveLength(1 + 3 + 30);
  expect(text).toContain('<a href="/docs/reference/tag0/op0/" aria-current="page">op0 <b class="get">GET</b>');
});

test('the sidebar of a resource with a thousand operations shows those around the current one, and where the others are', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 1200 }, (_, n) => [`/p${n}`, { get: operation(`op${n}`, 'all') }]),
  );
  const reference = build({ paths });
  const { text } = sidebarOf(reference, reference.resources[0], '/docs/reference/all/op600/');
  expect(text.match(/<a /g)?.length).toBeLessThan(80);
  for (const shown of ['/op599/"', '/op600/" aria-current="page"', '/op601/"', '>All 1200</a>'])
    expect(text).toContain(shown);
  expect(text).not.toContain('/op1/"');
});
