import type { Bench } from '../report.ts';
import { growth } from './growth.ts';
import { memory } from './memory.ts';
import { page } from './page.ts';
import { start } from './start.ts';
import { throughput } from './throughput.ts';

/** The sandbox over HTTP and in the page. */
export const parts: Bench = { throughput, start, memory, growth, page };
