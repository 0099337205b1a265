import { describe, expect, test } from 'vitest';
import { refusalOf, writeDocument } from './write-document.ts';

const OK = '{ "200": { description: ok } }';

function yaml(rest: string): string {
  return `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${rest}`;
}

describe('a refusal says how much could be shown without what it refuses', () => {
  const answer = (ref: string): string =>
    `{ get: { responses: { 200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/${ref}' } } } } } } }`;

  test('counting what refers to it from afar', async () => {
    const text = yaml(
      `paths:\n  /a: ${answer('A')}\n  /b: ${answer('B')}\n  /c: ${answer('C')}\n  /d: { get: { responses: ${OK} } }\ncomponents:\n  schemas: { A: { properties: { b: { $ref: '#/components/schemas/B' } } }, B: { items: { $ref: '#/components/schemas/Gone' } }, C: {} }`,
    );
    expect(await refusalOf(await writeDocument({ 'api.yaml': text }))).toMatch(
      /api\.yaml:9 at #\/components\/schemas\/B\/items: Can't resolve \$ref "#\/components\/schemas\/Gone"; without this, 2 of 4 operations could be shown$/,
    );
  });

  test('across files, for all that is refused', async () => {
    const text = yaml(
      `paths:\n  /a: { $ref: 'a.yaml' }\n  /b: { get: { parameters: {}, responses: ${OK} } }\n  /c: { get: { responses: ${OK} } }`,
    );
    const other = "get: { responses: { 200: { $ref: '#/nothing' } } }";
    expect(await refusalOf(await writeDocument({ 'api.yaml': text, 'a.yaml': other }))).toMatch(
      /without this and 1 more such part, 1 of 2 operations could be shown$/,
    );
  });
});
