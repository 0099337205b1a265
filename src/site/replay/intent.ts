/** Opens the player of the page: at once where the address carries a session, else at a press. */
import { lazy } from '../lazy.ts';
import { takeReplayFragment } from './take-fragment.ts';

const chunk = lazy(() => import('./replay.chunk.ts'));
const place = document.querySelector<HTMLElement>('[data-replay-place]');
const button = place?.querySelector('button');

let packed = takeReplayFragment();

async function open(): Promise<void> {
  if (!place) return;
  try {
    const { mountReplay } = await chunk.load();
    mountReplay(place, packed);
    if (packed === undefined) place.querySelector('input')?.focus({ preventScroll: true });
  } catch {
    const message = place.querySelector('[role=status]');
    if (message) message.textContent = 'The player could not be loaded. Check your connection and press again.';
  }
}

button?.addEventListener('focus', chunk.preload, { once: true });
button?.addEventListener('pointerenter', chunk.preload, { once: true });
button?.addEventListener('click', () => void open());
if (packed !== undefined) void open();

// A link to another session that is opened in this page.
addEventListener('hashchange', () => {
  const next = takeReplayFragment();
  if (next === undefined) return;
  packed = next;
  void open();
});
