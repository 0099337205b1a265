import type { Exchange } from '../exchange.ts';

const METADATA = '/.well-known/oauth-authorization-server';

/** True for the addresses of the authorization server. */
export function isOAuthPath(path: string): boolean {
  return path === METADATA || path === '/oauth' || path.startsWith('/oauth/');
}

/**
 * Tells that the authorization server is not there yet, in OAuth's own error format.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export function answerOAuth({ path, requestId }: Exchange): Response {
  const error = {
    error: 'temporarily_unavailable',
    error_description: 'This sandbox does not issue OAuth tokens yet. Use an API key such as sk_test_admin.',
  };
  return new Response(JSON.stringify(error), {
    status: path === METADATA ? 404 : 501,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'X-Request-Id': requestId },
  });
}
