import { useEffect, useRef, useState } from 'preact/hooks';
import { formatJson } from '../../../json-text/format.ts';
import { ColouredCode } from '../../ui/ColouredCode.tsx';
import { linesWithEscapes } from '../../ui/response/visible-text.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { DiagnosisView } from '../DiagnosisView.tsx';
import { SignatureSteps } from '../SignatureSteps.tsx';
import { useVerdict } from '../use-verdict.ts';
import type { Received } from '../use-verdict.ts';
import { WebhookLab, headerLines } from '../webhook-lab.ts';
import type { Attempt } from '../webhook-lab.ts';

interface Shown {
  readonly attempt: Attempt;
  readonly received: Received;
}

/** Lets an event happen and shows what is delivered of it. */
export function Emit({ event }: { event: string }) {
  const [shown, show] = useState<Shown>();
  const [said, say] = useState('Opening a sandbox…');
  const lab = useRef<Promise<WebhookLab>>(undefined);
  const emit = async () => {
    try {
      const opened = await (lab.current ??= WebhookLab.open());
      await opened.emit(event);
      const attempt = (await opened.deliveries()).find((delivery) => delivery.event === event)?.attempts.at(-1);
      if (!attempt) return say('Nothing was delivered.');
      show({ attempt, received: receivedOf(opened, attempt) });
      say(`${event} happened, and was delivered: ${outcome(attempt)}.`);
    } catch (error) {
      lab.current = undefined;
      say(`It could not happen: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  useEffect(() => void emit(), []);
  return (
    <div class="ob-console ob-webhook-tool">
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => void emit()}>
          {shown ? 'Emit it again' : 'Emit'}
        </button>
        <span role="status">{said}</span>
      </p>
      {shown && <DeliveredEvent {...shown} />}
    </div>
  );
}

function receivedOf(lab: WebhookLab, attempt: Attempt): Received {
  return {
    body: attempt.request.body ?? '',
    headers: headerLines(attempt),
    secrets: lab.secrets,
    receivedAt: lab.receivedAt(attempt),
  };
}

function outcome({ response, error }: Attempt): string {
  return response ? `${response.status} ${reasonOf(response.status)}`.trim() : (error?.message ?? 'no answer');
}

function DeliveredEvent({ attempt: { request }, received }: Shown) {
  const verdict = useVerdict(received);
  return (
    <>
      <pre tabIndex={0} aria-label="The delivery">
        {`POST ${new URL(request.url).pathname}\nHost: ${new URL(request.url).host}\n${received.headers}\n\n`}
        <ColouredCode text={linesWithEscapes(formatJson(received.body))} language="json" />
      </pre>
      {verdict && <DiagnosisView diagnosis={verdict.diagnosis} />}
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
    </>
  );
}
