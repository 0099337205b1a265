import { describe, expect, it, test } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { memberOf, parseJson, valueOf } from './tree.ts';
import type { JsonNode } from './tree.ts';

const treeOf = (text: string): JsonNode => parseJson(text) ?? expect.unreachable();

/** Builds the value anew from the places that were found. */
function built(text: string, node: JsonNode): unknown {
  if (node.type === 'array') return node.children.map((child) => built(text, child));
  if (node.type !== 'object') return valueOf(text, node);
  const value: Record<string, unknown> = {};
  for (const child of node.children)
    Object.defineProperty(value, child.name, { value: built(text, child), enumerable: true, configurable: true });
  return value;
}

describe('parseJson', () => {
  it.each([undefined, 2])('finds every value of any JSON, indented by %s', (indent) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, indent);
        expect(built(text, treeOf(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['{"a\\"b": "c\\\\", "d": "\\\\\\""}', '{"__proto__": 1, "constructor": [{}]}', '[-0.5e+10, true, null]'])(
    'reads %s',
    (text) => expect(built(text, treeOf(text))).toEqual(JSON.parse(text)),
  );

  it('gives the whole place of each value and of its name', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        const check = (node: JsonNode, own: unknown): void => {
          expect(valueOf(text, node)).toEqual(own);
          for (const [index, child] of node.children.entries()) {
            expect([child.parent, child.index]).toEqual([node, index]);
            const isMember = node.type === 'object';
            expect(text.slice(child.nameStart, child.nameEnd)).toBe(isMember ? JSON.stringify(child.name) : '');
            check(child, (own as Record<string | number, unknown>)[isMember ? child.name : index]);
          }
        };
        check(treeOf(text), JSON.parse(text));
      }),
    );
  });

  it('keeps both members of one name, of which the last counts, and numbers as they were written', () => {
    const text = '{"a": 12345678901234567890, "a": 1.0}';
    const root = treeOf(text);
    expect(root.children.map(({ start, end }) => text.slice(start, end))).toEqual(['12345678901234567890', '1.0']);
    expect(memberOf(root, 'a')).toBe(root.children[1]);
    expect(memberOf(root, 'b')).toBeUndefined();
  });

  it('gives nothing for what is not JSON', () => {
    for (const text of ['', '{', '{"a":}', '[1,]', 'undefined', "{'a': 1}"]) expect(parseJson(text)).toBeUndefined();
  });

  it('takes any depth and length', () => {
    const depth = 100_000;
    expect(treeOf('['.repeat(depth) + ']'.repeat(depth)).end).toBe(2 * depth);
    const long = JSON.stringify(['x\\"\n'.repeat(500_000)]);
    expect(treeOf(long).children[0]?.end).toBe(long.length - 1);
  });
});

test('what has no name has an empty one, where its value starts', () => {
  const text = ' [ 7, {"a": 8} ]';
  const root = treeOf(text);
  const [item, object] = root.children;
  const places = [root, item, object, object?.children[0]].map((node) => [node?.name, node?.nameStart, node?.nameEnd]);
  expect(places).toEqual([
    ['', 1, 1],
    ['', 3, 3],
    ['', 6, 6],
    ['a', 7, 10],
  ]);
  expect([memberOf(root, ''), memberOf(object, 'b'), memberOf(undefined, 'a')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each(['', ' ', '{', '[1,]', '{"a"}', 'x'])('%j is no tree', (text) => {
  expect(parseJson(text)).toBeUndefined();
});
