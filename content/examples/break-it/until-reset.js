/** Milliseconds until the full budget is back, by the answer's own clock. */
export function untilReset({ headers }) {
  const reset = Number(headers.get('X-RateLimit-Reset')) * 1000;
  return Math.max(0, reset - Date.parse(headers.get('Date')));
}
