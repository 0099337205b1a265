import type { Bench } from '../report.ts';
import { megabyte } from './megabyte.ts';
import { open } from './open.ts';

/** The console of an operation page: beside Scalar's own, and with an answer as large as they get. */
export const parts: Bench = { open, megabyte };
