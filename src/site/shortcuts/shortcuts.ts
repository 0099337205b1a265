/**
 * Keys for what a page is used for, where nothing is typed: search, console, long lines, and the sheet that tells them.
 * One character each, so a reader can turn them off.
 *
 * @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
import { lazy } from '../lazy.ts';
import { offerToBreakLines, toggleLines } from './break-lines.ts';
import { areOn } from './preferences.ts';

const sheet = lazy(() => import('./sheet.chunk.ts'));

function openSheet(): void {
  sheet.load().then(
    ({ showShortcuts }) => showShortcuts(),
    () => undefined,
  );
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

/** Opens the console, or the tool of the page; where there is none, the first request that can be run is one key away. */
function tryIt(): void {
  if (document.querySelector('#try-it')) return press('#try-it');
  const run = document.querySelector<HTMLElement>('.ob-run-button');
  run?.scrollIntoView({ block: 'center', behavior: 'instant' });
  run?.focus({ preventScroll: true });
}

const keys: Readonly<Record<string, () => void>> = {
  '/': () => press('[data-search-open]'),
  t: tryIt,
  w: toggleLines,
  '?': openSheet,
};

/** Whether keys belong to what has the focus, or to a dialog. */
function isTaken({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select') || Boolean(target.closest('dialog'));
}

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || isTaken(event) || !Object.hasOwn(keys, key))
    return;
  if (!areOn() && key !== '?') return;
  event.preventDefault();
  keys[key]?.();
});

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-shortcuts]')) openSheet();
});
offerToBreakLines();
