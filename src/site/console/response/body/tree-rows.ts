/** Which lines of a JSON tree are shown, given what is folded. */
import type { JsonNode } from '../../../../json-text/tree.ts';

export type Row =
  /** A plain value, or a container: folded on one line, or the first of its lines. */
  | { kind: 'value'; node: JsonNode; depth: number; open: boolean }
  /** The last line of an open container. */
  | { kind: 'end'; node: JsonNode; depth: number }
  /** Stands for members that are not shown yet. */
  | { kind: 'more'; node: JsonNode; depth: number; hidden: number };

export interface TreeState {
  open: ReadonlySet<JsonNode>;
  /** How many members of a container are shown; `pageSize` unless told. */
  shown: ReadonlyMap<JsonNode, number>;
}

/** Members of a container that are shown at once, and that each “more” adds. */
export const pageSize = 100;

/** Lines that a tree opens by itself: more would be slow, and nobody reads them. */
const openingBudget = 250;

/**
 * The state a tree starts in: outer containers open first, as many as fit.
 * @param wanted Values that must be seen, wherever they are.
 */
export function initialState(root: JsonNode, wanted: readonly JsonNode[]): TreeState {
  const open = new Set<JsonNode>();
  let budget = openingBudget;
  const queue = [root];
  for (let next = queue.shift(); next && budget > 0; next = queue.shift()) {
    const count = Math.min(next.children.length, pageSize);
    if (count === 0) continue;
    if (next !== root && count + 1 > budget) continue;
    open.add(next);
    budget -= count + 1;
    for (const child of next.children.slice(0, count)) if (child.children.length > 0) queue.push(child);
  }
  const shown = new Map<JsonNode, number>();
  for (const node of wanted) {
    for (let child = node; child.parent; child = child.parent) {
      open.add(child.parent);
      if (child.index >= Math.max(pageSize, shown.get(child.parent) ?? 0)) shown.set(child.parent, child.index + 1);
    }
  }
  return { open, shown };
}

/** The lines from top to bottom. Needs no stack. */
export function rowsOf(root: JsonNode, { open, shown }: TreeState): Row[] {
  const rows: Row[] = [];
  const enter = (node: JsonNode, depth: number): boolean => {
    const isOpen = node.children.length > 0 && open.has(node);
    rows.push({ kind: 'value', node, depth, open: isOpen });
    return isOpen;
  };
  const path: { node: JsonNode; next: number }[] = enter(root, 0) ? [{ node: root, next: 0 }] : [];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const { node, next } = top;
    const count = Math.min(node.children.length, shown.get(node) ?? pageSize);
    const child = next < count ? node.children[next] : undefined;
    top.next += 1;
    if (child && enter(child, path.length)) path.push({ node: child, next: 0 });
    if (child) continue;
    const hidden = node.children.length - count;
    if (hidden > 0) rows.push({ kind: 'more', node, depth: path.length, hidden });
    path.pop();
    rows.push({ kind: 'end', node, depth: path.length });
  }
  return rows;
}

/** The state with a container opened or folded. */
export function toggled(state: TreeState, node: JsonNode): TreeState {
  const open = new Set(state.open);
  if (!open.delete(node)) open.add(node);
  return { ...state, open };
}

/** The state with the next members of a container shown. */
export function withMore(state: TreeState, node: JsonNode): TreeState {
  return { ...state, shown: new Map(state.shown).set(node, (state.shown.get(node) ?? pageSize) + pageSize) };
}
