import type { Client } from './clients.ts';
import { matches, withTokens } from './grant.ts';
import { invalidGrant, ownGrant, present, decideOnGrants } from './issue.ts';
import type { Issued } from './issue.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { isEqual, sha256 } from './secrets.ts';
import type { OAuthServer } from './server.ts';

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1 */
const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

/**
 * Gives the first tokens of a grant for its code. A code works once: sent again, somebody else may have it, and the
 * grant ends. A mistaken attempt uses nothing up, so that nobody without the verifier can spoil a sign-in.
 * @throws OAuthError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6
 */
export async function exchangeCode(server: OAuthServer, client: Client, form: Parameters): Promise<Issued> {
  const code = form.require('code');
  const redirectUri = form.require('redirect_uri');
  const challenge = await sha256(readVerifier(form));
  const shown = await present(server, client, 'code', code);
  return decideOnGrants(server, (grants) => {
    const grant = ownGrant(grants, shown);
    if (!grant || !matches(grant.code, shown.hash)) return invalidGrant('The code is unknown.');
    if (grant.refreshToken) {
      grants.delete(grant.handle);
      return invalidGrant('The code was used before; the tokens it gave are revoked.');
    }
    if (grant.code.endsAt <= shown.now) return invalidGrant('The code has expired.');
    if (grant.redirectUri !== redirectUri) return invalidGrant('The redirect_uri is not that of the authorization.');
    if (!isEqual(grant.challenge, challenge)) return invalidGrant('The code_verifier does not fit the challenge.');
    grants.update(withTokens(grant, shown.next.hashes, grant.scopes, shown.now));
    return { tokens: shown.next, scopes: grant.scopes };
  });
}

/** @throws OAuthError for a text that no client can have made: it would be too easy to guess, or none at all */
function readVerifier(form: Parameters): string {
  const verifier = form.require('code_verifier');
  if (VERIFIER.test(verifier)) return verifier;
  throw new OAuthError('invalid_request', 'The code_verifier must be 43 to 128 letters, digits, and any of -._~');
}
