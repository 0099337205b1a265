import { useState } from 'preact/hooks';
import type { Session } from '../session.ts';

interface TokenHelpProps {
  session: Session;
  /** What the operation needs. */
  scopes: string[];
  onSend: () => void;
}

/** A token that the server no longer takes: renew it, or sign in again. */
export function TokenHelp({ session, scopes, onSend }: TokenHelpProps) {
  const [ended, setEnded] = useState(false);
  const signIn = session.activeSignIn;
  const renewAndSend = async () => {
    if (!signIn) return;
    const { renew } = await import('../sign-in/renew.ts');
    await renew(session, signIn, session.environment).then(onSend, () => setEnded(true));
  };
  const signInAndSend = async () => {
    const { openSignIn } = await import('../sign-in/open-sign-in.ts');
    if (await openSignIn(session, scopes)) onSend();
  };
  return (
    <div class="ob-notice" data-tone="warn">
      <p>
        {ended || !signIn
          ? 'Your sign-in has ended: it was revoked, or the sandbox was reset.'
          : 'The server no longer takes this access token.'}
      </p>
      <p class="ob-actions">
        {signIn && !ended && (
          <button type="button" class="ob-button" onClick={() => void renewAndSend()}>
            Renew it and send
          </button>
        )}
        <button type="button" class="ob-button" onClick={() => void signInAndSend()}>
          Sign in again and send
        </button>
      </p>
    </div>
  );
}
