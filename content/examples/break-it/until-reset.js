/** Milliseconds until the full budget is back, by the clock that wrote the answer. */
export function untilReset({ headers }) {
  const reset = Number(headers.get('X-RateLimit-Reset')) * 1000;
  return Math.max(0, reset - Date.parse(headers.get('Date')));
}
