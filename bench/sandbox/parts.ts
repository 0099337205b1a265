import type { Bench } from '../run.ts';
import { throughput } from './throughput.ts';

/** The sandbox over HTTP and in the page. */
export const parts: Bench = { throughput };
