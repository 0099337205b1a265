import { describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../../src/openapi/document/openapi-document.ts';
import { toOpenApi31 } from '../../src/openapi/convert/upgrade.ts';
import { read, writeDocument } from './write-document.ts';

function yaml(rest: string, version = '3.1.0'): string {
  return `openapi: ${version}\ninfo: { title: T, version: "1" }\n${rest}`;
}

const reading = async (text: string): Promise<{ document: OpenApiDocument; notes: string[] }> =>
  read(await writeDocument({ 'api.yaml': text }));

/** A schema in a document of a version: what it is read as by the time its page is made, and the notes without their places. */
async function schemaOf(schema: string, version: string): Promise<{ schema: unknown; notes: string[] }> {
  const { document, notes } = await reading(yaml(`paths: {}\ncomponents: { schemas: { A: ${schema} } }`, version));
  const kinds = notes.map((line) => line.replace(/^.*?: /, ''));
  return { schema: toOpenApi31(document).components?.schemas?.['A'], notes: kinds };
}

describe('words of another version are read as they are meant there', () => {
  const older = (word: string): string =>
    `${word} is a word of OpenAPI 3.0 in a document of 3.1, and is read as 3.0 means it`;
  const newer = (word: string): string =>
    `${word} is a word of OpenAPI 3.1 in a document of 3.0, and is read as 3.1 means it`;

  test.each<[string, object, string[]]>([
    ['{ type: string, nullable: true }', { type: ['string', 'null'] }, [older('`nullable`')]],
    ['{ type: [string, integer], nullable: true }', { type: ['string', 'integer', 'null'] }, [older('`nullable`')]],
    ['{ type: string, nullable: false }', { type: 'string' }, [older('`nullable`')]],
    [
      '{ type: number, minimum: 0, exclusiveMinimum: true }',
      { type: 'number', exclusiveMinimum: 0 },
      [older('a boolean `exclusiveMinimum`')],
    ],
    [
      '{ type: number, maximum: 9, exclusiveMaximum: false }',
      { type: 'number', maximum: 9 },
      [older('a boolean `exclusiveMaximum`')],
    ],
    ['{ type: number, exclusiveMaximum: true }', { type: 'number' }, [older('a boolean `exclusiveMaximum`')]],
    [
      '{ type: array, items: [{ type: string }], additionalItems: false }',
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      [older('a list of `items`')],
    ],
  ])('%s in 3.1', async (text, schema, notes) => {
    expect(await schemaOf(text, '3.1.0')).toEqual({ schema, notes });
  });

  test.each<[string, object, string[]]>([
    ['{ type: [string, "null"] }', { type: ['string', 'null'] }, [newer('a list of types')]],
    ['{ type: "null" }', { type: 'null' }, [newer('the type `null`')]],
    ['{ const: a }', { const: 'a' }, [newer('`const`')]],
    ['{ type: string, examples: [a] }', { type: 'string', examples: ['a'] }, [newer('`examples`')]],
    [
      '{ type: number, exclusiveMinimum: 0 }',
      { type: 'number', exclusiveMinimum: 0 },
      [newer('a number as `exclusiveMinimum`')],
    ],
    [
      '{ type: array, prefixItems: [{ type: string, nullable: true }] }',
      { type: 'array', prefixItems: [{ type: ['string', 'null'] }] },
      [newer('`prefixItems`')],
    ],
    ['{ properties: { a: true } }', { properties: { a: true } }, []],
  ])('%s in 3.0', async (text, schema, notes) => {
    expect(await schemaOf(text, '3.0.3')).toEqual({ schema, notes });
  });

  test('a kind of fault is told once, with its first place and how many there are', async () => {
    const { notes } = await reading(
      yaml(
        'paths: {}\ncomponents:\n  schemas:\n    A: { type: string, nullable: true }\n    B: { type: string, nullable: true }',
      ),
    );
    expect(notes).toEqual([
      expect.stringMatching(
        /api\.yaml:6 at #\/components\/schemas\/A\/nullable: `nullable` is .* \(2 times; this is the first\)$/,
      ),
    ]);
  });
});
