import { describe, expect, test } from 'vitest';
import { read, refusalOf, writeDocument } from './write-document.ts';

const OK = '{ "200": { description: ok } }';

function yaml(rest: string): Record<string, string> {
  return { 'api.yaml': `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${rest}` };
}

const answers = (schema: string): string =>
  `{ get: { responses: { 200: { description: ok, content: { application/json: { schema: ${schema} } } } } } }`;

const missing = (ref: string): string => `The document refers to \`${ref}\`, which it does not have.`;

describe('what a document refers to and does not have is told where it is missed', () => {
  test('in schemas, with one note for all of them', async () => {
    const file = await writeDocument(
      yaml(
        `paths:\n  /a: ${answers("{ $ref: '#/components/schemas/A' }")}\n  /b: ${answers("{ items: { $ref: '#/components/schemas/Gone', title: Pet } }")}\ncomponents:\n  schemas: { A: { $ref: '#/components/schemas/Gone' } }`,
      ),
    );
    const { document, notes } = await read(file);
    expect(document.components?.schemas).toEqual({ A: { description: missing('#/components/schemas/Gone') } });
    expect(document.paths?.['/b']).toMatchObject({
      get: {
        responses: {
          200: {
            content: {
              'application/json': {
                schema: { items: { description: missing('#/components/schemas/Gone'), title: 'Pet' } },
              },
            },
          },
        },
      },
    });
    expect(notes).toEqual([
      expect.stringMatching(
        /^.*api\.yaml:5 at #\/paths\/.*\/items: leads nowhere, and is shown as missing: `#\/components\/schemas\/Gone` \(2 times; this is the first\)$/,
      ),
    ]);
  });

  test('in answers and their headers', async () => {
    const file = await writeDocument(
      yaml(
        "paths:\n  /a: { get: { responses: { 200: { description: ok, headers: { X-A: { $ref: '#/components/headers/A' } } }, 404: { $ref: '#/components/responses/B' } } } }",
      ),
    );
    const { document, notes } = await read(file);
    expect(document.paths?.['/a']?.get?.responses).toEqual({
      200: { description: 'ok', headers: { 'X-A': { description: missing('#/components/headers/A') } } },
      404: { description: missing('#/components/responses/B') },
    });
    expect(notes).toHaveLength(1);
  });

  test('what its words say there is kept', async () => {
    const file = await writeDocument(yaml(`paths:\n  /a: ${answers("{ $ref: '#/gone', description: A pet. }")}`));
    expect(JSON.stringify((await read(file)).document)).toContain('"schema":{"description":"A pet."}');
  });

  test('but a parameter that nobody can name is refused', async () => {
    const file = await writeDocument(
      yaml(`paths:\n  /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }], responses: ${OK} } }`),
    );
    await expect(read(file)).rejects.toThrow(
      /Can't resolve \$ref "#\/components\/parameters\/P"; without this, 0 of 1/,
    );
  });

  test('and so is all of it where nobody reads the notes, as for the specification of this site', async () => {
    const file = await writeDocument(yaml(`paths:\n  /a: ${answers("{ $ref: '#/components/schemas/A' }")}`));
    expect(await refusalOf(file)).toMatch(/Can't resolve \$ref "#\/components\/schemas\/A"/);
  });
});
