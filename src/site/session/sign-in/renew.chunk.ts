/** Gets new tokens for a sign-in, or ends it. */
import { authorizationServer } from './oauth/authorization-server.ts';
import { SignInError } from './oauth/sign-in-error.ts';
import { refresh, revoke } from './oauth/authorization-code.ts';
import type { Environment } from '../environments.ts';
import type { SignIn } from '../session-secrets.ts';
import type { Session } from '../session.ts';

/** A refresh token works once: whoever asks while an answer is on its way waits for the same one. */
const running = new WeakMap<SignIn, Promise<SignIn>>();

/**
 * Gets new tokens for a sign-in. One that the server no longer knows is given up.
 * @param environment The one that it was made in.
 * @throws SignInError with the server's code
 * @throws TypeError when the server does not answer
 */
export function renew(session: Session, signIn: SignIn, environment: Environment): Promise<SignIn> {
  const asked = running.get(signIn) ?? ask(session, signIn, environment);
  running.set(signIn, asked);
  return asked.finally(() => running.delete(signIn));
}

async function ask(session: Session, signIn: SignIn, environment: Environment): Promise<SignIn> {
  const { clientId, tokens } = signIn;
  try {
    const renewed = await refresh(authorizationServer(environment), clientId, tokens);
    const next = { clientId, tokens: renewed, renewedAt: Date.now() };
    session.replaceSignIn(signIn, next);
    return next;
  } catch (error) {
    if (error instanceof SignInError && error.code === 'invalid_grant') session.replaceSignIn(signIn, undefined);
    throw error;
  }
}

/** Signs out of the chosen environment and says how it ended. Without an answer the tokens are forgotten all the same. */
export async function signOut(session: Session): Promise<void> {
  const { signIn, environment } = session;
  if (signIn === undefined) return;
  session.setSignIn(undefined);
  session.say('Signing out…');
  await revoke(authorizationServer(environment), signIn.clientId, signIn.tokens).then(
    () => session.say('Signed out: the server has revoked the tokens.'),
    () =>
      session.say('Signed out here. The server did not confirm that it revoked the tokens; they end by themselves.'),
  );
}
