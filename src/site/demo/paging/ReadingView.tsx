import type { Entry } from './directory.ts';
import type { PageRead, Reading } from './reading.ts';

interface ReadingViewProps {
  reading: Reading;
  /** The list as it is now. */
  entries: readonly Entry[];
}

/** The requests of one reading, each with the records it brought: which came twice, and which never came. */
export function ReadingView({ reading, entries }: ReadingViewProps) {
  const { lost } = reading.judge(entries);
  const { reads } = reading;
  return (
    <>
      <ol class="ob-reads">
        {reads.map((read, index) => (
          <li key={index}>
            <code>GET {read.target}</code>
            <ul class="ob-entries">
              {read.entries.map((entry) => (
                <EntryMark key={entry.id} entry={entry} cameBefore={wasIn(reads.slice(0, index), entry)} />
              ))}
            </ul>
          </li>
        ))}
        {lost.length > 0 && (
          <li>
            <span class="ob-demo-note">Never came:</span>
            <ul class="ob-entries">
              {lost.map(({ id, name }) => (
                <li class="ob-listed" data-fate="lost" key={id}>
                  {name} <strong>lost</strong>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ol>
      <p class="ob-demo-note">{reading.isDone ? 'The end: has_more is false.' : 'There is more to read.'}</p>
    </>
  );
}

function EntryMark({ entry: { name }, cameBefore }: { entry: Entry; cameBefore: boolean }) {
  return (
    <li class="ob-listed" data-fate={cameBefore ? 'twice' : undefined}>
      {name}
      {cameBefore && <strong> twice</strong>}
    </li>
  );
}

function wasIn(reads: readonly PageRead[], { id }: Entry): boolean {
  return reads.some(({ entries }) => entries.some((entry) => entry.id === id));
}
