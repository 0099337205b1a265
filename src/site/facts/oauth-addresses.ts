import { resolve } from '../../openapi/document/refs.ts';
import { apiDocument } from './spec.ts';

const scheme = apiDocument.components?.securitySchemes?.['oauth2'];
const flow = scheme && resolve(apiDocument, scheme).flows?.['authorizationCode'];
if (!flow?.authorizationUrl || !flow.tokenUrl)
  throw new Error('The document describes no OAuth authorization code flow.');

/**
 * The addresses of the authorization server. Revocation and metadata have no place in an OpenAPI flow; they stand on
 * the token endpoint's host at the paths of the guide.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8414
 */
export const oauth = {
  issuer: new URL(flow.tokenUrl).origin,
  authorize: flow.authorizationUrl,
  token: flow.tokenUrl,
  revoke: new URL('/oauth/revoke', flow.tokenUrl).href,
  metadata: new URL('/.well-known/oauth-authorization-server', flow.tokenUrl).href,
} as const;
