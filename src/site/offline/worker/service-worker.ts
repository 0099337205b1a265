/**
 * The worker that keeps the site for readers without a network. It answers with what it keeps only where the network does not, but for
 * files whose name says what is in them; and it answers nothing else: not the API, live, hosted or on the reader's machine.
 */
import { enable } from 'workbox-navigation-preload/enable.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { NetworkOnly } from 'workbox-strategies/NetworkOnly.js';
import { ASSETS, CACHES } from '../cache-names.ts';
import { answerAsset, answerWithoutPage, isServerDown, keptIn } from './answers.ts';
import { keptBy } from './is-kept.ts';
import { activate, install } from './keep.ts';
import type { KeptFiles } from './kept-files.ts';

/** Put in by the build. */
declare const KEPT_FILES: KeptFiles;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const files = KEPT_FILES;
const kept = keptBy(files);
const onVisit = new Set(files.onVisit);
const controller = new PrecacheController({ cacheName: CACHES.kept });
controller.addToCacheList(files.files.map(({ url, revision }) => ({ url, revision })));
const find = keptIn(controller);

/** Seconds that the network is waited for: on a train it is there, and does not answer. */
const PATIENCE = 4;

worker.addEventListener('install', (event) => {
  // Pages that are open keep their files: see `activate`.
  void worker.skipWaiting();
  event.waitUntil(install(controller, event, files));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate(controller, event, files).then(() => worker.clients.claim()));
});

enable();

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(ASSETS),
  ({ request, url }) => answerAsset(request, find, onVisit.has(url.pathname)),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && kept.pathOf(url) !== undefined,
  new NetworkOnly({
    networkTimeoutSeconds: PATIENCE,
    plugins: [
      {
        fetchDidSucceed: ({ response }) =>
          isServerDown(response)
            ? Promise.reject(new Error(`The server answers ${response.status}`))
            : Promise.resolve(response),
        handlerDidError: async ({ request }) => (await find(new URL(request.url).pathname)) ?? fetch(request),
      },
    ],
  }),
);

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && kept.isPlaceOfPages(url),
  new NetworkOnly({
    plugins: [
      { handlerDidError: ({ request }) => answerWithoutPage(request, find, kept.withSlash(new URL(request.url))) },
    ],
  }),
);
