import { describe, expect, it } from 'vitest';
import { nodeAt } from '../../../../json-text/find.ts';
import { parseJson } from '../../../../json-text/tree.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';
import type { Row } from './tree-rows.ts';
import { initialState, pageSize, rowsOf, toggled, withMore } from './tree-rows.ts';

const treeOf = (text: string): JsonNode => parseJson(text) ?? expect.unreachable();

const kinds = (rows: Row[]) => rows.map(({ kind }) => kind);

describe('rowsOf', () => {
  const root = treeOf('{"a": [1, 2], "b": {}}');
  const state = initialState(root, []);

  it('gives a line to each value and to each end', () => {
    expect(rowsOf(root, state).map(({ kind, depth }) => [kind, depth])).toEqual([
      ['value', 0],
      ['value', 1],
      ['value', 2],
      ['value', 2],
      ['end', 1],
      ['value', 1],
      ['end', 0],
    ]);
  });

  it('folds what is toggled to one line, and opens it again', () => {
    const folded = toggled(state, root);
    expect(kinds(rowsOf(root, folded))).toEqual(['value']);
    expect(rowsOf(root, toggled(folded, root))).toEqual(rowsOf(root, state));
  });

  it('shows a long list a page at a time', () => {
    const list = treeOf(JSON.stringify(Array.from({ length: 10_000 }, (_, index) => index)));
    const first = rowsOf(list, initialState(list, []));
    expect(first).toHaveLength(pageSize + 3);
    expect(first.at(-2)).toMatchObject({ kind: 'more', hidden: 10_000 - pageSize });
    const second = rowsOf(list, withMore(initialState(list, []), list));
    expect(second.at(-2)).toMatchObject({ kind: 'more', hidden: 10_000 - 2 * pageSize });
  });

  it('opens no more lines by itself than a reader would look at, outer ones first', () => {
    const text = JSON.stringify(Array.from({ length: 90 }, () => Array.from({ length: 90 }, () => [1])));
    const large = treeOf(text);
    const rows = rowsOf(large, initialState(large, []));
    expect(rows.length).toBeGreaterThan(90);
    expect(rows.length).toBeLessThan(500);
  });

  it('opens the way to what must be seen', () => {
    const text = `[${'['.repeat(900)}"here"${']'.repeat(900)}, 1]`;
    const deep = treeOf(text);
    const path = Array.from({ length: 901 }, () => 0);
    const wanted = nodeAt(deep, path);
    if (!wanted) throw new Error('not found');
    expect(rowsOf(deep, initialState(deep, [wanted])).some(({ node }) => node === wanted)).toBe(true);
  });

  it('shows as much of a long list as it takes', () => {
    const list = treeOf(JSON.stringify(Array.from({ length: 1_000 }, (_, index) => index)));
    const [, wanted] = [list, list.children[250]];
    expect(
      rowsOf(list, initialState(list, wanted ? [wanted] : [])).filter(({ kind }) => kind === 'value'),
    ).toHaveLength(252);
  });

  it('needs no stack', () => {
    const depth = 20_000;
    const deep = treeOf('['.repeat(depth) + '1' + ']'.repeat(depth));
    const rows = rowsOf(deep, { open: new Set(ancestors(deep)), shown: new Map() });
    expect(rows).toHaveLength(2 * depth + 1);
  });
});

function* ancestors(root: JsonNode) {
  for (let node: typeof root | undefined = root; node; node = node.children[0]) yield node;
}
