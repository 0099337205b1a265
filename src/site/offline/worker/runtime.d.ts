/**
 * What a service worker has besides what pages have, as far as it is used here: TypeScript's own list would take the place of that of
 * the pages.
 *
 * @see https://w3c.github.io/ServiceWorker/
 */
interface ExtendableEvent extends Event {
  /** Keeps the worker running; what it waits for decides whether an installation succeeds. */
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response> | Response): void;
}

interface Clients {
  claim(): Promise<void>;
}

interface ServiceWorkerGlobalScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: Clients;
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
}
