import { useEffect, useState } from 'preact/hooks';
import { waitText } from '../headers/rate-limit.ts';

interface RetryCountdownProps {
  /** As the answer said, if it did. */
  seconds: number | undefined;
  onRetry: () => void;
}

/** How long the limit still holds, counted down, and the same call again once it is over. */
export function RetryCountdown({ seconds, onRetry }: RetryCountdownProps) {
  const left = useCountdown(seconds ?? 0);
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (armed && left === 0) onRetry();
  }, [armed, left]);
  return (
    <div class="ob-notice" data-tone="warn">
      <p>
        {waitSentence(seconds, left)}
        {armed && left > 0 && ' The call is sent again then.'}
      </p>
      <p class="ob-actions">
        {left > 0 && (
          <button type="button" class="ob-button" aria-pressed={armed} onClick={() => setArmed(!armed)}>
            {armed ? 'Do not retry' : 'Retry then'}
          </button>
        )}
        <button type="button" class="ob-button" onClick={onRetry}>
          Retry now
        </button>
      </p>
    </div>
  );
}

function waitSentence(seconds: number | undefined, left: number): string {
  if (seconds === undefined) return 'The limit is used up; the answer does not say for how long.';
  return left === 0 ? 'The wait is over.' : `The limit is used up: wait ${waitText(left)}, as Retry-After says.`;
}

/** Whole seconds that are left. Counts by the clock: a page in the background ticks late. */
function useCountdown(seconds: number): number {
  const [end] = useState(() => Date.now() + seconds * 1000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}
