/** A call that is to be filled in as soon as the console opens: of the page's address, or what the reader left here. */
import { isLink } from './placeholder.ts';

const entry = (): string => `orbinto-draft:${location.pathname}`;

/** Whether the console has been filled in since the page was loaded. */
let isOwn = false;

/** As the fragment of a link; `undefined` where the form starts with the example. */
export function heldCall(): string | undefined {
  return isLink() ? location.hash : (draft() ?? undefined);
}

/** What was filled in, where the reader comes back to it: by the history, by a reload, or by opening the console again. */
function draft(): string | null {
  try {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return isOwn || visit?.type !== 'navigate' ? sessionStorage.getItem(entry()) : null;
  } catch {
    return null;
  }
}

/** Keeps a call for this page and tab, or none where it is too long. It has to be without secrets. */
export function holdDraft(fragment: string | undefined): void {
  try {
    // What was kept before is not what is filled in any more, whether or not the new one finds room.
    sessionStorage.removeItem(entry());
    if (fragment === undefined) return;
    sessionStorage.setItem(entry(), fragment);
    isOwn = true;
  } catch {
    // Storage is full or forbidden: the draft then lasts as long as the page.
  }
}
