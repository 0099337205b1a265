import { describe, expect, it } from 'vitest';
import type { IdentifierIndex } from './identifiers.ts';
import { findIdentifiers } from './identifiers.ts';

const index: IdentifierIndex = {
  sections: [],
  suggestions: [],
  servers: ['https://api.example.com/v1'],
  pages: [
    ['List pets', '/r/pets/list/'],
    ['Add a pet', '/r/pets/add/'],
    ['Get a pet', '/r/pets/get/'],
    ['Find pets', '/r/pets/find/'],
    ['Pets', '/r/pets/'],
    ['Ask for pets', '/r/pets/ask/'],
    ['Copy a pet', '/r/pets/copy/'],
  ],
  operations: [
    ['listPets', 'get', '/pets', 0],
    ['addPet', 'post', '/pets', 1],
    ['getPet', 'get', '/pets/{id}', 2],
    ['findPets', 'get', '/pets/find', 3],
    ['askPets', 'query', '/herds', 5],
    ['copyPet', 'm-Copy', '/herds', 6],
  ],
  kinds: ['property', 'parameter', 'header'],
  names: {
    name: [
      [0, 4, 'pet-name'],
      [0, 1, 'body-name'],
      [1, 0, 'query-name'],
    ],
    names: [[0, 0, 'response-200-names']],
    'Retry-After': [
      [2, 0, 'response-429-header-Retry-After'],
      [2, 6, 'response-429-header-Retry-After'],
    ],
  },
};
const hrefs = (query: string) => findIdentifiers(index, query).map(({ href }) => href);

describe('a query', () => {
  it.each([
    ['POST /pets', ['/r/pets/add/']],
    ['post https://api.example.com/v1/pets', ['/r/pets/add/']],
    ['/pets/', ['/r/pets/list/', '/r/pets/add/', '/r/pets/get/', '/r/pets/find/']],
    ['/pets/find', ['/r/pets/find/', '/r/pets/get/']],
    ['/pets/:id', ['/r/pets/get/']],
    ['GET /pets/42', ['/r/pets/get/']],
    ['addpet', ['/r/pets/add/']],
    ['query /herds', ['/r/pets/ask/']],
    ['M-COPY /herds', ['/r/pets/copy/']],
    ['m-Copy https://api.example.com/v1/herds', ['/r/pets/copy/']],
    ['Get a pet', ['/r/pets/get/']],
  ])('%s finds operations, the exact one first', (query, expected) => {
    expect(hrefs(query)).toEqual(expected);
  });

  it('finds a name with the first place of each kind first, longer names after it', () => {
    expect(hrefs('name')).toEqual([
      '/r/pets/#pet-name',
      '/r/pets/list/#query-name',
      '/r/pets/list/#response-200-names',
    ]);
  });

  it('finds the same header, or property of a resource, once, and tells of the others', () => {
    expect(hrefs('retry')).toEqual(['/r/pets/list/#response-429-header-Retry-After']);
    expect(findIdentifiers(index, 'retry').map(({ hasMore = false }) => hasMore)).toEqual([true]);
    expect(findIdentifiers(index, 'name').map(({ hasMore = false }) => hasMore)).toEqual([true, false, false]);
  });

  it('finds the place of a name that words of its page tell', () => {
    expect(hrefs('name add a pet')[0]).toBe('/r/pets/add/#body-name');
    expect(hrefs('pets.name')[0]).toBe('/r/pets/#pet-name');
    expect(hrefs('parameter name')[0]).toBe('/r/pets/list/#query-name');
  });

  it('that names nothing finds nothing', () => {
    for (const query of ['', 'x', '/', '__proto__', 'constructor', 'DELETE /pets']) expect(hrefs(query)).toEqual([]);
  });
});
