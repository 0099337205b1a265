import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface StepDetailsProps {
  /** Whether the step was done last: it is open then, and the one before it closes. */
  isLast: boolean;
  summary: ComponentChildren;
  children: ComponentChildren;
}

/** What a step that was done sent and got, under one line that tells it. */
export function StepDetails({ isLast, summary, children }: StepDetailsProps) {
  const [isOpen, setOpen] = useState(isLast);
  useEffect(() => setOpen(isLast), [isLast]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="ob-step-content">{children}</div>
    </details>
  );
}
