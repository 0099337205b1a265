import type { Bench } from '../report.ts';
import { coldStart } from './cold-start.ts';
import { cost } from './cost.ts';
import { floor } from './floor.ts';
import { memory } from './memory.ts';
import { scale } from './scale.ts';

/** The hosted sandbox on workerd, beside the same sandbox on Node. */
export const parts: Bench = { scale, start: coldStart, memory, floor, cost };

export { EDGE as peers } from './keys.ts';
