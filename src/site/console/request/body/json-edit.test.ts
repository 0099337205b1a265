import { describe, expect, test } from 'vitest';
import { fc } from '../../../../../tests/fast-check.ts';
import { addChild, removeChild, renameMember, replaceNode } from './json-edit.ts';
import type { JsonNode } from '../../../json-text/json-tree.ts';
import { memberOf, nodeAt, parseJson, valueOf } from '../../../json-text/json-tree.ts';

const tree = (text: string): JsonNode => parseJson(text) ?? expect.unreachable();
const json = fc.json({ noUnicodeString: false }).map((text) => JSON.stringify(JSON.parse(text), null, 1));

describe('parseJson', () => {
  test('knows where each value stands', () => {
    fc.assert(
      fc.property(json, (text) => {
        const check = (node: JsonNode, value: unknown): void => {
          expect(valueOf(text, node)).toEqual(value);
          for (const [index, child] of node.children.entries()) {
            const key = node.type === 'array' ? index : child.name;
            check(child.node, (value as Record<string | number, unknown>)[key]);
          }
        };
        check(tree(text), JSON.parse(text));
      }),
    );
  });

  test('gives nothing for what is not JSON, and takes any depth', () => {
    for (const text of ['', '{', '{"a":}', '[1,]', 'undefined', "{'a': 1}"]) expect(parseJson(text)).toBeUndefined();
    expect(tree('['.repeat(20_000) + ']'.repeat(20_000)).type).toBe('array');
  });

  test('finds places by pointer, of missing ones the nearest', () => {
    const text = '{"a/b": [{"~": 1}, 2], "a": 3, "a": 4}';
    const at = (pointer: string) => valueOf(text, nodeAt(tree(text), pointer));
    expect(at('/a~1b/0/~0')).toBe(1);
    expect(at('/a~1b/1')).toBe(2);
    expect(at('/a')).toBe(4);
    expect(at('/a~1b/7/x')).toEqual([{ '~': 1 }, 2]);
  });
});

describe('an edit', () => {
  const text = '{ "id":12345678901234567890,\n\t"tags":["a","b"], "x": {}, "id": 1.0 }';

  test('of a value leaves all else as it was typed', () => {
    const tags = memberOf(tree(text), 'tags')?.node ?? expect.unreachable();
    const first = tags.children[0]?.node ?? expect.unreachable();
    expect(replaceNode(text, first, '"ü"')).toBe(text.replace('"a"', '"ü"'));
  });

  test('keeps long numbers, names that occur twice and their order', () => {
    const added = addChild(text, tree(text), 'true', 'new');
    expect(added.replace(/\s+/g, '')).toBe('{"id":12345678901234567890,"tags":["a","b"],"x":{},"id":1.0,"new":true}');
    const x = memberOf(tree(text), 'x')?.node ?? expect.unreachable();
    expect(addChild(text, x, '1', 'é"').replace(/\s+/g, '')).toContain('"x":{"é\\"":1}');
  });

  test('removes first, middle, last and only children', () => {
    const list = '[1, 2, 3]';
    const without = (index: number) => JSON.parse(removeChild(list, tree(list), index)) as unknown;
    expect([0, 1, 2].map(without)).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ]);
    expect(JSON.parse(removeChild('{"a": 1}', tree('{"a": 1}'), 0))).toEqual({});
  });

  test('renames in place', () => {
    const member = memberOf(tree(text), 'tags') ?? expect.unreachable();
    expect(renameMember(text, member, '"q"')).toBe(text.replace('"tags"', '"\\"q\\""'));
  });

  test('of any JSON does what the same edit of the value does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.jsonValue(), (object, name, value) => {
        const before = JSON.stringify(object);
        const added = addChild(before, tree(before), JSON.stringify(value), name);
        const member = memberOf(tree(added), name) ?? expect.unreachable();
        expect(valueOf(added, member.node)).toEqual(JSON.parse(JSON.stringify(value)));
        const root = tree(added);
        expect(JSON.parse(removeChild(added, root, root.children.length - 1))).toEqual(JSON.parse(before));
      }),
    );
  });
});
