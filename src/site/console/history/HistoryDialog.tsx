import { useEffect, useRef, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { lazy } from '../../lazy.ts';
import { pageSession } from '../../session/page-session.ts';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import { useLazy } from '../../ui/fields/use-lazy.ts';
import { reasonOf, toneOf } from '../../ui/response/status.ts';
import type { useConsole } from '../use-console.ts';
import { shorten, withEscapes } from '../../ui/response/visible-text.ts';
import { responseTo, forgetResponses, hasResponse } from './kept-responses.ts';
import { CompareView } from './CompareView.tsx';
import './history.css';
import { browserStorage, clear, list } from './history.ts';
import type { PastCall } from './history.ts';
import { runAgain } from './run-again.ts';
import { targetOf } from './target-of.ts';

interface HistoryDialogProps {
  operation: BundledOperation;
  console: Pick<ReturnType<typeof useConsole>, 'sendCall'>;
  onClose: () => void;
}

const exportChunk = lazy(() => import('./export/export-calls.chunk.ts'));
const agentChunk = lazy(() => import('../../web-mcp/agent-acts.chunk.ts'));
const replayChunk = lazy(() => import('../../replay/replay-controls.chunk.ts'));

/** The last calls of this browser: run one again, compare two answers, forget them all. */
export function HistoryDialog({ operation, console, onClose }: HistoryDialogProps) {
  const replay = useLazy(replayChunk, true).value;
  const agent = useLazy(agentChunk, 'modelContext' in document).value;
  const hasActs = agent?.hasActs() ?? false;
  const dialog = useRef<HTMLDialogElement>(null);
  const [calls, forgetCalls] = useCalls();
  const [picked, setPicked] = useState<string[]>([]);
  const [Export, setExport] = useState<NonNullable<typeof exportChunk.value>['ExportCalls']>();
  useEffect(() => dialog.current?.showModal(), []);
  const forget = () => {
    agent?.forgetActs();
    setPicked([]);
    forgetCalls();
  };
  const pick = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id].slice(-2));
  const [later, earlier] = calls.filter(({ id }) => picked.includes(id)).map(({ id }) => responseTo(id));
  return (
    <dialog class="ob-dialog ob-history" ref={dialog} aria-labelledby="ob-history-title" onClose={onClose}>
      <h2 id="ob-history-title">History</h2>
      <p>
        Kept in this browser, without keys and secrets. Tick two to compare their answers: those of the sandbox are kept
        until you close the tab, all others until you leave the page.
      </p>
      {calls.length === 0 && <p>No calls yet.</p>}
      <ol>
        {calls.map((past) => (
          <Entry
            key={past.id}
            past={past}
            picked={picked.includes(past.id)}
            onPick={() => pick(past.id)}
            onRun={() => {
              dialog.current?.close();
              runAgain(operation, console, past);
            }}
          />
        ))}
      </ol>
      {agent && <agent.AgentSection />}
      {earlier && later && <CompareView before={earlier} after={later} />}
      {Export && calls.length > 0 && <Export calls={calls} session={pageSession()} />}
      <div class="ob-replay-room">{replay && <replay.ReplayControls session={pageSession()} />}</div>
      <Buttons
        onClose={() => dialog.current?.close()}
        onExport={!Export && calls.length > 0 ? (parts) => setExport(() => parts.ExportCalls) : undefined}
        onForget={calls.length > 0 || hasActs ? forget : undefined}
      />
    </dialog>
  );
}

interface ButtonsProps {
  onClose: () => void;
  /** Missing where there is nothing to export, or it is exported already. */
  onExport: ((parts: NonNullable<typeof exportChunk.value>) => void) | undefined;
  /** Missing where there is nothing to forget. */
  onForget: (() => void) | undefined;
}

function Buttons({ onClose, onExport, onForget }: ButtonsProps) {
  return (
    <p class="ob-actions">
      <button type="button" class="ob-button" onClick={onClose}>
        Close
      </button>
      {onExport && (
        <LazyButton class="ob-button" chunk={exportChunk} use={onExport}>
          Export
        </LazyButton>
      )}
      <button type="button" class="ob-button" data-tone="error" disabled={!onForget} onClick={onForget}>
        Clear history
      </button>
    </p>
  );
}

/** What is kept, also by other tabs; and what forgets it. */
function useCalls() {
  const [calls, setCalls] = useState(() => list(browserStorage()));
  useEffect(() => {
    const refresh = () => setCalls(list(browserStorage()));
    addEventListener('storage', refresh);
    return () => removeEventListener('storage', refresh);
  }, []);
  const forget = () => {
    clear(browserStorage());
    forgetResponses();
    setCalls([]);
  };
  return [calls, forget] as const;
}

interface EntryProps {
  past: PastCall;
  picked: boolean;
  onPick: () => void;
  onRun: () => void;
}

function Entry({ past, picked, onPick, onRun }: EntryProps) {
  const { id, method, time, environment, about, removed } = past;
  const result = [past.result, reasonOf(Number(past.result))].filter(Boolean).join(' ');
  const name = shorten(withEscapes(`${method} ${targetOf(past)}`), 200);
  const subject = shorten(withEscapes(about), 120);
  const when = new Date(time);
  const detail = `${when.toLocaleTimeString()}, ${environment}`;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={picked}
          disabled={!hasResponse(id)}
          aria-label={`Compare ${name}, ${subject && `${subject}, `}${result}, ${detail}`}
          onChange={onPick}
        />
        <span>
          <code>{name}</code>
          {subject !== '' && <span class="ob-history-about">{subject}</span>}
        </span>
      </label>
      <span>
        <strong data-tone={toneOf(Number(past.result))}>{result}</strong>{' '}
        <time dateTime={when.toISOString()}>{detail}</time>
        {removed && ' · without a secret'}
      </span>
      <button type="button" class="ob-button" onClick={onRun}>
        Run again
        <span class="ob-hidden">
          : {name} {subject}
        </span>
      </button>
    </li>
  );
}
