import { CORS_HEADERS } from '../checks/cors.ts';
import { ApiError } from './api-error.ts';
import { deprecationHeaders } from './deprecation.ts';
import type { ApiContext } from './request-context.ts';

const JSON_HEADERS = { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' };

/** What a response tells of its request: without a limit, nothing of limits. */
type RequestFacts = Pick<ApiContext, 'requestId' | 'limit' | 'deprecation'>;

/** The headers that every response of `/v1` carries. */
function commonHeaders({ requestId, limit, deprecation }: RequestFacts): Record<string, string> {
  const headers: Record<string, string> = { ...CORS_HEADERS, 'X-Request-Id': requestId };
  if (limit) {
    headers['X-RateLimit-Limit'] = String(limit.limit);
    headers['X-RateLimit-Remaining'] = String(limit.remaining);
    headers['X-RateLimit-Reset'] = String(limit.reset);
  }
  return deprecation ? { ...headers, ...deprecationHeaders(deprecation) } : headers;
}

/** A success of `/v1`. @param json the body as text; null for a status without one */
export function successResponse(context: ApiContext, status: number, json: string | null): Response {
  const headers = commonHeaders(context);
  return new Response(json, { status, headers: json === null ? headers : { ...headers, ...JSON_HEADERS } });
}

/** A failure of `/v1`, in the API's error format; what is no ApiError becomes a 500 that tells nothing of the inside. */
export function errorResponse(context: ApiContext, error: unknown): Response {
  const apiError = error instanceof ApiError ? error : new ApiError('internal_error');
  const { status, headers, body } = failure(context, apiError);
  return new Response(body, { status, headers });
}

/** The parts of a response in the API's error format. */
export function failure(request: RequestFacts, error: ApiError) {
  return {
    status: error.status,
    headers: { ...commonHeaders(request), ...error.headers, ...JSON_HEADERS },
    body: JSON.stringify(error.body(request.requestId)),
  };
}
