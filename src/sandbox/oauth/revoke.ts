import type { RequestContext } from '../http/request-context.ts';
import { authenticateClient } from './client-authentication.ts';
import type { Client } from './clients.ts';
import { readForm } from './form.ts';
import { matches, withoutAccessToken } from './grant.ts';
import type { Grant } from './grant.ts';
import { OAuthError } from './oauth-error.ts';
import { isMarked } from './refresh-mark.ts';
import { jsonResponse, CORS } from './responses.ts';
import { readToken, sha256 } from './secrets.ts';
import { withGrants } from './server.ts';
import type { OAuthServer } from './server.ts';

/**
 * The revocation endpoint. A refresh token takes everything with it that came from the same consent, an access token
 * only itself. A token that does not work, or never did, is a success too: it does not work.
 * @throws OAuthError
 * @see https://www.rfc-editor.org/rfc/rfc7009
 */
export async function revoke(server: OAuthServer, context: RequestContext): Promise<Response> {
  const form = await readForm(context.request);
  form.refuseRepeated(['token', 'token_type_hint', 'client_id', 'client_secret']);
  const client = await authenticateClient(context.request, form);
  const text = form.require('token');
  await revokeRefreshToken(server, client, text);
  await revokeAccessToken(server, client, text);
  // Clients are to ignore the body, and some insist on JSON.
  return jsonResponse(context, 200, {}, CORS);
}

async function revokeRefreshToken(server: OAuthServer, client: Client, text: string): Promise<void> {
  const token = readToken('refresh', text);
  if (!token) return;
  const grant = await withGrants(server, (grants) => grants.get(token.handle));
  if (!grant || !(await isMarked(grant.markKey, token.secret))) return;
  refuseForeign(grant, client);
  await withGrants(server, (grants) => grants.delete(grant.handle));
}

async function revokeAccessToken(server: OAuthServer, client: Client, text: string): Promise<void> {
  const token = readToken('access', text);
  if (!token) return;
  const hash = await sha256(token.secret);
  const foreign = await withGrants(server, (grants) => {
    const grant = grants.get(token.handle);
    if (!grant?.accessTokens.some((known) => matches(known, hash))) return undefined;
    if (grant.clientId !== client.id) return grant;
    grants.update(withoutAccessToken(grant, hash));
    return undefined;
  });
  if (foreign) refuseForeign(foreign, client);
}

function refuseForeign(grant: Grant, client: Client): void {
  if (grant.clientId === client.id) return;
  throw new OAuthError('invalid_grant', 'The token was given to another client.');
}
