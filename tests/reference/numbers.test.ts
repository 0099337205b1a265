import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SchemaMarkdown } from '../../src/generators/markdown/schema-markdown.ts';
import { bundleOperation } from '../../src/openapi/bundle/bundled-operation.ts';
import { loadDocument } from '../../src/openapi/document/load.ts';
import { OperationJson } from '../../src/site/reference/files/operation-json.ts';
import { makeReference } from '../../src/site/reference/make-reference.ts';
import { entryMarkdown } from '../../src/site/reference/markdown/entry-markdown.ts';
import { SchemaHtml } from '../../src/site/reference/html/schema-html.ts';
import { operationView } from '../../src/site/reference/view/operation-view.ts';
import { responseExamples, samplesView } from '../../src/site/reference/view/samples-view.ts';
import { options } from './pages.ts';
import { read, writeDocument } from './write-document.ts';

const { reference, views } = makeReference(
  await loadDocument(join(import.meta.dirname, 'fixtures/numbers.yaml')),
  options,
);
const entry = reference.operations.get('createUser') ?? expect.unreachable();
const view = operationView(reference, new SchemaHtml(views), entry);
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const page = textOf([...view.parameters.map(({ list }) => list.text), view.body?.content.text].join(' '));
const markdown = entryMarkdown(reference, new SchemaMarkdown(views), entry);

/** Each as the document writes it. */
const written = [
  '-9223372036854775808',
  '9223372036854775806',
  '1945044589271781377',
  '9007199254740993',
  '9007199254740992',
  '10.50',
  '0.10',
  '9007199254740995',
];
/** As a double would write them. */
const rounded =
  /922337203685477(?:5000|6000|580\b)|1945044589271781400|9007199254740994|9007199254740996|\b10\.5\b|\b0\.1\b/;

test('a page and its Markdown write every number as the document does', () => {
  for (const number of written)
    expect([page.includes(number), markdown.includes(number)], number).toEqual([true, true]);
  expect(page).not.toMatch(rounded);
  expect(markdown).not.toMatch(rounded);
});

test('of two bounds of `allOf` the stricter holds, to the digit', () => {
  expect(page).toContain('-9223372036854775808 to 9223372036854775806');
});

test('the operation’s JSON holds the same digits: in schema, form and examples', () => {
  const json = new OperationJson(reference).print(entry);
  for (const number of written) expect(json, number).toContain(number);
  expect(json).not.toMatch(rounded);
  const [content] = bundleOperation(reference.document, entry.operation).body?.content ?? [];
  const shapes = JSON.stringify(content?.form);
  for (const number of ['1945044589271781377', '9007199254740993', '9007199254740992', '10.50', '9007199254740995'])
    expect(shapes, number).toContain(number);
  expect(JSON.stringify(content?.examples[0]?.value)).toBe(
    '{"id":1945044589271781377,"next":9007199254740993,"kind":9007199254740993,"price":10.50,"least":9007199254740995}',
  );
});

test('samples and responses show them', () => {
  for (const { id, code } of samplesView(reference, entry.operation)) {
    const text = textOf(code.text).replaceAll(' ', '');
    for (const number of ['after=9007199254740993', '1945044589271781377', '10.50', '9007199254740995'])
      expect(text, id).toContain(number);
  }
  const [response] = responseExamples(reference.document, entry.operation);
  expect(textOf(response?.code.text ?? '')).toMatch(/1\.0\s*,\s*9007199254740993/);
});

/** A formatter would write these numbers anew, so they have no file. */
const json = `{
  "openapi": "3.0.3", "info": { "title": "Numbers", "version": "1" },
  "paths": { "/a": { "get": { "responses": { "200": { "description": "1.0", "content": { "application/json": {
    "schema": { "type": "object", "properties": {
      "id": { "type": "integer", "minimum": 9007199254740993, "exclusiveMinimum": true, "nullable": true } } },
    "example": {"id":9007199254740993,"big":1e400,"text":"9007199254740993","list":[-0, 1E5,10.50],"1.0":"1.0"}
  } } } } } } }
}`;

test('a document in JSON keeps its digits through the upgrade to 3.1; texts and names stay texts', async () => {
  const made = makeReference(await loadDocument(await writeDocument({ 'numbers.json': json })), options);
  const [operation] = [...made.reference.operations.values()];
  const [content] = operation?.operation.responses[0]?.content ?? [];
  expect(JSON.stringify(content?.examples[0]?.value)).toBe(
    '{"id":9007199254740993,"big":1e400,"text":"9007199254740993","list":[-0,1E5,10.50],"1.0":"1.0"}',
  );
  expect(JSON.stringify(content?.schema)).toBe(
    '{"type":"object","properties":{"id":{"type":["integer","null"],"exclusiveMinimum":9007199254740993}}}',
  );
});

test('a bound below zero is left out, bounds that are not stay', async () => {
  const bounds = '{ minLength: -1, maxLength: 0, minItems: 3 }';
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents: { schemas: { A: ${bounds} } }\n`;
  const { document, notes } = await read(await writeDocument({ 'api.yaml': text }));
  expect(document.components?.schemas?.['A']).toEqual({ maxLength: 0, minItems: 3 });
  expect(notes).toEqual([expect.stringMatching(/minLength: is less than 0, and is left out$/)]);
});

test('behind an item that is left out, a number is not given the digits of another one', async () => {
  const parameters = ['{ in: query }', '{ name: a, in: query, example: 1.10 }', '{ name: b, in: query, example: 2 }'];
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: { /a: { get: { responses: {}, parameters: [${parameters.join()}] } } }\n`;
  const { document } = await read(await writeDocument({ 'api.yaml': text }));
  expect(JSON.stringify(document.paths?.['/a']?.get?.parameters)).toMatch(/"example":1\.10?\}.*"example":2\}/);
});

test.each([
  ['2.10', '2.10'],
  ['1.0', '1.0'],
  ['1', '1'],
  ['007', '007'],
])('a version that is the number %s keeps its digits', async (written, version) => {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: ${written} }\npaths: {}\n`;
  expect((await read(await writeDocument({ 'api.yaml': text }))).document.info.version).toBe(version);
});
