import { oauth } from '../generated/policies.ts';
import type { RequestContext } from '../http/request-context.ts';
import { authenticateClient } from './client-authentication.ts';
import { exchangeCode } from './exchange-code.ts';
import { readForm } from './form.ts';
import { OAuthError } from './oauth-error.ts';
import { refreshTokens } from './refresh-tokens.ts';
import { jsonResponse, CORS } from './responses.ts';
import type { OAuthServer } from './server.ts';

/** How each grant type is answered. */
const GRANT_TYPES = { authorization_code: exchangeCode, refresh_token: refreshTokens };

export const GRANT_TYPE_NAMES = Object.keys(GRANT_TYPES);

const KNOWN = [
  'grant_type',
  'code',
  'redirect_uri',
  'code_verifier',
  'refresh_token',
  'scope',
  'client_id',
  'client_secret',
];

/**
 * The token endpoint.
 * @throws OAuthError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export async function token(server: OAuthServer, context: RequestContext): Promise<Response> {
  const form = await readForm(context.request);
  form.refuseRepeated(KNOWN);
  const client = await authenticateClient(context.request, form);
  const grantType = form.require('grant_type');
  if (!isGrantType(grantType)) {
    throw new OAuthError('unsupported_grant_type', `The grant_type is one of: ${GRANT_TYPE_NAMES.join(', ')}.`);
  }
  const { tokens, scopes } = await GRANT_TYPES[grantType](server, client, form);
  const body = {
    access_token: tokens.access,
    token_type: 'Bearer',
    expires_in: oauth.access_token_seconds,
    refresh_token: tokens.refresh,
    scope: scopes.join(' '),
  };
  return jsonResponse(context, 200, body, CORS);
}

function isGrantType(name: string): name is keyof typeof GRANT_TYPES {
  return Object.hasOwn(GRANT_TYPES, name);
}
