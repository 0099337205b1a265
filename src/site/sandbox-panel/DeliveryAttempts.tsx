import { formatJson } from '../../json-text/format.ts';
import { linesWithEscapes } from '../ui/response/visible-text.ts';
import { ColouredCode } from '../ui/ColouredCode.tsx';
import { formatTime } from '../ui/response/measures.ts';
import { reasonOf } from '../ui/response/status.ts';
import type { Attempt } from './control-client.ts';
import { millisecondsBetween, formatTimestamp, formatDuration } from './format-time.ts';

interface DeliveryAttemptsProps {
  attempts: readonly Attempt[];
  /** When the event happened. */
  since: string;
}

/** What was sent to an endpoint, and what came back, oldest first. */
export function DeliveryAttempts({ attempts, since }: DeliveryAttemptsProps) {
  if (attempts.length === 0) return <p class="ob-panel-muted">Nothing has been sent yet.</p>;
  return (
    <ol class="ob-attempts">
      {attempts.map((attempt, index) => (
        <li key={attempt.started_at} data-tone={attempt.error ? 'error' : 'ok'}>
          <details>
            <summary>
              <span class="ob-attempt-number">Attempt {index + 1}</span> <strong>{outcome(attempt)}</strong>{' '}
              <span class="ob-panel-muted">
                <time dateTime={attempt.started_at}>{formatTimestamp(attempt.started_at).slice(11)}</time>,{' '}
                {formatDuration(Math.max(0, millisecondsBetween(since, attempt.started_at)))} after the event, took{' '}
                {formatTime(attempt.duration_ms)}
              </span>
            </summary>
            <Messages attempt={attempt} number={index + 1} />
          </details>
        </li>
      ))}
    </ol>
  );
}

function outcome({ response, error }: Attempt): string {
  return response ? `${response.status} ${reasonOf(response.status)}`.trim() : (error?.message ?? 'No answer');
}

function Messages({ attempt: { request, response, error }, number }: { attempt: Attempt; number: number }) {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\n`);
  return (
    <>
      {error && response && <p class="ob-panel-muted">{error.message}</p>}
      <pre tabIndex={0} aria-label={`Request of attempt ${number}`}>
        {`${request.method} ${request.url}\n${headers.join('')}\n`}
        <ColouredCode text={linesWithEscapes(formatJson(request.body ?? ''))} language="json" />
      </pre>
      {response && response.body !== '' && (
        <pre tabIndex={0} aria-label={`Answer to attempt ${number}`}>
          {linesWithEscapes(response.body)}
        </pre>
      )}
    </>
  );
}
