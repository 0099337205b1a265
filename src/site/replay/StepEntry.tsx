import { formatJson } from '../../json-text/format.ts';
import type { PlayedStep, ReplayAnswer } from '../../sandbox/replay/played-step.ts';
import type { ReplayStep } from '../../sandbox/replay/replay-file.ts';
import type { ReplayChange } from '../../sandbox/replay/watch-store.ts';
import { ColouredCode } from '../ui/ColouredCode.tsx';
import { reasonOf, toneOf } from '../ui/response/status.ts';
import { linesWithEscapes, shorten, withEscapes } from '../ui/response/visible-text.ts';

/** Characters of a text that is shown; the rest is told as a figure. */
const longest = 200_000;

/** A step that was played: what was sent, what came back, what it changed. */
export function PlayedEntry({ played: { step, index, at, answer, meanwhile, changes } }: { played: PlayedStep }) {
  const { status, isCut } = answer;
  const said = status === null ? 'no answer' : `${status} ${reasonOf(status)}`.trim();
  return (
    <li>
      <details class="ob-replay-step" data-status={status ?? 'none'}>
        <summary>
          <Call step={step} index={index} />
          <strong data-tone={status === null || isCut ? 'error' : toneOf(status)}>
            {said}
            {isCut && status !== null && ', cut'}
          </strong>
        </summary>
        <p class="ob-replay-about">
          <time dateTime={at}>{at}</time>, {callerOf(step)}
        </p>
        <Sent step={step} />
        <Answer answer={answer} />
        <Changes title="What it changed" changes={changes} />
        {meanwhile.length > 0 && <Changes title="Meanwhile, before it" changes={meanwhile} />}
      </details>
    </li>
  );
}

/** A step that is still to come. */
export function WaitingEntry({ step, index }: { step: ReplayStep; index: number }) {
  return (
    <li>
      <div class="ob-replay-step" data-waiting>
        <Call step={step} index={index} />
      </div>
    </li>
  );
}

function Call({ step: { method, path, after_ms = 0 }, index }: { step: ReplayStep; index: number }) {
  return (
    <span class="ob-replay-call">
      <span class="ob-replay-number">{index + 1}</span>
      <code>
        <span class="ob-bar-method" data-method={method.toLowerCase()}>
          {method}
        </span>{' '}
        {shorten(withEscapes(path), 200)}
      </code>
      {after_ms >= 1000 && <span class="ob-replay-wait">{waited(after_ms)} later</span>}
    </span>
  );
}

function Sent({ step: { headers = {}, body, body_text } }: { step: ReplayStep }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const text = body === undefined ? body_text : formatJson(JSON.stringify(body));
  if (lines.length === 0 && text === undefined) return null;
  return (
    <>
      <h2>Sent</h2>
      <Text
        text={[...lines, ...(lines.length > 0 && text !== undefined ? [''] : []), text ?? ''].join('\n')}
        isJson={body !== undefined && lines.length === 0}
      />
    </>
  );
}

function Answer({ answer: { status, headers, body, isCut } }: { answer: ReplayAnswer }) {
  if (status === null) return <p>The connection was cut before an answer came.</p>;
  const isJson = !isCut && headers.some(([name, value]) => name === 'content-type' && value.includes('json'));
  return (
    <>
      <h2>Answer</h2>
      {body === '' ? <p>{status} without a body.</p> : <Text text={isJson ? formatJson(body) : body} isJson={isJson} />}
      {isCut && <p>Here the connection was cut.</p>}
      <details class="ob-replay-headers">
        <summary>Headers</summary>
        <Text text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')} isJson={false} />
      </details>
    </>
  );
}

function Text({ text, isJson }: { text: string; isJson: boolean }) {
  const shown = linesWithEscapes(text.slice(0, longest));
  return (
    <>
      <pre tabIndex={0}>
        <ColouredCode text={shown} language={isJson ? 'json' : undefined} />
      </pre>
      {text.length > longest && <p>{text.length - longest} characters more are not shown.</p>}
    </>
  );
}

function Changes({ title, changes }: { title: string; changes: readonly ReplayChange[] }) {
  return (
    <>
      <h2>{title}</h2>
      {changes.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <ul class="ob-replay-changes">
          {changes.slice(0, 100).map(({ change, kind, id }) => (
            <li key={`${kind}/${id}`}>
              {change === 'reset' ? 'all that the workspace held was replaced' : `${nameOf(kind)} `}
              {id !== '' && <code>{withEscapes(id)}</code>}
              {change !== 'reset' && ` ${change}`}
            </li>
          ))}
          {changes.length > 100 && <li>and {changes.length - 100} more</li>}
        </ul>
      )}
    </>
  );
}

/** One record of a kind, in words: `contacts` → `contact`. */
function nameOf(kind: string): string {
  if (kind === 'deliveries') return 'delivery';
  return kind.replace(/s$/, '');
}

function callerOf({ as, plan = 'professional' }: ReplayStep): string {
  if (as === 'nobody') return 'without a key';
  return as === 'unknown' ? 'with a key that opens nothing' : `with a key of level ${as}, plan ${plan}`;
}

function waited(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
