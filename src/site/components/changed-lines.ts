import { diffArrays } from 'diff';

/** Code, and the highlighted `<pre>` of the same lines. */
export interface HighlightedCode {
  readonly code: string;
  readonly html: string;
}

/**
 * A `<pre>` of what changes from one code to another: removed lines as `<del>`, added ones as `<ins>`, each with a sign before it that is
 * told as a word. What copies code leaves signs and removed lines out (`ui/shown-code.ts`), and so do Markdown pages their colours: there
 * it is a diff.
 *
 * @throws if nothing changes, or everything: then there is no change to show
 */
export function changedLines(before: HighlightedCode, after: HighlightedCode): string {
  const [start, end] = [/^<pre[^>]*><code>/, /<\/code><\/pre>$/].map((tag) => tag.exec(after.html)?.[0] ?? '');
  const [old, fresh] = [before, after].map(linesOf);
  const lines: string[] = [];
  let kept = 0;
  let [oldAt, freshAt] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.code.split('\n'), after.code.split('\n'))) {
    for (let line = 0; line < count; line += 1) {
      if (removed) lines.push(marked('del', old?.[oldAt++]));
      else if (added) lines.push(marked('ins', fresh?.[freshAt++]));
      else {
        lines.push(`<span data-line><span data-sign> </span>${fresh?.[freshAt++] ?? ''}\n</span>`);
        oldAt += 1;
        kept += 1;
      }
    }
  }
  if (kept === 0 || kept === lines.length) throw new Error(`${kept} of ${lines.length} lines stay as they are.`);
  return `${(start ?? '').replace('<pre', '<pre data-change')}${lines.join('')}${end ?? ''}`;
}

function linesOf({ code, html }: HighlightedCode): string[] {
  const lines = html.replace(/^<pre[^>]*><code>|<\/code><\/pre>$/g, '').split('\n');
  if (lines.length !== code.split('\n').length) throw new Error('The block has other lines than its code.');
  return lines;
}

function marked(tag: 'ins' | 'del', html = ''): string {
  const [sign, word] = tag === 'ins' ? ['+', 'added'] : ['-', 'removed'];
  return `<${tag}><span data-sign role="img" aria-label="${word}">${sign}</span>${html}\n</${tag}>`;
}
