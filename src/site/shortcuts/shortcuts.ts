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

const keys: Readonly<Record<string, () => void>> = {
  '/': () => press('[data-search-open]'),
  t: () => press('[data-console-open]'),
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
