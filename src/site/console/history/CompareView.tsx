import { withEscapes } from '../../ui/response/visible-text.ts';
import type { PastResponse } from './kept-responses.ts';
import { compare, nearChanges } from './compare.ts';

const marks = { same: ' ', removed: '−', added: '+' };
const words = { same: '', removed: 'only before: ', added: 'only after: ' };

/** Two answers, line by line: what only the earlier one has, what only the later one has, and a little around it. */
export function CompareView({ before, after }: { before: PastResponse; after: PastResponse }) {
  const lines = compare(before, after);
  const changed = lines.filter(({ kind }) => kind !== 'same').length;
  if (changed === 0) return <p role="status">Both answers are the same: status, headers and body.</p>;
  return (
    <div class="ob-compare">
      <p role="status">
        {changed} {changed === 1 ? 'line differs' : 'lines differ'}. − is the earlier answer, + the later one.
      </p>
      <pre tabIndex={0} aria-label="Differences">
        {nearChanges(lines).map((line) =>
          line ? (
            <div data-change={line.kind}>
              <span aria-hidden="true">{marks[line.kind]} </span>
              <span class="ob-hidden">{words[line.kind]}</span>
              {withEscapes(line.text) || ' '}
            </div>
          ) : (
            <div data-change="gap">…</div>
          ),
        )}
      </pre>
    </div>
  );
}
