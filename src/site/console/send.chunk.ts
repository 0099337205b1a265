/** The chunk that is fetched when a reader sends: what makes a request, waits for its answer and keeps both. */
export { exchange } from '../session/request/send-request.ts';
export { record } from './history/record.ts';
export { requestOf, sendable } from './request/make-request.ts';
