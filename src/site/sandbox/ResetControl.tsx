import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface ResetControlProps {
  onReset: () => void;
  /** What may be done instead; it stands beside the first step and stays there at the second. */
  children: ComponentChildren;
}

/** The way back to the sample data, in two steps: the first press tells what goes, and nothing is lost by a slip. */
export function ResetControl({ onReset, children }: ResetControlProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <p class="ob-actions">
        {children}
        <button type="button" class="ob-button" data-tone="error" ref={first} onClick={() => setAsking(true)}>
          Reset to the sample data
        </button>
      </p>
    );
  }
  const reset = () => {
    setAsking(false);
    onReset();
  };
  return (
    <div class="ob-notice" data-tone="warn" role="group" aria-label="Reset to the sample data">
      <p>
        This removes all that the workspace has beyond the sample data: records, sign-ins, deliveries, faults and the
        clock. Of these, an export keeps the records.
      </p>
      <p class="ob-actions">
        {children}
        <button type="button" class="ob-button" ref={keep} onClick={() => setAsking(false)}>
          Keep everything
        </button>
        <button type="button" class="ob-button" data-tone="error" onClick={reset}>
          Reset now
        </button>
      </p>
    </div>
  );
}
