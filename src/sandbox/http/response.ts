import { Answer } from './answer.ts';
import { ApiError } from './api-error.ts';
import type { Exchange } from './request-context.ts';
import { CORS_HEADERS } from '../checks/cors.ts';

/** The headers that every answer of `/v1` carries. */
export function commonHeaders({ requestId, limit }: Exchange): Record<string, string> {
  const headers: Record<string, string> = { ...CORS_HEADERS, 'X-Request-Id': requestId };
  if (limit) {
    headers['X-RateLimit-Limit'] = String(limit.limit);
    headers['X-RateLimit-Remaining'] = String(limit.remaining);
    headers['X-RateLimit-Reset'] = String(limit.reset);
  }
  return headers;
}

/** A success of `/v1`. @param json the body as text; null for a status without one */
export function respond(exchange: Exchange, status: number, json: string | null): Answer {
  const headers = commonHeaders(exchange);
  if (json === null) return new Answer(status, headers);
  headers['Content-Type'] = 'application/json';
  headers['X-Content-Type-Options'] = 'nosniff';
  return new Answer(status, headers, json);
}

/** A failure of `/v1`, in the API's error format; what is no ApiError becomes a 500 that tells nothing of the inside. */
export function respondError(exchange: Exchange, error: unknown): Answer {
  const apiError = error instanceof ApiError ? error : new ApiError('internal_error');
  const headers = {
    ...commonHeaders(exchange),
    ...apiError.headers,
    'Content-Type': 'application/json',
    'X-Content-Type-Options': 'nosniff',
  };
  return new Answer(apiError.status, headers, JSON.stringify(apiError.body(exchange.requestId)));
}
