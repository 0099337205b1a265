import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { rateLimitOf, resetText } from './rate-limit.ts';

/** How much of the rate limit is left, and when the rest is back, where the answer tells. */
export function RateLimitMeter({ headers }: Pick<ApiResponse, 'headers'>) {
  const told = useMemo(() => rateLimitOf(headers, Date.now()), [headers]);
  const now = useNow(told?.resetAt);
  if (!told) return null;
  const { limit, remaining, resetAt } = told;
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
