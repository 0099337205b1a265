import type { OperationSlice } from '../../../openapi/slice.ts';
import { scopesOf } from '../preflight/shortfall.ts';
import type { Session } from '../session.ts';
import { KeyField } from './KeyField.tsx';
import { SignInField } from './SignInField.tsx';

interface CredentialFieldProps {
  id: string;
  slice: Pick<OperationSlice, 'security'>;
  session: Session;
  problem: string | undefined;
  /** Id of the text that tells what is needed. */
  hintId: string;
}

/** As whom: with an API key or as a user who signed in, for each environment by itself. */
export function CredentialField({ id, slice, session, problem, hintId }: CredentialFieldProps) {
  const scopes = scopesOf(slice);
  const signIn = async () => {
    if (session.signIn) return session.useKey(false);
    const { openSignIn } = await import('../sign-in/open-sign-in.ts');
    await openSignIn(session, scopes);
  };
  if (session.activeSignIn) {
    return <SignInField id={id} session={session} scopes={scopes} signIn={session.activeSignIn} problem={problem} />;
  }
  const other = scopes.length > 0 && (
    <button type="button" class="ob-link" onClick={() => void signIn()}>
      {session.signIn ? 'Use your sign-in' : 'Sign in with Orbinto'}
    </button>
  );
  return <KeyField id={id} session={session} problem={problem} hintId={hintId} marks={other} />;
}
