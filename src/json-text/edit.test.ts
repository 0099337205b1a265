import { describe, expect, test } from 'vitest';
import { fc } from '../../tests/fast-check.ts';
import { addChild, removeChild, renameMember, replaceNode } from './edit.ts';
import type { JsonNode } from './tree.ts';
import { memberOf, parseJson, valueOf } from './tree.ts';

const tree = (text: string): JsonNode => parseJson(text) ?? expect.unreachable();

describe('an edit', () => {
  const text = '{ "id":12345678901234567890,\n\t"tags":["a","b"], "x": {}, "id": 1.0 }';

  test('of a value leaves all else as it was typed', () => {
    const tags = memberOf(tree(text), 'tags') ?? expect.unreachable();
    const first = tags.children[0] ?? expect.unreachable();
    expect(replaceNode(text, first, '"ü"')).toBe(text.replace('"a"', '"ü"'));
  });

  test('keeps long numbers, names that occur twice and their order', () => {
    const added = addChild(text, tree(text), 'true', 'new');
    expect(added.replace(/\s+/g, '')).toBe('{"id":12345678901234567890,"tags":["a","b"],"x":{},"id":1.0,"new":true}');
    const x = memberOf(tree(text), 'x') ?? expect.unreachable();
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
        expect(valueOf(added, member)).toEqual(JSON.parse(JSON.stringify(value)));
        const root = tree(added);
        expect(JSON.parse(removeChild(added, root, root.children.length - 1))).toEqual(JSON.parse(before));
      }),
    );
  });
});
