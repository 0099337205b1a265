/** The session of this page, and the watch over what it keeps. */
import { Session } from './session.ts';
import { TabStore } from './tab-store.ts';

let shared: Session | undefined;

/** Milliseconds between two looks at the clock, and between two notes that the reader is there. */
const interval = 5_000;

export function pageSession(): Session {
  if (!shared) {
    shared = new Session(
      open(() => localStorage),
      new TabStore(open(() => sessionStorage)),
    );
    watch(shared);
  }
  return shared;
}

/** A browser may refuse the very mention of its storage. */
function open(storage: () => Storage): Storage | undefined {
  try {
    return storage();
  } catch {
    return undefined;
  }
}

/** Use is a key or a pointer pressed anywhere on the page; a page that comes back from the history looks first. */
function watch(session: Session): void {
  let used = 0;
  const use = () => {
    session.refresh();
    if (Date.now() - used < interval) return;
    used = Date.now();
    session.touch();
  };
  use();
  addEventListener('pointerdown', use, { capture: true, passive: true });
  addEventListener('keydown', use, { capture: true, passive: true });
  addEventListener('pageshow', () => session.refresh());
  document.addEventListener('visibilitychange', () => session.refresh());
  setInterval(() => session.refresh(), interval);
}
