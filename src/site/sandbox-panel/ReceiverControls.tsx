import { useEffect, useState } from 'preact/hooks';
import { retries } from '../../sandbox/generated/policies.ts';
import { reasonOf } from '../ui/response/status.ts';
import type { Receiver } from './control-client.ts';
import { NumberField } from './NumberField.tsx';
import { formatDuration } from './format-time.ts';
import type { ControlSandbox } from './use-panel.ts';

/** An answer that takes this long is none, in milliseconds. */
const timeout = retries.timeout_seconds * 1000;

/** What the built-in receiver, every `https://….example.com`, answers to webhooks. */
export function ReceiverControls({ receiver, controlSandbox }: { receiver: Receiver; controlSandbox: ControlSandbox }) {
  const [status, setStatus] = useState(String(receiver.status));
  const [delay, setDelay] = useState(String(receiver.delay_ms));
  useEffect(() => {
    setStatus(String(receiver.status));
    setDelay(String(receiver.delay_ms));
  }, [receiver.status, receiver.delay_ms]);
  const tell = (order: Partial<Receiver>) =>
    void controlSandbox<Receiver>(
      { path: '/receiver', method: 'PUT', body: order },
      (told) => `The receiver ${behaviour(told)}.`,
    );
  const submit = (event: Event) => {
    event.preventDefault();
    tell({ status: Number(status), delay_ms: Number(delay) });
  };
  return (
    <details class="ob-fold">
      <summary>
        Receiver <span class="ob-fold-count">{behaviour(receiver)}</span>
      </summary>
      <p class="ob-panel-muted">
        Webhooks to <code>https://*.example.com</code> go to a receiver inside the sandbox. Tell it what to answer.
      </p>
      <form class="ob-panel-row" onSubmit={submit}>
        <NumberField label="Answers" value={status} min={200} max={599} onInput={setStatus} />
        <NumberField label="After, in ms" value={delay} min={0} max={600_000} onInput={setDelay} />
        <button type="submit" class="ob-button">
          Set
        </button>
      </form>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => tell({ status: 500 })}>
          Fail with 500
        </button>
        <button type="button" class="ob-button" onClick={() => tell({ delay_ms: timeout })}>
          Do not answer
        </button>
        <button type="button" class="ob-button" onClick={() => tell({})}>
          Back to normal
        </button>
      </p>
    </details>
  );
}

function behaviour({ status, delay_ms }: Receiver): string {
  if (delay_ms >= timeout) return 'does not answer';
  const late = delay_ms === 0 ? '' : ` after ${formatDuration(delay_ms)}`;
  return `answers ${`${status} ${reasonOf(status)}`.trim()}${late}`;
}
