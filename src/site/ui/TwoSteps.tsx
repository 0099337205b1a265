import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface TwoStepsProps {
  /** On the button of the first step. */
  label: string;
  /** What the second step tells of the first. */
  warning: string;
  /** On the button of the second step: `Reset now`. */
  confirm: string;
  onConfirm: () => void;
  /** Called at the first press. Resolves to whether to ask at all; it asks unless told. */
  needsWord?: () => Promise<boolean>;
  /** Drawn as what loses something; so is the button of the second step in any case. */
  tone?: 'error';
  /** What may be done instead; it stands beside the first step and stays there at the second. */
  children?: ComponentChildren;
}

/** All that a reset takes. */
export const resetWarning =
  'A reset removes all that the workspace has beyond the sample data: records, sign-ins, deliveries, faults and the clock.';

/** An act in two steps: the first press tells what it takes away, and nothing is lost by a slip. */
export function TwoSteps({ label, warning, confirm, onConfirm, needsWord, tone, children }: TwoStepsProps) {
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
        <button
          type="button"
          class="ob-button"
          data-tone={tone}
          ref={first}
          onClick={() => void Promise.resolve(needsWord?.() ?? true).then(setAsking)}
        >
          {label}
        </button>
      </p>
    );
  }
  return (
    <div class="ob-notice" data-tone="warn" role="group" aria-label={label}>
      <p>{warning}</p>
      <p class="ob-actions">
        {children}
        <button type="button" class="ob-button" ref={keep} onClick={() => setAsking(false)}>
          Keep everything
        </button>
        <button
          type="button"
          class="ob-button"
          data-tone="error"
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {confirm}
        </button>
      </p>
    </div>
  );
}
