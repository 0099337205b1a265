import { consents } from '../generated/policies.ts';
import type { RequestContext } from '../http/request-context.ts';
import { SITE } from '../site-address.ts';
import { jsonResponse, CORS } from './responses.ts';
import { issuerOf } from './server.ts';
import type { OAuthServer } from './server.ts';
import { GRANT_TYPE_NAMES } from './token.ts';

const CLIENT_AUTHENTICATION = ['none', 'client_secret_basic', 'client_secret_post'];

/**
 * What client libraries need to know of this server.
 * @see https://www.rfc-editor.org/rfc/rfc8414
 */
export function metadata(server: OAuthServer, context: RequestContext): Response {
  const issuer = issuerOf(server, context);
  const body = {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    scopes_supported: Object.keys(consents),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: GRANT_TYPE_NAMES,
    token_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    revocation_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    service_documentation: `${SITE}/guides/authentication/`,
  };
  return jsonResponse(context, 200, body, CORS);
}
