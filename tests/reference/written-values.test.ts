import { expect, test } from 'vitest';
import type { MediaTypeObject, SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { read, writeDocument } from './write-document.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n';

async function schemaOf(schema: string): Promise<{ schema: unknown; notes: string[] }> {
  const { document, notes } = await read(
    await writeDocument({
      'api.yaml': `${HEAD}components:\n  schemas:\n    A: ${schema}\n    Zip: { type: string }\n`,
    }),
  );
  return { schema: document.components?.schemas?.['A'], notes };
}

async function mediaOf(
  media: string,
  mediaType = 'application/json',
): Promise<{ media: MediaTypeObject; notes: string[] }> {
  const content = `content: { ${mediaType}: ${media} }`;
  const schemas =
    'schemas: { Zip: { type: string }, Pet: { type: object, properties: { zip: { $ref: "#/components/schemas/Zip" } } } }';
  const text = `${HEAD}components: { requestBodies: { B: { ${content} } }, ${schemas} }\n`;
  const { document, notes } = await read(await writeDocument({ 'api.yaml': text }));
  const body = document.components?.requestBodies?.['B'] as { content: Record<string, MediaTypeObject> };
  return { media: body.content[mediaType] ?? expect.unreachable(), notes };
}

test.each([
  ['01234', '01234'],
  ['1.10', '1.10'],
  ['+4930123456', '+4930123456'],
  ['12345678901234567890', '12345678901234567890'],
  ['0x1F', '0x1F'],
  ['5', '5'],
])('the example %s of a schema that takes texts only is the text as it is written', async (written, value) => {
  const { schema, notes } = await schemaOf(`{ type: string, example: ${written} }`);
  expect(schema).toEqual({ type: 'string', example: value });
  expect(notes).toEqual([expect.stringMatching(/#\/components\/schemas\/A\/example: is a number where .* texts only/)]);
});

test('so are those of lists, and what is below an object', async () => {
  const { schema } = await schemaOf(
    '{ type: object, example: { zip: 01234, n: 1.10, all: [1.0] }, properties: { zip: { $ref: "#/components/schemas/Zip" }, n: { type: number }, all: { items: { type: [string, "null"], enum: [1.0, 2.0], examples: [1.0], default: 1.0 } } } }',
  );
  expect(JSON.parse(JSON.stringify((schema as SchemaObject).example).replace('1.10', '"exact"'))).toEqual({
    zip: '01234',
    n: 'exact',
    all: ['1.0'],
  });
  expect((schema as SchemaObject).properties?.['all']).toEqual({
    items: { type: ['string', 'null'], enum: ['1.0', '2.0'], examples: ['1.0'], default: '1.0' },
  });
});

test.each([
  '{ type: [string, number], example: 5 }',
  '{ example: 5 }',
  '{ oneOf: [{ type: string }, { type: integer }], example: 5 }',
])('a number stays one where the schema takes it: %s', async (written) => {
  const { schema, notes } = await schemaOf(written);
  expect([(schema as SchemaObject).example, notes]).toEqual([5, []]);
});

test('examples of a body are read by its schema, over references', async () => {
  const pet = '{ $ref: "#/components/schemas/Pet" }';
  const { media } = await mediaOf(`{ schema: ${pet}, example: { zip: 01234 } }`);
  expect(media.example).toEqual({ zip: '01234' });
  const { media: named } = await mediaOf(`{ schema: ${pet}, examples: { a: { value: { zip: 1.10 } } } }`);
  expect(named.examples).toEqual({ a: { value: { zip: '1.10' } } });
});

test('JSON that is written as a text is its value where the schema takes no text', async () => {
  const { media, notes } = await mediaOf(`{ schema: { type: object }, example: '{"a": 1.50}' }`);
  expect(JSON.stringify(media.example)).toBe('{"a":1.50}');
  expect(notes).toEqual([expect.stringMatching(/application~1json\/example: is a text .* the JSON that it holds$/)]);
  const { media: named } = await mediaOf(`{ schema: { type: array }, examples: { a: { value: '[1]' } } }`);
  expect(named.examples).toEqual({ a: { value: [1] } });
});

test.each([
  ['{ schema: { type: string }, example: "5" }', 'application/json', '5'],
  ['{ schema: { type: object }, example: "{ a" }', 'application/json', '{ a'],
  ['{ schema: { type: object }, example: "[1]" }', 'application/json', '[1]'],
  ['{ schema: { oneOf: [{ type: object }, { type: string }] }, example: "{}" }', 'application/json', '{}'],
  ['{ example: "{}" }', 'application/json', '{}'],
  ['{ schema: { type: object }, example: "{}" }', 'application/xml', '{}'],
])('a text stays one: %s as %s', async (written, mediaType, value) => {
  const { media, notes } = await mediaOf(written, mediaType);
  expect([media.example, notes]).toEqual([value, []]);
});

test('schemas that lead back to themselves, in many ways too, are looked into once', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
  const refs = names.map((name) => `{ $ref: "#/components/schemas/${name}" }`).join(', ');
  const schemas = names.map((name) => `    ${name}: { anyOf: [${refs}], example: [01, "1"] }\n`).join('');
  const { document } = await read(await writeDocument({ 'api.yaml': `${HEAD}components:\n  schemas:\n${schemas}` }));
  expect((document.components?.schemas?.['S0'] as SchemaObject).example).toEqual([1, '1']);
});
