import type { Client } from './clients.ts';
import { matches, withTokens } from './grant.ts';
import { invalidGrant, ownGrant, present, decideOnGrants } from './issue.ts';
import type { Issued } from './issue.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { isMarked } from './refresh-mark.ts';
import { readScopes } from './scopes.ts';
import type { OAuthServer } from './server.ts';

/**
 * Gives new tokens for a refresh token, which is used up by that. One that was used up before ends the grant: of its
 * two users, one is a thief. A mistaken attempt uses nothing up.
 * @throws OAuthError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
 */
export async function refreshTokens(server: OAuthServer, client: Client, form: Parameters): Promise<Issued> {
  const text = form.require('refresh_token');
  const scope = form.get('scope');
  const asked = scope === undefined ? undefined : readScopes(scope);
  const shown = await present(server, client, 'refresh', text);
  const isOurs = await isMarked(shown.markKey, shown.secret);
  return decideOnGrants(server, (grants) => {
    const grant = ownGrant(grants, shown);
    if (!grant?.refreshToken || !isOurs) return invalidGrant('The refresh token is unknown or was revoked.');
    if (!matches(grant.refreshToken, shown.hash)) {
      grants.delete(grant.handle);
      return invalidGrant('The refresh token was used before; all tokens of this sign-in are revoked.');
    }
    if (grant.refreshToken.endsAt <= shown.now) return invalidGrant('The refresh token has expired.');
    const scopes = asked ?? grant.scopes;
    if (!scopes.every((name) => grant.scopes.includes(name))) {
      return new OAuthError('invalid_scope', 'A refresh cannot add scopes that the user did not grant.');
    }
    grants.update(withTokens(grant, shown.next.hashes, scopes, shown.now));
    return { tokens: shown.next, scopes };
  });
}
