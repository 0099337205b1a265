import type { Bench } from '../report.ts';
import { features } from './features.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { types } from './types.ts';

/** The libraries in sdks/ beside what free generators make of the same document. */
export const parts: Bench = { features, size, types, start };

export { PEERS as peers } from './peers.ts';
export { publish } from './publish.ts';
