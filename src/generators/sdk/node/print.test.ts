import { expect, test } from 'vitest';
import { loadDocument, loadPolicies, SPEC_FILE } from '../../../openapi/document/load.ts';
import type { SchemaObject } from '../../../openapi/document/openapi-document.ts';
import { sdkModel } from '../model.ts';
import { printNode } from './print.ts';

/** What is printed for the document once it has grown. */
async function printed(
  grow: (document: Awaited<ReturnType<typeof loadDocument>>) => void,
): Promise<Map<string, string>> {
  const document = structuredClone(await loadDocument(SPEC_FILE));
  grow(document);
  return printNode(sdkModel(document, await loadPolicies()));
}

test('a new operation becomes a method of its namespace, with a new file where that is new', async () => {
  const files = await printed(({ paths = {} }) => {
    const operation = {
      ...paths['/operators/{id}']?.get,
      operationId: 'getBadge',
      'x-sdk-method': 'badges.special.get',
    };
    paths['/badges/{id}'] = { ...paths['/operators/{id}'], get: operation };
  });
  expect(files.get('src/generated/badges.ts')).toContain(
    "get(id: string, options?: CallOptions): Call<Operator> {\n    return this._call({ method: 'GET', path: '/badges/{id}', ids: [id] }, options);",
  );
  expect(files.get('src/generated/namespaces.ts')).toContain("import { Badges } from './badges.ts';");
});

test('a new field, value and description change the types and nothing else', async () => {
  const before = await printed(() => undefined);
  const after = await printed(({ components }) => {
    const { Contact, ConversationStatus } = components?.schemas as Record<string, SchemaObject>;
    if (Contact?.properties)
      Contact.properties['else'] = { type: ['string', 'null'], description: 'Ends a comment: */' };
    ConversationStatus?.enum?.push("it's snoozed");
  });
  const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
  expect(changed).toEqual(['src/generated/types.ts']);
  const types = after.get('src/generated/types.ts');
  expect(types).toContain('  /** Ends a comment: *\\/ */\n  else?: string | null;\n');
  expect(types).toContain("'open' | 'closed' | 'it\\'s snoozed' | Unlisted;");
});

test('every file says that it is printed', async () => {
  for (const text of (await printed(() => undefined)).values()) expect(text).toMatch(/^\/\/ Generated from spec\//);
});
