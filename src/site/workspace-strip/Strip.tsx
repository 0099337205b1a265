import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { WorkspaceSummary } from '../../sandbox/control/summary.ts';
import type { Session } from '../session/session.ts';
import { StripDetails } from './StripDetails.tsx';
import { isFolded, keepFolded } from './folded.ts';
import { lineOf } from './words.ts';
import type { WorkspaceWatch } from './workspace-watch.ts';

/** Id of what unfolds. */
const DETAILS = 'your-sandbox';

interface StripProps {
  session: Session;
  watch: WorkspaceWatch;
}

/** One line at the foot of the window: what the reader has done in the sandbox of this browser. More of it unfolds above the line. */
export function Strip({ session, watch }: StripProps) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [open, setOpen] = useState(false);
  const [folded, setFolded] = useState(isFolded);
  const line = useRef<HTMLButtonElement>(null);
  const { summary } = watch;
  const isShown = summary !== undefined;
  useEffect(() => watch.subscribe(() => redraw(undefined)), []);
  useEffect(() => {
    // The page gives way at its end, and for what has the focus.
    document.documentElement.toggleAttribute('data-strip', isShown);
  }, [isShown]);
  if (!summary) return null;
  const fold = (to: boolean) => {
    keepFolded(to);
    setFolded(to);
    setOpen(false);
  };
  const close = () => {
    setOpen(false);
    line.current?.focus();
  };
  if (folded) {
    return (
      <aside class="ob-strip print:hidden" aria-label="Your sandbox" data-folded>
        <button type="button" class="ob-strip-line" onClick={() => fold(false)}>
          Your sandbox
        </button>
      </aside>
    );
  }
  return (
    <aside
      class="ob-strip print:hidden"
      aria-label="Your sandbox"
      onKeyDown={(event) => event.key === 'Escape' && open && close()}
    >
      {open && <StripDetails id={DETAILS} session={session} watch={watch} summary={summary} />}
      <div class="ob-strip-bar">
        <button
          type="button"
          class="ob-strip-line"
          ref={line}
          aria-expanded={open}
          aria-controls={open ? DETAILS : undefined}
          onClick={() => setOpen(!open)}
        >
          <strong>Your sandbox</strong>
          <Line summary={summary} lookedAt={watch.lookedAt} />
        </button>
        <button type="button" class="ob-strip-fold" onClick={() => fold(true)} aria-label="Hide your sandbox">
          Hide
        </button>
      </div>
    </aside>
  );
}

/** What the line says, the most telling first: where there is little room, that alone. */
function Line({ summary, lookedAt }: { summary: WorkspaceSummary; lookedAt: number }) {
  const [first, ...rest] = lineOf(summary, lookedAt);
  return (
    <>
      <span>{first}</span>
      {rest.map((part) => (
        <span class="ob-strip-more" key={part}>
          {part}
        </span>
      ))}
    </>
  );
}
