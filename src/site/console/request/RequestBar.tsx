import { useEffect, useState } from 'preact/hooks';

interface RequestBarProps {
  method: string;
  path: string;
  /** Send does nothing yet. It keeps the focus. */
  waits: boolean;
  sending: boolean;
  onSend: () => void;
  onStop: () => void;
}

/** An answer within this time shows no Stop: the button would only flicker. Milliseconds. */
const stopDelay = 250;

/** The call in one line, with the button that sends it; the same button stops what takes long. */
export function RequestBar({ method, path, waits, sending, onSend, onStop }: RequestBarProps) {
  const slow = useSlow(sending);
  return (
    <div class="ob-bar">
      <p class="ob-bar-call">
        <span class="ob-bar-method" data-method={method.toLowerCase()}>
          {method}
        </span>{' '}
        <code>{path}</code>
      </p>
      <button
        type="button"
        class="ob-send"
        data-send
        aria-disabled={waits || undefined}
        title={slow ? undefined : 'Ctrl or ⌘ + Enter, anywhere in the form'}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={slow ? onStop : sending ? undefined : onSend}
      >
        {slow ? 'Stop' : 'Send'}
      </button>
    </div>
  );
}

function useSlow(sending: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!sending) return undefined;
    const timer = setTimeout(() => setSlow(true), stopDelay);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [sending]);
  return slow;
}
