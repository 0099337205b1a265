import type { ComponentChildren } from 'preact';

interface LanesProps {
  children: ComponentChildren;
}

/** Two ways of doing the same, side by side where there is room. */
export function Lanes({ children }: LanesProps) {
  return <div class="ob-lanes">{children}</div>;
}

interface LaneProps {
  id: string;
  title: string;
  children: ComponentChildren;
}

export function Lane({ id, title, children }: LaneProps) {
  return (
    <section class="ob-lane" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {children}
    </section>
  );
}
