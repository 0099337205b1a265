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
    const next = { clientId, tokens: await refresh(authorizationServer(environment), clientId, tokens) };
    session.replaceSignIn(signIn, next);
    return next;
  } catch (error) {
    if (error instanceof SignInError && error.code === 'invalid_grant') session.replaceSignIn(signIn, undefined);
    throw error;
  }
}

/** Signs out of the chosen environment. Without an answer the tokens are forgotten all the same, and end by themselves. */
export async function signOut(session: Session): Promise<void> {
  const { signIn, environment } = session;
  if (signIn === undefined) return;
  session.setSignIn(undefined);
  await revoke(authorizationServer(environment), signIn.clientId, signIn.tokens).catch(() => undefined);
}
