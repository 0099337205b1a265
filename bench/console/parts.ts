import type { Bench } from '../report.ts';
import { open } from './open.ts';

/** The console of an operation page beside Scalar's own. */
export const parts: Bench = { open };
