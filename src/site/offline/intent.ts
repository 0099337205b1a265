/** Keeps the site for reading without a network, once a page is loaded and has nothing else to do. */
import { WORKER } from './cache-names.ts';
import { isOffered, isWanted } from './choice.ts';

function keep(): void {
  // Refused in some private windows, and without room: the site works without it.
  navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' }).catch(() => undefined);
}

if (isOffered && 'serviceWorker' in navigator && isWanted())
  addEventListener('load', () =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(keep) : setTimeout(keep, 1),
  );
