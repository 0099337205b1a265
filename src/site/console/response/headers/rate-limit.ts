/** The rate limit that an answer's headers tell. */

export interface RateLimit {
  limit: number;
  remaining: number;
  /** Milliseconds since 1970 at which all of it is back; `undefined` where the answer does not say. */
  resetAt: number | undefined;
}

const day = 86_400_000;

/** No limit is counted over a longer time, in milliseconds: what is further away is not meant as a time. */
export const longestWait = 366 * day;

/** Reads `X-RateLimit-*`. A value that makes no sense counts as not sent. */
export function rateLimitOf(
  headers: readonly (readonly [name: string, value: string])[],
  now: number,
): RateLimit | undefined {
  const number = (suffix: string): number | undefined => {
    const [, value] = headers.find(([name]) => new RegExp(`^(?:x-)?ratelimit-${suffix}$`, 'i').test(name)) ?? [];
    return value !== undefined && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
  };
  const [limit, remaining, reset] = [number('limit'), number('remaining'), number('reset')];
  if (limit === undefined || remaining === undefined || limit === 0) return undefined;
  return {
    limit,
    remaining: Math.min(remaining, limit),
    resetAt: reset === undefined ? undefined : resetTime(reset, now),
  };
}

/**
 * A reset as APIs write it: in Unix seconds, in milliseconds where it has thirteen digits, or in seconds from now where it is
 * small. `undefined` where that is no time near now; a clock may be a day behind.
 */
function resetTime(reset: number, now: number): number | undefined {
  const time = reset < 1_000_000_000 ? now + reset * 1000 : reset < 1_000_000_000_000 ? reset * 1000 : reset;
  return time > now - day && time < now + longestWait ? time : undefined;
}

/** How long until then, in words: `in 42 s`, `in 3 min`; by the clock where it is a day or more away. */
export function resetText(resetAt: number, now: number): string {
  const seconds = Math.ceil((resetAt - now) / 1000);
  if (seconds <= 0) return 'now';
  if (seconds < 86_400) return `in ${waitText(seconds)}`;
  return `at ${new Date(resetAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `42 s`, `3 min`, `5 h`, `12 days` */
export function waitText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.ceil(hours / 24)} days`;
}
