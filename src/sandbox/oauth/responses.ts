import type { RequestContext } from '../http/request-context.ts';
import type { Return } from './authorization-request.ts';
import type { OAuthError } from './oauth-error.ts';
import { withParameters } from './redirect-uris.ts';

/** No answer of this server is kept by anybody. */
const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

/** What lets a page of any origin use an endpoint. The authorize endpoint never carries it: it is for people. */
export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-Request-Id, WWW-Authenticate, Allow',
};

type Headers = Readonly<Record<string, string>>;

/** A JSON answer. @param body omitted: no body */
export function jsonResponse(
  context: RequestContext,
  status: number,
  body: object | undefined,
  headers: Headers,
): Response {
  const type = body && { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' };
  return new Response(body ? JSON.stringify(body) : null, {
    status,
    headers: { ...NO_STORE, 'X-Request-Id': context.requestId, ...type, ...headers },
  });
}

/**
 * A refusal as JSON. A 401 says how clients prove who they are.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export function errorResponse(context: RequestContext, error: OAuthError, headers: Headers): Response {
  const challenge: Headers = error.status === 401 ? { 'WWW-Authenticate': 'Basic realm="Orbinto OAuth"' } : {};
  return jsonResponse(context, error.status, error.body, { ...headers, ...challenge });
}

/**
 * A page. Nothing runs in it, it cannot be framed, and its form leads here and to the client only: browsers hold
 * the redirect that follows a form to `form-action` too.
 * @param formTarget the origin that the form's answer redirects to
 * @see https://www.w3.org/TR/CSP3/#directive-form-action
 */
export function pageResponse(context: RequestContext, status: number, page: string, policy: PagePolicy): Response {
  const csp = [
    `default-src 'none'`,
    `style-src 'nonce-${policy.nonce}'`,
    `form-action ${policy.formTarget === undefined ? `'none'` : `'self' ${policy.formTarget}`}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  return new Response(page, {
    status,
    headers: {
      ...NO_STORE,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': csp,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'X-Request-Id': context.requestId,
    },
  });
}

interface PagePolicy {
  readonly nonce: string;
  readonly formTarget?: string;
}

/**
 * Sends the user back to the client, always with a GET.
 * @see https://www.rfc-editor.org/rfc/rfc9207
 */
export function redirectResponse(context: RequestContext, to: Return, answer: Headers, issuer: string): Response {
  const state: Headers = to.state === undefined ? {} : { state: to.state };
  const location = withParameters(to.redirectUri, { ...answer, ...state, iss: issuer });
  return new Response(null, {
    status: 303,
    headers: { ...NO_STORE, Location: location, 'Referrer-Policy': 'no-referrer', 'X-Request-Id': context.requestId },
  });
}
