import { describe, expect, test } from 'vitest';
import { operations } from '../generated/operations.ts';
import { describeOperation } from './describe.ts';
import { createLibrary } from './library.ts';

const library = createLibrary();
/** How the pages of a site begin. */
const PAGE = 'Source: https://s.example/guides/a.md\n\n';

describe('a search, without a site', () => {
  test.each(operations.map(({ id }) => [id]))('finds %s by its name', (id) => {
    expect(library.find(id, 3)[0]?.operationId).toBe(id);
  });

  test.each([
    ['create contact', 'createContact'],
    ['custom_attributes', 'createContact'],
    ['close a conversation', 'closeConversation'],
    ['registr webhook endpoint', 'createWebhook'],
    ['GET /visitors/{id}/pageviews', 'listVisitorPageviews'],
  ])('for “%s” finds %s among the first three', (query, id) => {
    expect(library.find(query, 3).map(({ operationId }) => operationId)).toContain(id);
  });
});

test('a hit of an operation says what to ask for next, and how it begins', () => {
  const [hit] = library.find('listOperators', 3);
  expect(hit).toMatchObject({
    title: library.operations.get('listOperators')?.summary,
    path: library.operations.get('listOperators')?.page,
    excerpt: expect.stringMatching(/^GET \/operators: \S.{20}/) as string,
  });
});

test('a description holds every schema that it refers to, and no other', () => {
  for (const operation of library.operations.values()) {
    const told = describeOperation(operation);
    const refs = new Set([...JSON.stringify(told).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name));
    expect(Object.keys((told['$defs'] as object | undefined) ?? {}).sort()).toEqual([...refs].sort());
    expect('$defs' in told).toBe(refs.size > 0);
  }
});

test('what only looks like a reference to a schema stays as it is', () => {
  const operation = library.operations.get('listOperators') ?? expect.unreachable();
  const success = { status: 200, description: '', schema: { properties: { $ref: { $ref: 7 } }, $ref: '#/other' } };
  const bare = { ...operation, parameters: [], success };
  expect(describeOperation(bare)).toMatchObject({ success });
  expect(describeOperation(bare)).not.toHaveProperty('$defs');
});

describe('a search of guides', () => {
  const guides = createLibrary(
    'Source: https://s.example/guides/a.md\n\n# Lanterns\n\nBegins with oil.\n\n## Wicks\n\nThe cottony one burns.',
  );
  const found = (query: string) => guides.find(query, 3).map(({ title, path }) => `${title} ${path}`);

  test('leads to the section, and to the page for what stands before the first', () => {
    expect(found('wicks')[0]).toBe('Lanterns: Wicks /guides/a/#wicks');
    expect(found('oil')[0]).toBe('Lanterns /guides/a/');
  });

  test('takes four letters for the beginning of a word, and three for a word', () => {
    expect(found('cott')).toEqual(['Lanterns: Wicks /guides/a/#wicks']);
    expect(found('cot')).toEqual([]);
  });

  test('forgives a wrong letter in words of six and more', () => {
    expect(found('lantarns')).toContain('Lanterns /guides/a/');
    expect(found('wickz')).toEqual([]);
  });

  test('passes over the words that all questions have', () => {
    expect(found('What is it with the')).toEqual([]);
    expect(createLibrary(`${PAGE}# It\n\nWhat is it with the`).find('What is it with the', 3)).toEqual([]);
  });

  test('tells as many as are asked for, titles and headings before texts', () => {
    const lamps = ['Lamps burn. Lamps last. Lamps shine.', 'Nothing of it.'].join('\n\n# Lamps\n\n');
    const hits = createLibrary(`${PAGE}# Oil\n\n${lamps}`).find('lamps', 9);
    expect(hits.map(({ title }) => title)).toEqual(['Oil: Lamps', 'Oil']);
    expect(createLibrary(`${PAGE}# Oil\n\n${lamps}`).find('lamps', 1)).toEqual([hits[0]]);
  });

  test('tells how a section begins, in one line of 160 characters', () => {
    const excerpt = (text: string) => createLibrary(`${PAGE}# Lamps\n\n${text}`).find('lamps', 1)[0]?.excerpt;
    expect(excerpt('They  burn\n\n\tlong. ')).toBe('They burn long.');
    expect(excerpt('x'.repeat(160))).toBe('x'.repeat(160));
    expect(excerpt('x'.repeat(161))).toBe(`${'x'.repeat(160)}…`);
  });

  test('finds an operation once, though its page is in the library', () => {
    const { page, operationId } = library.operations.get('listOperators') ?? expect.unreachable();
    const both = createLibrary(`Source: https://s.example${page}\n\n# List operators\n\n${operationId}`);
    expect(both.find(operationId, 9).filter(({ path }) => path.startsWith(page))).toHaveLength(1);
    expect(both.pages.has(page)).toBe(true);
  });
});
