import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

interface GuardedProps {
  /** What its place says where it fails, at the beginning of a sentence: `The headers`. */
  name: string;
  /** Shown with that sentence: the same without what may fail. */
  plain?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of a page whose fault takes nothing else with it. Drawn anew, it tries again. */
export function Guarded({ name, plain, children }: GuardedProps) {
  const [error] = useErrorBoundary() as [unknown, () => void];
  if (error === undefined) return <>{children}</>;
  const reason = error instanceof Error ? ` (${error.message})` : '';
  return (
    <>
      <p class="ob-fault">
        {name} cannot be shown here{reason}. The rest works.
      </p>
      {plain}
    </>
  );
}
