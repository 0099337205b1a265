import type { Session } from './session.ts';
import { renewChunk } from './sign-in/load-sign-in.ts';

/** An access token that ends sooner is renewed before it is used, in milliseconds. */
const margin = 60_000;

/**
 * What a call to the chosen environment carries: the key, or the access token of the active sign-in, renewed where it is
 * about to end. Resolves with the old token where it cannot be renewed: the server then says why.
 */
export async function freshSecret(session: Session, now = Date.now()): Promise<string> {
  const { activeSignIn: signIn, environment, secret } = session;
  if (signIn === undefined || signIn.tokens.expiresAt - now > margin) return secret;
  return renewChunk
    .load()
    .then(({ renew }) => renew(session, signIn, environment))
    .then(
      ({ tokens }) => tokens.accessToken,
      () => secret,
    );
}
