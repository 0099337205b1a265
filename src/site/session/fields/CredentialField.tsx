import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import { signInChunk } from '../sign-in/load-sign-in.ts';
import { KeyField } from './KeyField.tsx';
import type { Session } from '../session.ts';
import { credentialsChunk, useCredentials } from '../credentials/load-credentials.ts';
import { scopesOf } from '../credentials/operation-access.ts';

interface CredentialFieldProps {
  id: string;
  operation: Pick<BundledOperation, 'security'>;
  session: Session;
  problem: string | undefined;
  /** Id of the text that tells what is needed. */
  hintId: string;
}

/** What calls are made with, for each environment by itself: an API key, or the sign-in of a user. */
export function CredentialField({ id, operation, session, problem, hintId }: CredentialFieldProps) {
  const parts = useCredentials(session);
  const scopes = scopesOf(operation);
  const { activeSignIn } = session;
  if (activeSignIn && !parts) {
    return (
      <Field id={id} label="Signed in">
        {credentialsChunk.failed && (
          <LazyButton chunk={credentialsChunk} use={() => undefined}>
            Load the rest
          </LazyButton>
        )}
      </Field>
    );
  }
  if (activeSignIn && parts) {
    return (
      <parts.SignInField id={id} session={session} scopes={scopes ?? []} signIn={activeSignIn} problem={problem} />
    );
  }
  const other = session.signIn ? (
    <button type="button" class="ob-link" onClick={() => session.useKey(false)}>
      Use your sign-in
    </button>
  ) : (
    <LazyButton chunk={signInChunk} use={({ openSignIn }) => openSignIn(session, scopes ?? [])}>
      Sign in with Orbinto
    </LazyButton>
  );
  return <KeyField id={id} session={session} problem={problem} hintId={hintId} marks={scopes && other} />;
}
