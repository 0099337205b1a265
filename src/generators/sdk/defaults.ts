/** What a client does unless it is told otherwise. Told on the pages and kept by every library. Times are seconds. */
export const DEFAULTS = {
  timeoutSeconds: 30,
  totalTimeoutSeconds: 120,
  maxRetries: 2,
  backoffSeconds: { first: 0.5, factor: 2, most: 8 },
  /** A wait is drawn between this part of the backoff and all of it. */
  jitterFrom: 0.75,
  /** A longer `Retry-After` is not waited for: the error says it. */
  longestRetryAfterSeconds: 60,
  webhookToleranceSeconds: 300,
  /** A token is renewed so long before its end. */
  refreshBeforeExpirySeconds: 30,
} as const;

/** Statuses after which a call is sent again. */
export const RETRIED = {
  /** Whatever the method: a refused request has not run. */
  always: [429],
  /** Only where a repeat is harmless: the call may have run. */
  ifRepeatable: [408, 500, 502, 503, 504],
} as const;
