import type { Clock } from '../clock.ts';
import { createCountMade } from '../control/count-made.ts';
import { hosted } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { RateLimitStore } from '../rate-limit/rate-limit-store.ts';
import { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { Fetcher } from './runtime.ts';
import { tell } from './told.ts';
import type { Purpose } from './told.ts';

/** How a workspace comes into being: by the first request with a key that somebody has thought up, or because it was made. */
export type Count = Extract<Purpose, 'count-named' | 'count-made'>;

const LIMIT = hosted.opened_per_minute;
const PLAN = { requests_per_minute: LIMIT, burst_per_second: LIMIT };

/** Counts the workspaces that one address opens. It is kept by the object of the address. */
export class Openings {
  readonly #limiter: RateLimiter;

  /** @param isLimited false: nothing is refused */
  constructor(clock: Clock, isLimited: boolean, logs: RateLimitStore) {
    this.#limiter = new RateLimiter(clock, isLimited, logs);
  }

  /**
   * Counts one workspace, if it may be opened.
   * @returns what `askToOpen` reads
   */
  async count(opening: Count): Promise<Response> {
    const isMade = opening === 'count-made';
    const seconds = isMade ? await createCountMade(this.#limiter)('') : this.#limiter.take('openings', PLAN).retryAfter;
    return new Response(String(seconds));
  }
}

/**
 * Asks the object of an address whether it may open one more workspace.
 * @returns seconds until it may; 0 where it may, and was counted
 */
export async function askToOpen(addressObject: Fetcher, purpose: Count): Promise<number> {
  const headers = new Headers();
  tell(headers, { purpose, address: '' });
  const response = await addressObject.fetch(new Request('https://object/', { method: 'POST', headers }));
  return Number(await response.text());
}

/** True for what one object asks another. */
export function isCount(purpose: Purpose): purpose is Count {
  return purpose === 'count-named' || purpose === 'count-made';
}

/** The refusal of a workspace that was named. @param seconds until the address may open one more */
export function openingRefused(seconds: number): ApiError {
  return new ApiError('opening_limit_reached', {
    values: { limit: LIMIT, retry_after: seconds },
    headers: { 'Retry-After': String(seconds) },
  });
}
