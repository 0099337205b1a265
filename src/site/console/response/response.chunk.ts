/** The chunk that is fetched when a reader sends: all that shows an answer, what holds a call back, and the question before one to live. */
export { explainFailure } from '../../session/failures/explain-failure.chunk.ts';
export { LiveDialog } from '../../ui/LiveDialog.tsx';
export { ProblemNotice } from '../request/ProblemNotice.tsx';
export { requestOf } from '../request/make-request.ts';
export { announcementOf } from './announcement.ts';
export { refusedField } from './refused-field.ts';
export { OutcomeView } from './OutcomeView.tsx';
