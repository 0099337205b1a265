/** The chunk that is fetched when a reader sends: what makes a request and waits for its answer. */
export { exchange } from './exchange.ts';
export { requestOf, sendable } from './make-request.ts';
