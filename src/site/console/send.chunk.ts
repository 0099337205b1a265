/** The chunk that is fetched with the first change and when a reader sends: what keeps a draft, makes a request, waits for its answer and keeps both. */
export { sendRequest } from '../session/request/send-request.ts';
export { recordCall } from './history/record-call.ts';
export { requestProblems } from './request/check/request-problems.ts';
export { keepDraft } from './request/keep-draft.ts';
export { focusProblem } from './request/focus-problem.ts';
export { requestOf, sendable } from './request/make-request.ts';
