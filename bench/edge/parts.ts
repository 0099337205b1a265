import type { Bench } from '../report.ts';
import { coldStart } from './cold-start.ts';
import { memory } from './memory.ts';
import { scale } from './scale.ts';

/** The hosted sandbox on workerd, beside the same sandbox on Node. */
export const parts: Bench = { scale, start: coldStart, memory };

export { EDGE as peers } from './keys.ts';
