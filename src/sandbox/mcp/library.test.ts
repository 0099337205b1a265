import { describe, expect, test } from 'vitest';
import { operations } from '../generated/operations.ts';
import { describeOperation } from './describe.ts';
import { createLibrary } from './library.ts';

const library = createLibrary();

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

test('a description holds every schema that it refers to, and no other', () => {
  for (const operation of library.operations.values()) {
    const told = describeOperation(operation);
    const refs = new Set([...JSON.stringify(told).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name));
    expect(Object.keys((told['$defs'] as object | undefined) ?? {}).sort()).toEqual([...refs].sort());
  }
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
});
