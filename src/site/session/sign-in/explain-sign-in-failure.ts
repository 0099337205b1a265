/** Why nobody is signed in, in words that say what to do. */
import { SignInError } from './oauth/sign-in-error.ts';
import type { Environment } from '../environments.ts';
import { explainUnreachable } from '../failures/explain-unreachable.ts';

export interface SignInFailure {
  title: string;
  explanation: string;
  /** To run in a terminal. */
  command?: string;
}

/** By the code of a `SignInError`. */
const words: Record<string, SignInFailure> = {
  access_denied: { title: 'You denied access', explanation: 'Nothing was granted. Sign in again if that was a slip.' },
  window_closed: {
    title: 'The sign-in window was closed',
    explanation: 'It closed before it brought an answer, so nothing was granted.',
  },
  popup_blocked: {
    title: 'Your browser blocked the sign-in window',
    explanation: 'Allow pop-ups for this site in the address bar, then press the button again.',
  },
  wrong_state: {
    title: 'The answer belongs to another sign-in',
    explanation: 'Its state is not the one that this page sent, so it was not used. Sign in again.',
  },
  wrong_issuer: {
    title: 'The answer is from another server',
    explanation: 'It does not name the server that was asked, so it was not used. Check the address.',
  },
};

/** Explains what `signIn` rejected with. */
export async function explainSignIn(error: unknown, environment: Environment): Promise<SignInFailure> {
  if (error instanceof SignInError) {
    if (error.code === 'unreachable') return explainUnreachable(environment);
    return words[error.code] ?? { title: 'The server refused', explanation: `It says ${error.code}: ${error.message}` };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return { title: 'No answer in time', explanation: 'The sign-in window waited long enough and was closed.' };
  if (error instanceof TypeError) return explainUnreachable(environment);
  return { title: 'The sign-in failed', explanation: error instanceof Error ? error.message : String(error) };
}
