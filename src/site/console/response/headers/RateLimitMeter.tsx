import { useEffect, useState } from 'preact/hooks';
import { resetText } from './rate-limit.ts';
import type { RateLimit } from './rate-limit.ts';

/** How much of the rate limit is left, and when the rest is back. */
export function RateLimitMeter({ limit: { limit, remaining, resetAt } }: { limit: RateLimit }) {
  const now = useNow(resetAt);
  const left = `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')}`;
  return (
    <p class="ob-meter">
      <span id="ob-meter-name">Rate limit</span>
      <meter
        aria-labelledby="ob-meter-name"
        min={0}
        max={limit}
        low={limit * 0.1}
        high={limit * 0.25}
        optimum={limit}
        value={remaining}
      >
        {left}
      </meter>
      <span>{left} left</span>
      {resetAt !== undefined && <span>full again {resetText(resetAt, now)}</span>}
    </p>
  );
}

/** The time, told each second until then. */
function useNow(until = 0): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until <= Date.now()) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return now;
}
