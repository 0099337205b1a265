import { useMemo, useRef } from 'preact/hooks';
import type { JsonNode } from '../../../../json-text/tree.ts';
import { rowsOf, toggled, withMore } from './tree-rows.ts';
import type { Row } from './tree-rows.ts';
import { TreeRow } from './TreeRow.tsx';
import type { TreeView } from './use-tree-view.ts';

export interface JsonTreeProps {
  /** JSON that `root` was scanned from. */
  text: string;
  root: JsonNode;
  view: TreeView;
  /** Where a value leads, if anywhere. */
  linkOf: (node: JsonNode) => { href: string; title: string } | undefined;
  /** What is wrong with a value. */
  marks: ReadonlyMap<JsonNode, string>;
}

/**
 * JSON with folds. One stop of the Tab key: arrows move, open and fold, Enter opens a link, folds, or shows more.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function JsonTree({ text, root, view, linkOf, marks }: JsonTreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const { state, current, setState, setCurrent } = view;
  const rows = useMemo(() => rowsOf(root, state), [root, state]);
  const stops = rows.filter(({ kind }) => kind !== 'end');
  const focus = (row: Row | undefined) => {
    if (!row) return;
    setCurrent(row.node);
    tree.current?.querySelector<HTMLElement>(`[data-row="${rows.indexOf(row)}"]`)?.focus();
  };
  const act = (row: Row) => {
    if (row.kind === 'more') setState(withMore(state, row.node));
    else if (row.node.children.length > 0) setState(toggled(state, row.node));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place =
      event.target instanceof HTMLElement ? Number(event.target.closest<HTMLElement>('[data-row]')?.dataset.row) : NaN;
    const row = rows[place];
    const handled = row && handleKey(event.key, { row, stops, focus, act, tree: tree.current, place });
    if (handled) event.preventDefault();
  };
  const stop = rows.find(({ kind, node }) => kind === 'value' && node === current) ?? rows[0];
  return (
    <div class="ob-tree" role="tree" aria-label="Response body" ref={tree} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <TreeRow
          key={index}
          index={index}
          row={row}
          text={text}
          link={row.kind === 'value' ? linkOf(row.node) : undefined}
          mark={row.kind === 'value' ? marks.get(row.node) : undefined}
          isStop={row === stop}
          onFocus={() => setCurrent(row.node)}
          onAct={() => act(row)}
        />
      ))}
    </div>
  );
}

interface KeyContext {
  row: Row;
  place: number;
  stops: Row[];
  tree: HTMLElement | null;
  focus: (row: Row | undefined) => void;
  act: (row: Row) => void;
}

/** Returns whether the key meant something here. */
function handleKey(key: string, { row, place, stops, tree, focus, act }: KeyContext): boolean {
  const at = stops.indexOf(row);
  const isOpen = row.kind === 'value' && row.open;
  const isFolded = row.kind === 'value' && !row.open && row.node.children.length > 0;
  const parent = row.kind === 'more' ? row.node : row.node.parent;
  switch (key) {
    case 'ArrowDown':
      focus(stops[at + 1]);
      return true;
    case 'ArrowUp':
      focus(stops[at - 1]);
      return true;
    case 'Home':
      focus(stops[0]);
      return true;
    case 'End':
      focus(stops.at(-1));
      return true;
    case 'ArrowRight':
      if (isFolded) act(row);
      else if (isOpen) focus(stops[at + 1]);
      return true;
    case 'ArrowLeft':
      if (isOpen) act(row);
      else focus(stops.find(({ kind, node }) => kind === 'value' && node === parent));
      return true;
    case 'Enter':
    case ' ': {
      const link = tree?.querySelector<HTMLElement>(`[data-row="${place}"] :is(a, button)`);
      if (link) link.click();
      else act(row);
      return true;
    }
    default:
      return false;
  }
}
