import { useRef, useState } from 'preact/hooks';
import type { StateDocument } from '../../sandbox/control/state.ts';
import { findJsonError } from '../../json-text/error.ts';
import type { Session } from '../session/session.ts';
import { resetWarning, TwoSteps } from '../ui/TwoSteps.tsx';
import { saveFile } from '../ui/save-file.ts';
import { control, ControlError } from './control-client.ts';
import type { Trouble } from './control-client.ts';
import { Secrets } from './Secrets.tsx';
import type { WebhookWithSecret } from './Secrets.tsx';
import type { ControlSandbox } from './use-panel.ts';

interface RecordControlsProps {
  session: Session;
  controlSandbox: ControlSandbox;
  refuse: (trouble: Trouble) => void;
}

/** The workspace as a file, there and back, and the way back to the sample data. */
export function RecordControls({ session, controlSandbox, refuse }: RecordControlsProps) {
  const [webhooks, setWebhooks] = useState<WebhookWithSecret[]>([]);
  const exportState = async () => {
    try {
      const state = await control<object>(session, '/state');
      const text = JSON.stringify(state, null, 2);
      saveFile('orbinto-sandbox.json', new Blob([text], { type: 'application/json' }));
    } catch (error) {
      if (error instanceof ControlError) refuse(error.trouble);
      else throw error;
    }
  };
  const reset = () => {
    setWebhooks([]);
    void controlSandbox(
      { path: '/reset' },
      'The sample data is back; limits, deliveries, faults and the clock are cleared.',
    );
  };
  const isJson = (text: string): boolean => {
    const mistake = findJsonError(text);
    if (!mistake) return true;
    const place = `line ${mistake.line}, column ${mistake.column}`;
    refuse({ title: 'This is not JSON', explanation: `At ${place}: ${mistake.message} Nothing was changed.` });
    return false;
  };
  const importState = async (text: string): Promise<boolean> => {
    const order = { path: '/state', method: 'PUT', body: text } as const;
    const answer = await controlSandbox<{ webhooks: WebhookWithSecret[] }>(
      order,
      'The workspace holds what the file says.',
    );
    if (answer) setWebhooks(answer.webhooks);
    return answer !== undefined;
  };
  return (
    <details class="ob-fold">
      <summary>
        Records <span class="ob-fold-count">reset, export, import</span>
      </summary>
      <TwoSteps
        label="Reset to the sample data"
        warning={`${resetWarning} Of these, an export keeps the records.`}
        confirm="Reset now"
        onConfirm={reset}
        tone="error"
      >
        <button type="button" class="ob-button" onClick={() => void exportState()}>
          Export
        </button>
      </TwoSteps>
      <ImportForm isJson={isJson} isChanged={() => isChanged(session)} onImport={importState} />
      {webhooks.length > 0 && <Secrets webhooks={webhooks} onDismiss={() => setWebhooks([])} />}
    </details>
  );
}

/** Whether the workspace holds what an import would take away. Where that cannot be told, it may. */
async function isChanged(session: Session): Promise<boolean> {
  try {
    const [{ records, deleted }, deliveries] = await Promise.all([
      control<Pick<StateDocument, 'records' | 'deleted'>>(session, '/state'),
      control<{ data: unknown[] }>(session, '/deliveries?limit=1'),
    ]);
    return Object.keys(records).length + deleted.length + deliveries.data.length > 0;
  } catch {
    return true;
  }
}

interface ImportFormProps {
  /** Tells the reader where it is not. */
  isJson: (text: string) => boolean;
  isChanged: () => Promise<boolean>;
  /** Resolves to whether it was done. */
  onImport: (text: string) => Promise<boolean>;
}

function ImportForm({ isJson, isChanged, onImport }: ImportFormProps) {
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const importText = async () => {
    if (await onImport(text)) setText('');
  };
  const needsWord = async () => {
    if (!form.current?.reportValidity() || !isJson(text)) return false;
    if (await isChanged()) return true;
    await importText();
    return false;
  };
  const read = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <form class="ob-panel-import" ref={form} onSubmit={(event) => event.preventDefault()}>
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
      <TwoSteps
        label="Import"
        warning="The workspace holds changes of yours. The import takes their place and forgets the deliveries; an export would keep the records."
        confirm="Import now"
        needsWord={needsWord}
        onConfirm={() => void importText()}
      />
    </form>
  );
}
