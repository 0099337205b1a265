import { expect, test } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import { options } from './pages.ts';
import { read, writeDocument } from './write-document.ts';

const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a: { get: { operationId: list, responses: {} }, put: { operationId: list, responses: {} } }
  /b: { get: { responses: {} } }
`;

test('readers are told of no operationId that the document does not have; addresses are made of one', async () => {
  const { document } = await read(await writeDocument({ 'api.yaml': text }));
  const { reference, views } = makeReference(document, options);
  const told = [...reference.operations.values()].map((entry) => [
    entry.address.split('/').at(-2),
    /^- Operation: .*$/m.exec(entryMarkdown(reference, new SchemaMarkdown(views), entry))?.[0],
  ]);
  expect(told).toEqual([
    ['list', '- Operation: `list`'],
    ['list-2', '- Operation: `list`'],
    ['get-b', undefined],
  ]);
});
