import { expect, test } from 'vitest';
import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { groupTags, tagsOf } from './tags.ts';

const withTags = (...tags: Tag[]): OpenApiDocument => ({ openapi: '3.2.0', info: { title: 'T', version: '1' }, tags });

test.each([
  ['/pets/{id}', 'pets'],
  ['/v1/{tenant}/pets', 'pets'],
  ['/v10/v2x/pets', 'v2x'],
  ['/{id}', 'default'],
  ['/', 'default'],
])('an operation of %s without tags is in the group %s', (path, tag) => {
  expect(tagsOf(withTags(), undefined, path)).toEqual({ tag, tags: [tag], labels: [] });
});

test('tags are groups, whether they are declared or not, but for audiences and badges', () => {
  const document = withTags(
    { name: 'pets', kind: 'nav' },
    { name: 'beta', kind: 'badge', summary: 'Beta' },
    { name: 'partners', kind: 'audience' },
  );
  expect(tagsOf(document, ['beta', 'pets', 'other', 'pets', 'partners'], '/x')).toEqual({
    tag: 'pets',
    tags: ['pets', 'other'],
    labels: [
      { kind: 'badge', title: 'Beta' },
      { kind: 'audience', title: 'partners' },
    ],
  });
  expect(tagsOf(document, ['beta'], '/x')).toMatchObject({ tag: 'x', tags: ['x'] });
});

test('each group is followed by those nested under it; one whose parent is no group stands by itself', () => {
  const document = withTags(
    { name: 'b', parent: 'a' },
    { name: 'c', parent: 'b' },
    { name: 'a' },
    { name: 'd', parent: 'a' },
    { name: 'e', parent: 'beta' },
    { name: 'beta', kind: 'badge' },
    { name: 'f', parent: 'nowhere' },
  );
  expect(groupTags(document).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(groupTags({ openapi: '3.2.0', info: { title: 'T', version: '1' } })).toEqual([]);
});
