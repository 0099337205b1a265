import type { Bench } from '../report.ts';
import { edits } from './edits.ts';

/** `npm run dev`: how soon an edit is seen. */
export const parts: Bench = { edits };
