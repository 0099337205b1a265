import { useMemo, useState } from 'preact/hooks';
import type { JsonNode } from '../../../../json-text/tree.ts';
import { initialState } from './tree-rows.ts';
import type { TreeState } from './tree-rows.ts';

export interface TreeView {
  /** What is folded. */
  state: TreeState;
  /** The value that the Tab key stops at. */
  current: JsonNode;
  setState: (state: TreeState) => void;
  setCurrent: (node: JsonNode) => void;
}

/**
 * How a reader has left a tree: it outlasts the tree's being shown, and ends with the answer. Until the reader folds or
 * opens something, the way to every marked value is open.
 */
export function useTreeView(root: JsonNode | undefined, marks: ReadonlyMap<JsonNode, string>): TreeView | undefined {
  const [left, setLeft] = useState<{ root: JsonNode; state?: TreeState; current?: JsonNode }>();
  const initial = useMemo(() => root && initialState(root, [...marks.keys()].slice(0, 50)), [root, marks]);
  if (!root || !initial) return undefined;
  const own = left?.root === root ? left : { root };
  return {
    state: own.state ?? initial,
    current: own.current ?? root,
    setState: (state) => setLeft((before) => ({ ...(before?.root === root ? before : { root }), state })),
    setCurrent: (current) => setLeft((before) => ({ ...(before?.root === root ? before : { root }), current })),
  };
}
