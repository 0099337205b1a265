import { sandbox as policy } from '../generated/policies.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';

/**
 * Counts a workspace that an address makes, if it may.
 * @returns seconds until it may; 0 where it was counted
 */
export type CountMade = (address: string) => number | Promise<number>;

/** Making a workspace takes no key, so an address gets a few a minute only. */
export function createCountMade(limiter: RateLimiter): CountMade {
  const limit = policy.made_per_minute;
  const plan = { requests_per_minute: limit, burst_per_second: limit };
  return (address) => limiter.take(`workspaces of ${address}`, plan).retryAfter;
}
