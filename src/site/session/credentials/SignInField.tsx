import { useEffect, useReducer } from 'preact/hooks';
import type { SignIn } from '../session-secrets.ts';
import type { Session } from '../session.ts';
import { LazyButton } from '../../ui/fields/LazyButton.tsx';
import { renewChunk, signInChunk } from '../sign-in/load-sign-in.ts';
import { Field } from '../../ui/fields/Field.tsx';

interface SignInFieldProps {
  id: string;
  session: Session;
  /** What the operation needs. */
  scopes: string[];
  signIn: SignIn;
  problem: string | undefined;
}

const minute = 60_000;

/** The sign-in that calls are made with: what it may do, for how long, and the ways out of it. */
export function SignInField({ id, session, scopes, signIn, problem }: SignInFieldProps) {
  useMinutes();
  const { tokens, renewedAt } = signIn;
  const useKey = (
    <button type="button" class="ob-link" onClick={() => session.useKey(true)}>
      Use an API key
    </button>
  );
  return (
    <Field id={id} label="Signed in" hint="Signing out revokes the tokens." problem={problem} marks={useKey}>
      <div class="ob-signed-in">
        <output id={id} title={tokens.scopes.join('\n')}>
          {tokens.scopes.length} {tokens.scopes.length === 1 ? 'scope' : 'scopes'} · {timeLeft(tokens.expiresAt)}
          {renewedAt !== undefined && `, renewed at ${clockTime(renewedAt)}`}
        </output>
        <LazyButton chunk={signInChunk} use={({ openSignIn }) => openSignIn(session, scopes)} data-field="key">
          Scopes
        </LazyButton>
        <LazyButton chunk={renewChunk} use={({ signOut }) => signOut(session)}>
          Sign out
        </LazyButton>
      </div>
    </Field>
  );
}

/** A token that has ended is renewed by the next call. */
function timeLeft(expiresAt: number): string {
  const minutes = Math.round((expiresAt - Date.now()) / minute);
  return minutes < 1 ? 'renewed with the next call' : `expires in ${minutes} min`;
}

/** `14:05` */
function clockTime(time: number): string {
  return new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

function useMinutes(): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => tick(undefined), minute / 2);
    return () => clearInterval(timer);
  }, []);
}
