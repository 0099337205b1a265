import type { JsonNode } from '../../../json-text/scan-json.ts';
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
        {brackets[row.node.kind === 'object' ? 'object' : 'array'][1]}
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

function Name({ text, node: { keyStart, keyEnd } }: { text: string; node: JsonNode }) {
  if (keyStart === -1) return null;
  return (
    <>
      <bdi class="k">
        <Visible text={shortened(text, keyStart, keyEnd)} />
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
  const { kind, start, end, children } = node;
  if (kind === 'object' || kind === 'array') {
    const [first, last] = brackets[kind];
    if (open) return <>{first}</>;
    if (children.length === 0) return <>{first + last}</>;
    const unit = kind === 'object' ? 'member' : 'item';
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
  if (kind === 'string') return <StringValue text={text} start={start} end={end} link={link} />;
  return <span class="n">{shortened(text, start, end)}</span>;
}

/** A name or a number of a thousand characters is shown by its beginning. */
function shortened(text: string, start: number, end: number): string {
  return end - start > 1_000 ? `${text.slice(start, start + 1_000)}…` : text.slice(start, end);
}
