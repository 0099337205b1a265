import { useEffect, useReducer, useState } from 'preact/hooks';
import { agentActs, hasActs, watchActs } from './acts.ts';
import type { AgentAct } from './acts.ts';
import './agent-acts.css';
import { undoAct } from './undo-act.ts';

/** What an agent has done in this tab, the latest first, each with a button that takes it back. @param most rows that are shown */
export function AgentActs({ most = Infinity }: { most?: number }) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => watchActs(() => draw()), []);
  return (
    <ol class="ob-agent-acts" aria-label="Done by an agent">
      {agentActs()
        .slice(0, most)
        .map((act) => (
          <ActRow key={act.id} act={act} />
        ))}
    </ol>
  );
}

/** The same, as a part of the history; nothing where there are none. */
export function AgentSection() {
  if (!hasActs()) return null;
  return (
    <section aria-labelledby="ob-history-agent">
      <h3 id="ob-history-agent">Done by an agent</h3>
      <AgentActs />
    </section>
  );
}

function ActRow({ act }: { act: AgentAct }) {
  const { text, time, undo, undone } = act;
  const [said, setSaid] = useState('');
  const when = new Date(time);
  return (
    <li>
      <span>
        {undone ? <s>{text}</s> : text}{' '}
        <time class="ob-panel-muted" dateTime={when.toISOString()}>
          {when.toLocaleTimeString()}
        </time>
        {undone && ' · undone'}
      </span>
      {undo && !undone && (
        <button
          type="button"
          class="ob-button"
          onClick={() => void undoAct(act).then((problem) => setSaid(problem ?? ''))}
        >
          Undo<span class="ob-hidden">: {text}</span>
        </button>
      )}
      {said !== '' && <p role="alert">{said}</p>}
    </li>
  );
}
