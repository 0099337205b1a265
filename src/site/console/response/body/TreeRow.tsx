import type { JsonNode } from '../../../../json-text/tree.ts';
import { StringValue, Visible } from './StringValue.tsx';
import type { Row } from './tree-rows.ts';

interface TreeRowProps {
  index: number;
  row: Row;
  text: string;
  link: { href: string; title: string } | undefined;
  mark: string | undefined;
  /** Whether Tab stops here. */
  isStop: boolean;
  onFocus: () => void;
  onAct: () => void;
}

/** One line of the tree, written as JSON is. */
export function TreeRow({ index, row, text, link, mark, isStop, onFocus, onAct }: TreeRowProps) {
  const style = { '--depth': row.depth };
  if (row.kind === 'end') {
    return (
      <div class="ob-row" role="none" aria-hidden="true" style={style}>
        {brackets[row.node.type === 'object' ? 'object' : 'array'][1]}
        {commaAfter(row.node)}
      </div>
    );
  }
  const canFold = row.kind === 'value' && row.node.children.length > 0;
  const onClick = () => {
    if ((row.kind === 'more' || canFold) && getSelection()?.isCollapsed !== false) onAct();
  };
  return (
    <div
      class="ob-row"
      role="treeitem"
      data-row={index}
      data-kind={row.kind}
      data-marked={mark !== undefined || undefined}
      aria-level={row.depth + 1}
      aria-expanded={canFold ? row.open : undefined}
      tabIndex={isStop ? 0 : -1}
      style={style}
      onFocus={onFocus}
      onClick={onClick}
    >
      {row.kind === 'more' ? (
        `${row.hidden.toLocaleString('en')} more`
      ) : (
        <>
          <Name text={text} node={row.node} />
          <Value text={text} node={row.node} open={row.open} link={link} />
          {!row.open && commaAfter(row.node)}
          {mark !== undefined && <span class="ob-mark">{mark}</span>}
        </>
      )}
    </div>
  );
}

const brackets = { object: ['{', '}'], array: ['[', ']'] } as const;

function commaAfter({ parent, index }: JsonNode): string {
  return parent && index < parent.children.length - 1 ? ',' : '';
}

function Name({ text, node: { nameStart, nameEnd } }: { text: string; node: JsonNode }) {
  if (nameStart === nameEnd) return null;
  return (
    <>
      <bdi class="k">
        <Visible text={shortened(text, nameStart, nameEnd)} />
      </bdi>
      {': '}
    </>
  );
}

interface ValueProps {
  text: string;
  node: JsonNode;
  open: boolean;
  link: TreeRowProps['link'];
}

function Value({ text, node, open, link }: ValueProps) {
  const { type, start, end, children } = node;
  if (type === 'object' || type === 'array') {
    const [first, last] = brackets[type];
    if (open) return <>{first}</>;
    if (children.length === 0) return <>{first + last}</>;
    const unit = type === 'object' ? 'member' : 'item';
    return (
      <>
        {first}
        <span class="ob-row-count">
          {children.length.toLocaleString('en')} {unit}
          {children.length === 1 ? '' : 's'}
        </span>
        {last}
      </>
    );
  }
  if (type === 'string') return <StringValue text={text} start={start} end={end} link={link} />;
  return <span class="n">{shortened(text, start, end)}</span>;
}

/** A name or a number of a thousand characters is shown by its beginning. */
function shortened(text: string, start: number, end: number): string {
  return end - start > 1_000 ? `${text.slice(start, start + 1_000)}…` : text.slice(start, end);
}
