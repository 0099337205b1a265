import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { Field } from '../form/Field.tsx';
import { KeyField } from '../form/KeyField.tsx';
import type { Session } from '../session.ts';
import { useCredentialParts } from './load-parts.ts';
import { scopesOf } from './scopes.ts';

interface CredentialFieldProps {
  id: string;
  operation: Pick<BundledOperation, 'security'>;
  session: Session;
  problem: string | undefined;
  /** Id of the text that tells what is needed. */
  hintId: string;
}

/** As whom: with an API key or as a user who signed in, for each environment by itself. */
export function CredentialField({ id, operation, session, problem, hintId }: CredentialFieldProps) {
  const parts = useCredentialParts(session);
  const scopes = scopesOf(operation);
  const signIn = async () => {
    if (session.signIn) return session.useKey(false);
    const { openSignIn } = await import('../sign-in/open-sign-in.ts');
    await openSignIn(session, scopes ?? []);
  };
  const { activeSignIn } = session;
  if (activeSignIn && !parts) return <Field id={id} label="Signed in" />;
  if (activeSignIn && parts) {
    return (
      <parts.SignInField id={id} session={session} scopes={scopes ?? []} signIn={activeSignIn} problem={problem} />
    );
  }
  const other = scopes && (
    <button type="button" class="ob-link" onClick={() => void signIn()}>
      {session.signIn ? 'Use your sign-in' : 'Sign in with Orbinto'}
    </button>
  );
  return <KeyField id={id} session={session} problem={problem} hintId={hintId} marks={other} />;
}
