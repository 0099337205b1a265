import { withEscapes } from '../../ui/response/visible-text.ts';
import type { PastResponse } from './kept-responses.ts';
import { compare, nearChanges } from './compare.ts';
import type { DiffLine } from './compare.ts';

const marks = { same: ' ', removed: '−', added: '+' };
const words = { same: '', removed: 'only before: ', added: 'only after: ' };

/** Two answers, line by line: what only the earlier one has, what only the later one has, and a little around it. */
export function CompareView({ before, after }: { before: PastResponse; after: PastResponse }) {
  const { lines, volatile } = compare(before, after);
  const changed = lines.filter(({ kind }) => kind !== 'same').length;
  return (
    <div class="ob-compare">
      <p role="status">{changed === 0 ? 'Both answers are the same: status, headers and body.' : countText(changed)}</p>
      {changed > 0 && <Lines lines={nearChanges(lines)} label="Differences" />}
      {volatile.length > 0 && (
        <details class="ob-fold">
          <summary>
            Differs in every answer: {[...new Set(volatile.map(({ text }) => text.split(':')[0]))].join(', ')}
          </summary>
          <Lines lines={volatile} label="Headers that differ in every answer" />
        </details>
      )}
    </div>
  );
}

function countText(changed: number): string {
  return `${changed} ${changed === 1 ? 'line differs' : 'lines differ'}. − is the earlier answer, + the later one.`;
}

function Lines({ lines, label }: { lines: (DiffLine | undefined)[]; label: string }) {
  return (
    <pre tabIndex={0} aria-label={label}>
      {lines.map((line, index) =>
        line ? (
          <div key={index} data-change={line.kind}>
            <span aria-hidden="true">{marks[line.kind]} </span>
            <span class="ob-hidden">{words[line.kind]}</span>
            {withEscapes(line.text) || ' '}
          </div>
        ) : (
          <div key={index} data-change="gap">
            …
          </div>
        ),
      )}
    </pre>
  );
}
