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
