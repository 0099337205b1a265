/** The chunk that is fetched when a reader sends: all that shows an answer, what holds a call back, and the question before one to live. */
export { explainFailure } from '../failures/explain.ts';
export { LiveDialog } from '../LiveDialog.tsx';
export { ProblemNotice } from '../ProblemNotice.tsx';
export { requestOf } from '../make-request.ts';
export { announcementOf } from './announcement.ts';
export { OutcomeView } from './OutcomeView.tsx';
