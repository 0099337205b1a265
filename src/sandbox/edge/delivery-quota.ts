import type { Clock } from '../clock.ts';
import { ApiError } from '../http/api-error.ts';
import type { RateLimitStore, RequestLog } from '../rate-limit/rate-limit-store.ts';

const MINUTE = 60_000;
/** No caller is called so. */
const NAME = 'deliveries';

/** How many requests to endpoints on the internet one workspace may make in a minute, by the machine's clock. */
export class DeliveryQuota {
  readonly #limit: number;
  readonly #clock: Clock;
  readonly #logs: RateLimitStore;

  /** @param limit requests a minute */
  constructor(limit: number, clock: Clock, logs: RateLimitStore) {
    this.#limit = limit;
    this.#clock = clock;
    this.#logs = logs;
  }

  /** Counts one request. @returns false where it must not be made */
  take(): boolean {
    if (this.#wait() > 0) return false;
    this.#log().add(this.#clock.now());
    return true;
  }

  /** @throws ApiError 429 where the minute's requests are used up */
  admit(): void {
    const seconds = Math.ceil(this.#wait() / 1000);
    if (seconds === 0) return;
    throw new ApiError('delivery_limit_reached', {
      values: { limit: this.#limit, retry_after: seconds },
      headers: { 'Retry-After': String(seconds) },
    });
  }

  /** Milliseconds until one more may be made. */
  #wait(): number {
    const log = this.#log();
    if (log.size < this.#limit) return 0;
    return Math.max(0, log.fromLast(this.#limit) + MINUTE - this.#clock.now());
  }

  #log(): RequestLog {
    const log = this.#logs.of(NAME);
    const now = this.#clock.now();
    if (now < log.last) log.clear();
    log.expire(now - MINUTE);
    return log;
  }
}
