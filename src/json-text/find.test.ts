import { describe, expect, it } from 'vitest';
import { nearestNode, nodeAt } from './find.ts';
import { parseJson, valueOf } from './tree.ts';

const treeOf = (text: string) => parseJson(text) ?? expect.unreachable();

describe('nodeAt', () => {
  const text = '{"data": [{"id": 1}, {"id": 2, "id": 3}]}';
  const root = treeOf(text);

  it('finds a value by its path, the last of two members', () => {
    const node = nodeAt(root, ['data', 1, 'id']);
    expect(node && valueOf(text, node)).toBe(3);
  });

  it.each([[['data', 7]], [['nothing', 'there']], [['data', 0, 'id', 'deeper']]])('finds nothing at %j', (path) => {
    expect(nodeAt(root, path)).toBeUndefined();
  });
});

it('nearestNode finds places by pointer, of missing ones the nearest', () => {
  const text = '{"a/b": [{"~": 1}, 2], "a": 3, "a": 4}';
  const at = (pointer: string) => valueOf(text, nearestNode(treeOf(text), pointer));
  expect(at('/a~1b/0/~0')).toBe(1);
  expect(at('/a~1b/1')).toBe(2);
  expect(at('/a')).toBe(4);
  expect(at('/a~1b/7/x')).toEqual([{ '~': 1 }, 2]);
});
