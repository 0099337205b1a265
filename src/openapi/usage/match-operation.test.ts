import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../document/openapi-document.ts';
import { basesOf, operationFinder } from './match-operation.ts';

const get = (operationId: string) => ({ get: { operationId, responses: {} } });
const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://api.example.com/v1/' }, { url: 'https://beta.example.com/v1/beta' }],
  paths: {
    '/': get('root'),
    '/pets': { ...get('listPets'), post: { operationId: 'addPet', responses: {} } },
    '/pets?kind=dog': get('listDogs'),
    '/pets/{id}': get('getPet'),
    '/pets/search': get('searchPets'),
    '/pets/{id}/toys/{toy}': get('getToy'),
    '/pets/{id}/toys/new': get('newToy'),
    '/files/a.b+c': get('getFile'),
  },
};
const found = (address: string, method = 'GET') =>
  operationFinder(document)({ method, url: new URL(address, 'http://localhost:4010') })?.operationId;

test.each([
  ['/v1/pets', 'listPets'],
  ['/v1/pets/', 'listPets'],
  ['/v1/pets?tag=x', 'listPets'],
  ['/v1/pets?kind=dog', 'listDogs'],
  ['/v1/pets/7', 'getPet'],
  ['/v1/pets/a%2Fb', 'getPet'],
  ['/v1/pets/search', 'searchPets'],
  ['/v1/pets/7/toys/3', 'getToy'],
  ['/v1/pets/7/toys/new', 'newToy'],
  ['/v1/beta/pets/7', 'getPet'],
  ['/v1/pets//', undefined],
  ['/v1', 'root'],
  ['/v1/', 'root'],
  ['https://api.example.com/v1/pets', 'listPets'],
  ['/v1/files/a.b+c', 'getFile'],
  ['/v1/files/axb+c', undefined],
  ['/v1/pets/7/8', undefined],
  ['/v1x/pets', undefined],
  ['/v2/pets', undefined],
  ['/pets', undefined],
])('GET %s is %s', (address, operationId) => {
  expect(found(address)).toBe(operationId);
});

test('the method tells operations of one path apart, and HEAD is a GET', () => {
  expect(found('/v1/pets', 'POST')).toBe('addPet');
  expect(found('/v1/pets', 'HEAD')).toBe('listPets');
  expect(found('/v1/pets', 'PUT')).toBeUndefined();
});

test('the paths of servers are told the longest first, each once, and without a slash at the end', () => {
  const urls = ['https://a.example/v1/', 'https://b.example/v1', '/v1/beta', 'https://c.example'];
  expect(basesOf({ servers: urls.map((url) => ({ url })) })).toEqual(['/v1/beta', '/v1', '']);
});
