/**
 * Shows what the reader has done in the sandbox of this browser, on every page from the first request on. Before that, nothing of it
 * is loaded, and it takes no room.
 */
import { ANSWERED, USED } from '../../sandbox/use-mark.ts';
import { lazy } from '../lazy.ts';

const strip = lazy(() => import('./strip.chunk.ts'));

const show = (): void =>
  void strip.load().then(
    ({ showStrip }) => showStrip(),
    () => undefined,
  );

function isUsed(): boolean {
  try {
    return localStorage.getItem(USED) !== null;
  } catch {
    return false;
  }
}

// What the page is read for comes first.
if (isUsed()) setTimeout(show, 1000);
addEventListener(ANSWERED, show, { once: true });
addEventListener('storage', ({ key, newValue }) => {
  if (key === USED && newValue !== null) show();
});
