import { lazy } from '../lazy.ts';

/** Loads what keeps the status page up to date. Without JavaScript the page tells what was measured, and when. */
export function keepUpToDate(document: Document): void {
  const place = document.getElementById('services-now');
  const note = document.getElementById('services-note');
  if (!place || !note) return;
  const chunk = lazy(() => import('./show-status.chunk.ts'));
  chunk
    .load()
    .then(({ showStatus }) => showStatus(place, note))
    .catch(() => (note.textContent = 'The newest measurements cannot be loaded.'));
}
