import { useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf, toneOf } from '../../ui/response/status.ts';
import { shorten, withEscapes } from '../../ui/response/visible-text.ts';
import { responseTo, forgetResponses, hasResponse } from './kept-responses.ts';
import { CompareView } from './CompareView.tsx';
import './history.css';
import { browserStorage, clear, list } from './history.ts';
import type { PastCall } from './history.ts';

interface HistoryDialogProps {
  onRun: (past: PastCall) => void;
  onClose: () => void;
}

/** The last calls of this browser: run one again, compare two answers, forget them all. */
export function HistoryDialog({ onRun, onClose }: HistoryDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [calls, setCalls] = useState(() => list(browserStorage()));
  const [picked, setPicked] = useState<string[]>([]);
  useEffect(() => {
    dialog.current?.showModal();
    const refresh = () => setCalls(list(browserStorage()));
    addEventListener('storage', refresh);
    return () => removeEventListener('storage', refresh);
  }, []);
  const forget = () => {
    clear(browserStorage());
    forgetResponses();
    setCalls([]);
    setPicked([]);
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
              onRun(past);
            }}
          />
        ))}
      </ol>
      {earlier && later && <CompareView before={earlier} after={later} />}
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => dialog.current?.close()}>
          Close
        </button>
        <button type="button" class="ob-button" data-tone="error" disabled={calls.length === 0} onClick={forget}>
          Clear history
        </button>
      </p>
    </dialog>
  );
}

interface EntryProps {
  past: PastCall;
  picked: boolean;
  onPick: () => void;
  onRun: () => void;
}

function Entry({ past, picked, onPick, onRun }: EntryProps) {
  const { id, method, path, call, time, environment, about, removed } = past;
  const result = [past.result, reasonOf(Number(past.result))].filter(Boolean).join(' ');
  const name = shorten(withEscapes(`${method} ${target(path, call.values)}`), 200);
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

/** The path and the query as they were filled in. */
function target(path: string, values: Record<string, string>): string {
  const filled = path.replace(/\{([^{}]+)\}/g, (whole, name: string) => values[`path.${name}`] || whole);
  const query = Object.entries(values)
    .filter(([field, value]) => field.startsWith('query.') && value !== '')
    .map(([field, value]) => `${field.slice('query.'.length)}=${value}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}
