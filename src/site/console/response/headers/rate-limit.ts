/** The rate limit that an answer's headers tell. */

export interface RateLimit {
  limit: number;
  remaining: number;
  /** Milliseconds since 1970 at which all of it is back; `undefined` where the answer does not say. */
  resetAt: number | undefined;
}

/** Reads `X-RateLimit-*`: Reset in Unix seconds, or in seconds from now where it is small. */
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
  const resetAt = reset === undefined ? undefined : reset < 1_000_000_000 ? now + reset * 1000 : reset * 1000;
  return { limit, remaining: Math.min(remaining, limit), resetAt };
}

/** How long until then, in words: `in 42 s`, `in 3 min`; by the clock where it is a day or more away. */
export function resetText(resetAt: number, now: number): string {
  const seconds = Math.ceil((resetAt - now) / 1000);
  if (seconds <= 0) return 'now';
  if (seconds < 120) return `in ${seconds} s`;
  if (seconds < 86_400) return `in ${Math.ceil(seconds / 60)} min`;
  return `at ${new Date(resetAt).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
