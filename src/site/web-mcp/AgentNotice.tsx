import { useEffect, useReducer } from 'preact/hooks';
import { AgentActs } from './AgentActs.tsx';
import { agentActs, watchActs } from './acts.ts';

interface AgentNoticeProps {
  /** What an agent asks the reader to send to: `the live API`. */
  asking: string | undefined;
  onClose: () => void;
}

/** Acts that are shown; the history has all. */
const SHOWN = 3;

/** Tells the reader, wherever they are on the page, what an agent does in it. */
export function AgentNotice({ asking, onClose }: AgentNoticeProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => watchActs(() => draw()), []);
  const [last] = agentActs();
  return (
    <aside class="ob-agent" aria-label="Agent">
      <p role="status">
        {asking === undefined
          ? `An agent works in this tab.${last ? ` ${last.text}.` : ''}`
          : `An agent asks you to send this call to ${asking}. Look at the console, and press Send if you want that.`}
      </p>
      <AgentActs most={SHOWN} />
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={onClose}>
          Hide
        </button>
      </p>
    </aside>
  );
}
