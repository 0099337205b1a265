/** The chunk that is fetched when a reader sends: all that shows an answer, and the question before a call to live. */
export { explainFailure } from '../failures/explain.ts';
export { LiveDialog } from '../LiveDialog.tsx';
export { requestOf } from '../make-request.ts';
export { announcementOf } from './announcement.ts';
export { OutcomeView } from './OutcomeView.tsx';
