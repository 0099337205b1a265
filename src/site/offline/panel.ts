/** The panel of the offline page: tells whether the site is kept in this browser, and keeps or removes it. */
import { keepCopy, readCopy, removeCopy } from './offline-copy.ts';
import type { CopyState, OfflineCopy } from './offline-copy.ts';

/** How often a copy on its way is looked after, in milliseconds. */
const LOOK = 500;

const panel = document.querySelector<HTMLElement>('[data-offline-copy]');
const note = panel?.querySelector<HTMLElement>('[role="status"]');
const keep = panel?.querySelector<HTMLButtonElement>('[data-action="keep"]');
const remove = panel?.querySelector<HTMLButtonElement>('[data-action="remove"]');
const total = panel?.dataset['files'] ?? '';

const texts: Readonly<Record<CopyState, (copy: OfflineCopy) => string>> = {
  'not-offered': () => 'This site keeps nothing in your browser.',
  unsupported: () => 'This browser, or this window, keeps no sites. A private window may not.',
  off: () => 'Nothing is kept, and nothing will be.',
  coming: ({ files }) => `On its way: ${files} of ${total} files are here.`,
  kept: ({ files }) => `Kept: ${files} files. You can go offline.`,
  missing: ({ files }) =>
    files > 0
      ? `${files} of ${total} files are here. The rest comes with the next page you open.`
      : 'Not kept yet. It comes with the next page you open, if there is room for it.',
};

/** Which buttons help in a state: one at most, so that the focus stays where it is when it changes. */
const helps: Readonly<Record<CopyState, 'keep' | 'remove' | undefined>> = {
  'not-offered': undefined,
  unsupported: undefined,
  off: 'keep',
  coming: 'remove',
  kept: 'remove',
  missing: 'keep',
};

if (panel && note && keep && remove) {
  const show = async (): Promise<void> => {
    const copy = await readCopy();
    const text = texts[copy.state](copy);
    if (note.textContent !== text) note.textContent = text;
    const hadFocus = document.activeElement === keep || document.activeElement === remove;
    keep.hidden = helps[copy.state] !== 'keep';
    remove.hidden = helps[copy.state] !== 'remove';
    if (hadFocus) (keep.hidden ? remove : keep).focus();
    panel.hidden = false;
    if (copy.state === 'coming') setTimeout(() => void show(), LOOK);
  };
  const act = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
      await show();
    } catch {
      note.textContent = 'Your browser did not allow it.';
    }
  };
  keep.addEventListener('click', () => void act(keepCopy)());
  remove.addEventListener('click', () => void act(removeCopy)());
  navigator.serviceWorker?.addEventListener('controllerchange', () => void show());
  void show();
}

// A worker shows this page in place of one that is not kept.
if (location.pathname !== '/offline/')
  for (const notice of document.querySelectorAll<HTMLElement>('[data-not-kept]')) notice.hidden = false;
