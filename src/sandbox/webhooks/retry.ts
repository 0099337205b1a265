import { retries } from '../generated/policies.ts';
import { isToRepeat } from '../recipes/webhook-recipes.ts';
import { succeeded } from './delivery.ts';
import type { Attempt, StoredDelivery } from './delivery.ts';

/** A resend adds to the attempts; the log keeps the last of them. */
const MAX_ATTEMPTS = 20;

/**
 * The delivery after one more attempt: done, to be tried again after the next delay of the schedule, or given up. A recipe may have
 * it sent again after a success.
 */
export function afterAttempt(delivery: StoredDelivery, attempt: Attempt): StoredDelivery {
  const attempts = [...delivery.attempts, attempt].slice(-MAX_ATTEMPTS);
  if (succeeded(attempt) && isToRepeat({ ...delivery, attempts })) {
    return { ...delivery, attempts, next_attempt_at: attempt.ended_at };
  }
  if (succeeded(attempt)) return { ...delivery, attempts, status: 'delivered', failure: null, next_attempt_at: null };
  const delay = retries.delays_seconds[delivery.retries];
  if (delay === undefined) return { ...giveUp(delivery, 'endpoint_failed'), attempts };
  return {
    ...delivery,
    attempts,
    next_attempt_at: attempt.ended_at + delay * 1000,
    retries: delivery.retries + 1,
  };
}

/** The delivery, with no attempt to come. */
export function giveUp(delivery: StoredDelivery, failure: NonNullable<StoredDelivery['failure']>): StoredDelivery {
  return { ...delivery, status: 'failed', failure, next_attempt_at: null };
}

/**
 * The delivery, to be sent again now. One that waits for a retry has it at once; one that is done gets a single attempt,
 * without retries.
 */
export function resend(delivery: StoredDelivery, now: number): StoredDelivery {
  const retriesUsed = delivery.status === 'pending' ? delivery.retries : retries.delays_seconds.length;
  return { ...delivery, status: 'pending', failure: null, next_attempt_at: now, retries: retriesUsed };
}
