import { describe, expect, test } from 'vitest';
import type { SchemaObject } from '../../src/openapi/document/openapi-document.ts';
import { read, refusalOf, writeDocument } from './write-document.ts';
import type { Files } from './write-document.ts';

const document = (schemas: string): string =>
  `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n${schemas.replace(/^/gm, '    ')}\n`;

async function schemas(text: string, others: Files = {}): Promise<Record<string, SchemaObject>> {
  const { document: loaded } = await read(await writeDocument({ 'api.yaml': document(text), ...others }));
  return loaded.components?.schemas ?? {};
}

describe('a schema may be referred to', () => {
  test('by its anchor, and the anchor is not told on', async () => {
    const { Main } = await schemas(
      'Main: { $defs: { item: { $anchor: item, type: object } }, properties: { i: { $ref: "#item" } } }',
    );
    expect(Main).toEqual({
      $defs: { item: { type: 'object' } },
      properties: { i: { $ref: '#/components/schemas/Main/$defs/item' } },
    });
  });

  test('by its anchor alone: what data or an extension holds is no schema', async () => {
    const data = '{ $anchor: item, $id: "https://example.com/x", $ref: "#item" }';
    const keywords = ['example', 'default', 'const', 'x-note'];
    const { Main } = await schemas(
      `Main: { ${keywords.map((key) => `${key}: ${data}`).join(', ')}, enum: [${data}], properties: { default: { $anchor: item } }, items: { $ref: "#item" } }`,
    );
    const kept = { $anchor: 'item', $id: 'https://example.com/x', $ref: '#item' };
    expect(Main).toEqual({
      ...Object.fromEntries(keywords.map((key) => [key, kept])),
      enum: [kept],
      properties: { default: {} },
      items: { $ref: '#/components/schemas/Main/properties/default' },
    });
  });

  test('by the anchor in another file', async () => {
    const found = await schemas("Main: { items: { $ref: 'other.yaml#item' } }", {
      'other.yaml': 'A: { $anchor: item, type: integer, minimum: 3 }',
    });
    expect(found).toEqual({
      Main: { items: { $ref: '#/components/schemas/A' } },
      A: { type: 'integer', minimum: 3 },
    });
  });

  test('by its $id, whole or relative to the one it stands in', async () => {
    const found = await schemas(
      [
        'Leaf: { $id: "https://example.com/leaf", type: string, $defs: { small: { $anchor: small, maxLength: 1 } } }',
        'Tree: { $id: "https://example.com/tree", properties: { a: { $ref: leaf }, b: { $ref: "leaf#small" }, c: { $ref: "leaf#/$defs/small" }, d: { $ref: "#" } } }',
        'User: { properties: { a: { $ref: "https://example.com/leaf" } } }',
      ].join('\n'),
    );
    const leaf = { $ref: '#/components/schemas/Leaf' };
    const small = { $ref: '#/components/schemas/Leaf/$defs/small' };
    expect(found['Tree']?.properties).toEqual({
      a: leaf,
      b: small,
      c: small,
      d: { $ref: '#/components/schemas/Tree' },
    });
    expect(found['User']?.properties).toEqual({ a: leaf });
    expect(JSON.stringify(found)).not.toMatch(/\$id|\$anchor/);
  });

  test('by its place in the document, though it stands in an $id', async () => {
    const { A } = await schemas(
      'A: { $id: "https://example.com/a", items: { $ref: "#/components/schemas/B" } }\nB: {}',
    );
    expect(A).toEqual({ items: { $ref: '#/components/schemas/B' } });
  });

  test('by what a user of a template fills in', async () => {
    const found = await schemas(
      [
        'List: { $id: list, type: array, items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: item } } }',
        'Numbers: { $id: numbers, $ref: list, $defs: { own: { $dynamicAnchor: item, type: number } } }',
      ].join('\n'),
    );
    expect(found['List']?.items).toEqual({ $ref: '#/components/schemas/List/$defs/any' });
    expect(found['Numbers']).toMatchObject({
      allOf: [{ type: 'array', items: { $ref: '#/components/schemas/Numbers/$defs/own' } }],
    });
  });

  test('as a template by those alone who answer what it asks for', async () => {
    const list = 'List: { $id: list, items: { $dynamicRef: "#item" }, $defs: { any: { $dynamicAnchor: item } } }';
    const user = (name: string, more: string) => `${name}: { $id: ${name}, ${more} }`;
    const found = await schemas(
      [
        list,
        'Plain: { $ref: list }',
        user('Other', '$ref: list, $defs: { own: { $dynamicAnchor: other } }'),
        user('Whole', '$ref: "list#/$defs/any", $defs: { own: { $dynamicAnchor: item } }'),
        user(
          'Two',
          '$ref: list, allOf: [{ minItems: 1 }], $defs: { a: { $dynamicAnchor: more }, b: { $dynamicAnchor: item } }',
        ),
      ].join('\n'),
    );
    const List = { $ref: '#/components/schemas/List' };
    expect(found['Plain']).toEqual(List);
    expect(found['Other']).toEqual({ ...List, $defs: { own: {} } });
    expect(found['Whole']).toEqual({ $ref: '#/components/schemas/List/$defs/any', $defs: { own: {} } });
    expect(found['Two']).toEqual({
      $defs: { a: {}, b: {} },
      allOf: [{ items: { $ref: '#/components/schemas/Two/$defs/b' }, $defs: { any: {} } }, { minItems: 1 }],
    });
  });

  test('by two names at once, each of which holds', async () => {
    const { A, B } = await schemas(
      [
        'A: { $dynamicRef: "#x", $ref: "#y", $defs: { x: { $anchor: x }, y: { $anchor: y } } }',
        'B: { $dynamicRef: "#x", $ref: "#y", allOf: [{ minimum: 1 }] }',
      ].join('\n'),
    );
    const [x, y] = ['x', 'y'].map((name) => ({ $ref: `#/components/schemas/A/$defs/${name}` }));
    expect(A).toEqual({ ...y, allOf: [x], $defs: { x: {}, y: {} } });
    expect(B).toEqual({ ...y, allOf: [{ minimum: 1 }, x] });
  });

  test('by a pointer from its own $id, where that leads to something', async () => {
    const { A } = await schemas(
      'A: { $id: "https://example.com/a%20b", $defs: { "x y": { type: string } }, items: { $ref: "#/$defs/x%20y" }, not: { $ref: "a%20b#" } }',
    );
    expect(A).toEqual({
      $defs: { 'x y': { type: 'string' } },
      items: { $ref: expect.stringMatching(/^#\/components\/schemas\/A\/\$defs\/x(?: |%20)y$/) as string },
      not: { $ref: '#/components/schemas/A' },
    });
  });

  test('by itself, in words of 2020-12 and 2019-09', async () => {
    const found = await schemas(
      [
        'Tree: { $dynamicAnchor: node, properties: { kids: { items: { $dynamicRef: "#node" } } } }',
        'Filter: { $recursiveAnchor: true, properties: { all: { items: { oneOf: [{ type: string }, { $recursiveRef: "#" }] } } } }',
      ].join('\n'),
    );
    expect(found['Tree']).toEqual({ properties: { kids: { items: { $ref: '#/components/schemas/Tree' } } } });
    expect(JSON.stringify(found['Filter'])).toContain('{"$ref":"#/components/schemas/Filter"}');
  });

  test('and keywords that are names of properties, or data, are left alone', async () => {
    const { A } = await schemas(
      'A: { properties: { $id: { type: string }, $anchor: { $ref: "#b" } }, example: { $id: x, $ref: "#b" }, $defs: { b: { $anchor: b } } }',
    );
    expect(A).toEqual({
      properties: { $id: { type: 'string' }, $anchor: { $ref: '#/components/schemas/A/$defs/b' } },
      example: { $id: 'x', $ref: '#b' },
      $defs: { b: {} },
    });
  });
});

test.each(['$ref', '$dynamicRef'])('a %s to an anchor that is nowhere is refused with its place', async (keyword) => {
  const file = await writeDocument({ 'api.yaml': document(`A: { items: { ${keyword}: "#nowhere" } }`) });
  expect(await refusalOf(file)).toMatch(
    /api\.yaml:6 at #\/components\/schemas\/A\/items: Can't resolve \$ref "#nowhere"/,
  );
});
