import { useState } from 'preact/hooks';
import { LazyButton } from '../../../ui/fields/LazyButton.tsx';
import { renewChunk, signInChunk } from '../../../session/sign-in/load-sign-in.ts';
import type { Session } from '../../../session/session.ts';

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
  return (
    <div class="ob-notice" data-tone="warn">
      <p>
        {ended || !signIn
          ? 'Your sign-in has ended: it was revoked, or the sandbox was reset.'
          : 'The server no longer takes this access token.'}
      </p>
      <p class="ob-actions">
        {signIn && !ended && (
          <LazyButton
            class="ob-button"
            chunk={renewChunk}
            use={({ renew }) => renew(session, signIn, session.environment).then(onSend, () => setEnded(true))}
          >
            Renew it and send
          </LazyButton>
        )}
        <LazyButton
          class="ob-button"
          chunk={signInChunk}
          use={({ openSignIn }) => openSignIn(session, scopes).then((signedIn) => signedIn && onSend())}
        >
          Sign in again and send
        </LazyButton>
      </p>
    </div>
  );
}
