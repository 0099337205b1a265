import type { Bench } from '../report.ts';
import { throughput } from './throughput.ts';

/** The sandbox over HTTP and in the page. */
export const parts: Bench = { throughput };
