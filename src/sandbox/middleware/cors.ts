/** What every answer of `/v1` carries, so that a page of any origin may read it. Credentials are never allowed. */
export const CORS_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, X-Request-Id, WWW-Authenticate, Allow',
};

const METHODS = 'GET, HEAD, POST, PATCH, DELETE';

/** True for the question a browser asks before the request itself. */
export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');
}

/**
 * The answer to a preflight of `/v1`: needs no key, is not counted, names Authorization because `*` does not cover it.
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, *',
      'Access-Control-Max-Age': '600',
    },
  });
}
