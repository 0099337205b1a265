import { describe, expect, test } from 'vitest';
import type { OpenApiDocument, Tag } from '../document/openapi-document.ts';
import { withTagGroups } from './tag-groups.ts';

const documentOf = (groups: unknown, tags?: Tag[]): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  ...(tags && { tags }),
  paths: Object.fromEntries(
    ['Pets', 'Owners', 'Bills'].map((tag) => [`/${tag}`, { get: { tags: [tag], responses: {} } }]),
  ),
  'x-tagGroups': groups,
});
const told = (document: OpenApiDocument): string[] =>
  (document.tags ?? []).map(({ name, parent }) => (parent === undefined ? name : `${parent} > ${name}`));

describe('x-tagGroups', () => {
  test('become parents, in their order, and what is in none comes last', () => {
    const groups = [
      { name: 'Money', tags: ['Bills'] },
      { name: 'Animals and people', tags: ['Owners', 'Pets'] },
    ];
    const tags = [{ name: 'Other' }, { name: 'Pets', description: 'All of them.' }];
    const document = documentOf(groups, tags);
    const grouped = withTagGroups(document);
    expect(told(grouped)).toEqual([
      'Money',
      'Money > Bills',
      'Animals and people',
      'Animals and people > Owners',
      'Animals and people > Pets',
      'Other',
    ]);
    expect(grouped.tags?.[4]).toEqual({ ...tags[1], parent: 'Animals and people' });
    expect(document.tags).toBe(tags);
  });

  test('a group of the tag whose name it has is that tag', () => {
    const tag = { name: 'Pets', description: 'All of them.' };
    const grouped = withTagGroups(documentOf([{ name: 'Pets', tags: ['Pets', 'Owners'] }], [tag]));
    expect(grouped.tags).toEqual([tag, { name: 'Owners', parent: 'Pets' }]);
  });

  test('a group of a tag that is written otherwise is that tag too', () => {
    const grouped = withTagGroups(documentOf([{ name: 'pets', tags: ['Owners', 'Pets'] }]));
    expect(told(grouped)).toEqual(['Pets', 'Pets > Owners']);
  });

  test('a group that is called as a tag elsewhere is another, with a name of its own', () => {
    const groups = [
      { name: 'owners', tags: ['Pets'] },
      { name: 'Staff', tags: ['Owners'] },
      { name: 'owners', tags: ['Bills'] },
    ];
    const grouped = withTagGroups(documentOf(groups));
    expect(told(grouped)).toEqual([
      'owners-group',
      'owners-group > Pets',
      'Staff',
      'Staff > Owners',
      'owners-group > Bills',
    ]);
    expect(grouped.tags?.[0]?.summary).toBe('owners');
  });

  test('a tag is in the first group that names it, and none leads back to itself', () => {
    const groups = [
      { name: 'A', tags: ['Pets', 'B'] },
      { name: 'B', tags: ['Pets', 'A', 'Owners'] },
    ];
    const names = [{ name: 'A' }, { name: 'B' }];
    expect(told(withTagGroups(documentOf(groups, names)))).toEqual(['A', 'A > Pets', 'A > B', 'B > Owners']);
  });

  test('tags that there are not make no resource, nor does a group of them', () => {
    const groups = [
      { name: 'A', tags: ['Nobody', 'Pets'] },
      { name: 'B', tags: ['Nobody'] },
    ];
    expect(told(withTagGroups(documentOf(groups)))).toEqual(['A', 'A > Pets']);
  });

  test.each([
    undefined,
    'Pets',
    [],
    [null, { name: 7, tags: ['Pets'] }, { name: 'A' }, { tags: ['Pets'] }, { name: ' ', tags: ['Pets'] }],
  ])('%j changes nothing', (groups) => {
    const document = documentOf(groups, [{ name: 'Pets' }]);
    expect(withTagGroups(document)).toBe(document);
  });

  test('give way to parents', () => {
    const document = documentOf([{ name: 'A', tags: ['Bills'] }], [{ name: 'Pets' }, { name: 'Dogs', parent: 'Pets' }]);
    expect(withTagGroups(document)).toBe(document);
  });
});
