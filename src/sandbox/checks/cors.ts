import { cors } from '../generated/policies.ts';

/** What every answer of `/v1` carries, so that a page of any origin may read it. Credentials are never allowed. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': cors.allow_origin,
  'Access-Control-Expose-Headers': cors.expose_headers.join(', '),
};

/** True for the question a browser asks before the request itself. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
}

/**
 * The response to a preflight of `/v1`: needs no key, is not counted, names Authorization because `*` does not cover it.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function preflightResponse(): Response {
  const headers = {
    ...CORS_HEADERS,
    'Access-Control-Allow-Methods': cors.allow_methods.join(', '),
    'Access-Control-Allow-Headers': cors.allow_headers.join(', '),
    'Access-Control-Max-Age': String(cors.max_age_seconds),
  };
  return new Response(null, { status: 204, headers });
}
