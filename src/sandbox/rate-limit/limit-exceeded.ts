import { plans } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Credential } from '../keys.ts';
import type { LimitState } from './rate-limiter.ts';

interface Refusal {
  /** Seconds to wait. */
  readonly retryAfter: number;
  /** True: the burst of the second is used up, not the budget of the minute. */
  readonly isBurst: boolean;
}

/** The 429 that tells a caller about the limit of their plan. */
export function limitExceeded({ plan }: Pick<Credential, 'plan'>, { retryAfter, isBurst }: Refusal): ApiError {
  const { name, requests_per_minute, burst_per_second } = plans[plan];
  return new ApiError('rate_limit_exceeded', {
    values: {
      plan: name,
      limit: isBurst ? burst_per_second : requests_per_minute,
      window: isBurst ? 'second' : 'minute',
      retry_after: retryAfter,
    },
    headers: { 'Retry-After': String(retryAfter) },
  });
}

/** @throws ApiError 429 */
export function requireWithinLimit(caller: Credential, { retryAfter, remaining }: LimitState): void {
  if (retryAfter > 0) throw limitExceeded(caller, { retryAfter, isBurst: remaining > 0 });
}
