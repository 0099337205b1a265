import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { addressesOf, operationsByTag } from './address.ts';
import { listOperations, listWebhooks } from './operations.ts';

const document = (paths: OpenApiDocument['paths'], change: Partial<OpenApiDocument> = {}): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'Test', version: '1' },
  ...(paths && { paths }),
  ...change,
});
const operation = (operationId: string, tag: string) => ({ get: { operationId, tags: [tag] } });
const allOf = (api: OpenApiDocument, overview?: string) => {
  const addresses = addressesOf(api, overview);
  return [...listOperations(api).map(addresses.operation), ...listWebhooks(api).map(addresses.event)];
};

describe('addresses', () => {
  test('are made of tag and operationId, of a webhook of its name', () => {
    const api = document({ '/pets': operation('listPets', 'Small pets') }, { webhooks: { 'pet.born': { post: {} } } });
    expect(allOf(api)).toEqual(['/reference/small-pets/list-pets/', '/reference/events/pet.born/']);
    expect(allOf(api, '/')).toEqual(['/small-pets/list-pets/', '/events/pet.born/']);
  });

  test('of tags, events and components never meet', () => {
    const api = document(
      { '/a': operation('a', 'events'), '/b': operation('b', 'schemas') },
      { webhooks: { ping: { post: {} } } },
    );
    expect(allOf(api).at(-1)).toBe('/reference/webhooks/ping/');
    expect(addressesOf(api)).toMatchObject({ events: '/reference/webhooks/', schemas: '/reference/data-types/' });
  });

  test('of tags without operations give way to those of all else', () => {
    const api = document(
      { '/a': operation('a', 'users') },
      { tags: ['Users', 'Events', 'Schemas'].map((name) => ({ name, description: 'Said of it.' })) },
    );
    const addresses = addressesOf(api);
    expect(addresses.operation({ operationId: 'a' })).toBe('/reference/users/a/');
    expect(addresses).toMatchObject({ events: '/reference/events/', schemas: '/reference/schemas/' });
    expect(['Users', 'Events', 'Schemas'].map(addresses.tag)).toEqual([
      '/reference/users-2/',
      '/reference/events-2/',
      '/reference/schemas-2/',
    ]);
  });

  test('are none twice: not of one webhook by two methods, nor of operations that differ in case', () => {
    const api = document(
      { '/a': operation('getA', 'x'), '/b': operation('GetA', 'x') },
      { webhooks: { ping: { post: {}, put: {} } } },
    );
    expect(allOf(api)).toEqual([
      '/reference/x/get-a/',
      '/reference/x/get-a-get/',
      '/reference/events/ping/',
      '/reference/events/ping-2/',
    ]);
  });

  test('of what the document does not have are an error that names it', () => {
    expect(() => addressesOf(document({})).operation({ operationId: 'nobody' })).toThrow('no operation "nobody"');
    expect(() => addressesOf(document({})).tag('nothing')).toThrow('no tag "nothing"');
  });
});

test('tags come in the order of the document, undeclared ones last, empty ones not at all', () => {
  const api = document(
    { '/c': operation('c', 'c'), '/a': operation('a', 'a'), '/b': operation('b', 'b') },
    { tags: [{ name: 'b' }, { name: 'nothing' }, { name: 'a' }] },
  );
  expect([...operationsByTag(api).keys()]).toEqual(['b', 'a', 'c']);
});
