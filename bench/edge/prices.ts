/**
 * What Cloudflare asks for in US dollars, beyond what a plan includes.
 * @see https://developers.cloudflare.com/workers/platform/pricing/
 * @see https://developers.cloudflare.com/durable-objects/platform/pricing/
 */
export const PRICES = {
  /** When they were read. */
  asOf: '2026-11-29',
  /** Requests to the worker, which hands each to an object. */
  workerRequests: 0.3 / 1e6,
  /** Milliseconds of the worker's CPU. */
  cpuMilliseconds: 0.02 / 1e6,
  /** Requests to an object, alarms among them. */
  objectRequests: 0.15 / 1e6,
  /** Gigabyte-seconds that an object is awake; it counts as 128 MB, whatever it uses. */
  gigabyteSeconds: 12.5 / 1e6,
  rowsRead: 0.001 / 1e6,
  rowsWritten: 1 / 1e6,
  /** Gigabytes kept for a month. */
  gigabyteMonths: 0.2,
} as const;

/** Gigabytes that an object is billed for while it is awake. */
export const OBJECT_MEMORY = 0.128;
