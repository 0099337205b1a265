import { consents } from '../generated/policies.ts';
import { originOf } from '../http/origin.ts';
import type { RequestContext } from '../http/request-context.ts';
import { RESOURCE_METADATA } from '../http/target.ts';
import { SITE } from '../site-address.ts';
import { jsonResponse, CORS } from './responses.ts';
import { issuerOf } from './server.ts';
import type { OAuthServer } from './server.ts';

/**
 * What a client that knows only the API has to know to get an access token for it.
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-2
 */
export function protectedResource(server: OAuthServer, context: RequestContext): Response {
  const body = {
    resource: `${originOf(server, context.request)}/v1`,
    resource_name: 'Orbinto API',
    resource_documentation: `${SITE}/guides/authentication/`,
    authorization_servers: [issuerOf(server, context)],
    scopes_supported: Object.keys(consents),
    bearer_methods_supported: ['header'],
  };
  return jsonResponse(context, 200, body, CORS);
}

/**
 * The challenge of a 401, which leads to this metadata as well.
 * @param challenge `Bearer`, and what it says so far
 * @param origin that the request was sent to
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-5.1
 */
export function withResourceMetadata(challenge: string, origin: string): string {
  return `${challenge}${challenge.includes('=') ? ',' : ''} resource_metadata="${origin}${RESOURCE_METADATA}"`;
}
