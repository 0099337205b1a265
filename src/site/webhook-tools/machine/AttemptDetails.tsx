import { useState } from 'preact/hooks';
import { DiagnosisView } from '../DiagnosisView.tsx';
import { SignatureSteps } from '../SignatureSteps.tsx';
import { useVerdict } from '../use-verdict.ts';
import { headerLines, keyOf } from '../webhook-lab.ts';
import type { Attempt, Delivery } from '../webhook-lab.ts';
import { changeOneByte, whatChanged } from './change-one-byte.ts';
import { outcomeOf } from './History.tsx';
import type { FunctionResult } from './own-function/function-result.ts';

interface AttemptDetailsProps {
  delivery: Delivery;
  number: number;
  attempt: Attempt;
  secrets: readonly string[];
  receivedAt: number;
  /** What the reader's function said to an attempt. */
  word: (key: string) => FunctionResult | undefined;
  onResend: () => void;
}

/** One attempt as it arrived, to be changed by the reader, with the doctor's verdict on it. */
export function AttemptDetails(props: AttemptDetailsProps) {
  const { delivery, number, attempt, secrets, receivedAt, word, onResend } = props;
  const sent = { body: attempt.request.body ?? '', headers: headerLines(attempt) };
  const [{ body, headers }, edit] = useState(sent);
  const verdict = useVerdict({ body, headers, secrets, receivedAt });
  const changed = [whatChanged('The body', sent.body, body), whatChanged('The headers', sent.headers, headers)].filter(
    (line) => line !== undefined,
  );
  const said = word(keyOf(attempt.request.headers));
  return (
    <section class="ob-attempt-details" aria-labelledby="machine-attempt">
      <h3 id="machine-attempt">
        {delivery.event}, attempt {number}: {outcomeOf(attempt)}
      </h3>
      {said && <p class="ob-panel-muted">{wordsOf(said)}</p>}
      <Editors received={{ headers, body }} edit={edit} />
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => edit({ headers, body: changeOneByte(body) })}>
          Change one byte
        </button>
        <button type="button" class="ob-button" disabled={changed.length === 0} onClick={() => edit(sent)}>
          As it arrived
        </button>
        <button type="button" class="ob-button" onClick={onResend}>
          Resend
        </button>
      </p>
      <div role="status" class="ob-doctor-answer">
        {changed.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {verdict && <DiagnosisView diagnosis={verdict.diagnosis} />}
      </div>
      {verdict && (
        <details class="ob-fold">
          <summary>
            How a receiver verifies it <span class="ob-fold-count">both signatures, step by step</span>
          </summary>
          {verdict.checks.map((check) => (
            <SignatureSteps key={check.scheme} check={check} />
          ))}
        </details>
      )}
    </section>
  );
}

interface Text {
  readonly headers: string;
  readonly body: string;
}

function Editors({ received, edit }: { received: Text; edit: (received: Text) => void }) {
  return (
    <>
      <label>
        <span>Headers, as they arrived: change them</span>
        <textarea
          rows={6}
          spellcheck={false}
          value={received.headers}
          onInput={(event) => edit({ ...received, headers: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>Body, as it arrived: change it</span>
        <textarea
          rows={4}
          spellcheck={false}
          value={received.body}
          onInput={(event) => edit({ ...received, body: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

function wordsOf(result: FunctionResult): string {
  if (result.kind === 'failed') return `Your function failed: ${result.message}`;
  return result.kind === 'silent' ? 'Your function did not end in time.' : `Your function answered ${result.status}.`;
}
