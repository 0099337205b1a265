import { RATE_LIMIT_HEADERS, REQUEST_ID_HEADER, RETRY_AFTER_HEADER } from './generated/settings.ts';

/** How many requests are left. */
export interface RateLimit {
  /** Requests a minute. */
  limit: number;
  remaining: number;
  /** When the count starts anew, in Unix seconds. */
  reset: number;
}

/** What came beside the data. */
export interface ResponseInfo {
  status: number;
  headers: Headers;
  requestId: string | null;
  rateLimit: RateLimit | null;
}

/** An answer that has come to its end. */
export interface ReadAnswer {
  status: number;
  headers: Headers;
  /** Its JSON, else its text. */
  body: unknown;
}

export function infoOf({ status, headers }: ReadAnswer): ResponseInfo {
  return { status, headers, requestId: requestIdOf(headers), rateLimit: rateLimitOf(headers) };
}

export function requestIdOf(headers: Headers): string | null {
  return headers.get(REQUEST_ID_HEADER);
}

/** Null unless all three are numbers. */
export function rateLimitOf(headers: Headers): RateLimit | null {
  const [limit, remaining, reset] = RATE_LIMIT_HEADERS.map((name) => {
    const value = headers.get(name);
    return value && /^\d+$/.test(value) ? Number(value) : NaN;
  }) as [number, number, number];
  return Number.isNaN(limit + remaining + reset) ? null : { limit, remaining, reset };
}

/** In seconds, from seconds or a date; 0 for a date that has passed; null for what is neither. */
export function retryAfterOf(headers: Headers): number | null {
  const value = headers.get(RETRY_AFTER_HEADER) ?? '';
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value);
  const date = / GMT$/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}
