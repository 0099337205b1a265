import { useEffect, useState } from 'preact/hooks';
import { adviceFor } from '../../openapi/changes/advice.ts';
import { evidenceWords } from '../../openapi/usage/touching.ts';
import type { Touch } from '../../openapi/usage/touching.ts';
import type { RehearsedStep } from '../../sandbox/rehearsal/rehearse.ts';
import type { ReplayFile } from '../../sandbox/replay/replay-file.ts';
import { shorten, withEscapes } from '../ui/response/visible-text.ts';
import { rehearseNext } from './rehearse-next.ts';

type Result = Awaited<ReturnType<typeof rehearseNext>>;

/** What the next version does to a session. */
export function Rehearsal({ file }: { file: ReplayFile }) {
  const [result, setResult] = useState<Result>();
  const [note, setNote] = useState('');
  useEffect(() => {
    setResult(undefined);
    setNote('');
  }, [file]);
  const start = async () => {
    setNote('Rehearsing…');
    try {
      const report = await rehearseNext(file);
      setResult(report);
      setNote(report ? summaryOf(report) : 'Nothing has changed since the last release.');
    } catch (error) {
      setNote(`This cannot be rehearsed. ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <section aria-label="Rehearsal" class="ob-rehearsal">
      <p>
        <button type="button" class="ob-button" onClick={() => void start()}>
          Rehearse the next version
        </button>
      </p>
      <p role="status">{note}</p>
      {result && <Findings steps={result.steps} />}
      {result && result.touches.length > 0 && <Touches touches={result.touches} />}
    </section>
  );
}

function summaryOf({ steps, touches, since }: NonNullable<Result>): string {
  const broken = steps.filter(({ findings }) => findings.some(({ isBreaking }) => isBreaking)).length;
  return `Since ${since}: ${broken} of ${steps.length} requests break, ${touches.length} changes touch this session.`;
}

function Findings({ steps }: { steps: readonly RehearsedStep[] }) {
  const told = steps.filter(({ findings }) => findings.length > 0);
  return (
    <ul>
      {told.map(({ index, step: { method, path }, findings }) => (
        <li key={index}>
          {index + 1}.{' '}
          <code>
            {method} {shorten(withEscapes(path), 200)}
          </code>
          <ul>
            {findings.map(({ isBreaking, in: side, place, message }) => (
              <li key={`${side}${place}${message}`}>
                {isBreaking && <strong data-tone="error">Breaks. </strong>}
                {side === 'request' ? 'Request' : 'Answer'}
                {place !== '' && (
                  <>
                    , <code>{withEscapes(place)}</code>
                  </>
                )}
                : {withEscapes(message)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Touches({ touches }: { touches: readonly Touch[] }) {
  return (
    <>
      <h2>Changes that touch this session</h2>
      <ul>
        {touches.map(({ change, evidence }) => (
          <li key={change.message}>
            {change.severity === 'breaking' && <strong data-tone="error">Breaking. </strong>}
            {withEscapes(change.message.replaceAll('`', ''))} {evidence && `${evidenceWords(evidence)} `}
            {adviceFor(change)}
          </li>
        ))}
      </ul>
    </>
  );
}
