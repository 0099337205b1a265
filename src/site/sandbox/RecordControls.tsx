import { useState } from 'preact/hooks';
import { findJsonError } from '../console/json-error.ts';
import { CopyButton } from '../console/response/CopyButton.tsx';
import type { Session } from '../console/session.ts';
import { saveFile } from '../save-file.ts';
import { control, ControlTrouble } from './control.ts';
import type { Trouble } from './control.ts';
import { ResetControl } from './ResetControl.tsx';
import type { Act } from './use-panel.ts';

interface WebhookWithSecret {
  id: string;
  url: string;
  secret: string;
}

interface RecordControlsProps {
  session: Session;
  act: Act;
  refuse: (trouble: Trouble) => void;
}

/** The workspace as a file, there and back, and the way back to the sample data. */
export function RecordControls({ session, act, refuse }: RecordControlsProps) {
  const [webhooks, setWebhooks] = useState<WebhookWithSecret[]>([]);
  const exportState = async () => {
    try {
      const state = await control<object>(session, '/state');
      const text = JSON.stringify(state, null, 2);
      saveFile('orbinto-sandbox.json', new Blob([text], { type: 'application/json' }));
    } catch (error) {
      if (error instanceof ControlTrouble) refuse(error.trouble);
      else throw error;
    }
  };
  const reset = () => {
    setWebhooks([]);
    void act({ path: '/reset' }, 'The sample data is back; limits, deliveries, faults and the clock are cleared.');
  };
  const importState = async (text: string): Promise<boolean> => {
    const mistake = findJsonError(text);
    if (mistake) {
      const place = `line ${mistake.line}, column ${mistake.column}`;
      refuse({ title: 'This is not JSON', explanation: `At ${place}: ${mistake.message} Nothing was changed.` });
      return false;
    }
    const order = { path: '/state', method: 'PUT', body: text } as const;
    const answer = await act<{ webhooks: WebhookWithSecret[] }>(order, 'The workspace holds what the file says.');
    if (answer) setWebhooks(answer.webhooks);
    return answer !== undefined;
  };
  return (
    <details class="ob-fold">
      <summary>
        Records <span class="ob-fold-count">reset, export, import</span>
      </summary>
      <ResetControl onReset={reset}>
        <button type="button" class="ob-button" onClick={() => void exportState()}>
          Export
        </button>
      </ResetControl>
      <ImportForm onImport={importState} />
      {webhooks.length > 0 && <Secrets webhooks={webhooks} onDismiss={() => setWebhooks([])} />}
    </details>
  );
}

function ImportForm({ onImport }: { onImport: (text: string) => Promise<boolean> }) {
  const [text, setText] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await onImport(text)) setText('');
  };
  const read = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <form class="ob-panel-import" onSubmit={(event) => void submit(event)}>
      <label>
        <span>Import a file</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      <label>
        <span>Or paste an export</span>
        <textarea
          rows={3}
          required
          spellcheck={false}
          placeholder='{"format": "orbinto-sandbox", …}'
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="ob-panel-muted">Importing replaces all records of the workspace and forgets its deliveries.</p>
      <button type="submit" class="ob-button">
        Import
      </button>
    </form>
  );
}

/** An export holds no secrets, so an import gives each webhook a new one. */
function Secrets({ webhooks, onDismiss }: { webhooks: WebhookWithSecret[]; onDismiss: () => void }) {
  return (
    <div class="ob-notice" role="group" aria-label="New secrets">
      <p>
        <strong>Each webhook has a new secret.</strong> Keep what you need: they are shown this once.
      </p>
      <ul class="ob-panel-secrets">
        {webhooks.map(({ id, url, secret }) => (
          <li key={id}>
            <span class="ob-panel-muted">{url}</span>
            <span class="ob-command">
              <code>{secret}</code>
              <CopyButton text={secret} label={`Copy the secret of ${id}`} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="ob-button" onClick={onDismiss}>
          Hide the secrets
        </button>
      </p>
    </div>
  );
}
