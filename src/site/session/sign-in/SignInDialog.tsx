import { useEffect, useRef, useState } from 'preact/hooks';
import { consents } from '../../../sandbox/generated/policies.ts';
import { callbackAddress } from './oauth/sign-in-channel.ts';
import { FailureView } from '../failures/FailureView.tsx';
import type { Session } from '../session.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import './sign-in.css';
import { useSignIn } from './use-sign-in.ts';

interface SignInDialogProps {
  session: Session;
  needed: readonly string[];
  onClose: (signedIn: boolean) => void;
}

/** The public client of the sandbox. */
const sandboxClient = 'client_test';

/** Asks what the app may do, then sends the user to the environment's own consent page. */
export function SignInDialog({ session, needed, onClose }: SignInDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const live = session.environment.id === 'live';
  const [clientId, setClientId] = useState(session.signIn?.clientId ?? (live ? '' : sandboxClient));
  const [scopes, setScopes] = useState(() => proposed(session, needed));
  const done = useRef(false);
  const { waiting, failure, start, showWindow } = useSignIn(session, () => {
    done.current = true;
    dialog.current?.close();
  });
  useEffect(() => dialog.current?.showModal(), []);
  const ready = scopes.length > 0 && clientId !== '';
  return (
    <dialog
      class="ob-dialog ob-sign-in"
      ref={dialog}
      aria-labelledby="ob-sign-in-title"
      onClose={() => onClose(done.current)}
    >
      <h2 id="ob-sign-in-title">Sign in with Orbinto</h2>
      <p>{introduction(session)}</p>
      {live && <ClientField value={clientId} onInput={setClientId} />}
      <ScopeChoice chosen={scopes} needed={needed} disabled={waiting} onChange={setScopes} />
      {failure && <FailureView failure={failure} />}
      <p role="status" class="ob-hidden">
        {waiting ? 'Waiting for your answer in the sign-in window' : failure?.title}
      </p>
      <p class="ob-actions">
        <button type="button" class="ob-button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        {waiting && (
          <button type="button" class="ob-button" onClick={showWindow}>
            Show the window
          </button>
        )}
        <button
          type="button"
          class="ob-button"
          data-primary
          disabled={!ready || waiting}
          onClick={() => void start(clientId, scopes)}
        >
          {waiting ? 'Waiting for your answer…' : failure ? 'Try again' : 'Continue'}
        </button>
      </p>
    </dialog>
  );
}

/** What the call needs and what was granted before, in the order of the list; all where nothing is known. */
function proposed({ signIn }: Session, needed: readonly string[]): string[] {
  const all = Object.keys(consents);
  const known = all.filter((scope) => needed.includes(scope) || signIn?.tokens.scopes.includes(scope));
  return known.length > 0 ? known : all;
}

function introduction({ environment }: Session): string {
  if (environment.id === 'live')
    return 'Your real workspace. A window of app.orbinto.com opens and asks for your consent; the tokens come back to this page and stay in its memory.';
  const { id } = environment;
  const where = { mock: 'your local mock', hosted: 'the hosted sandbox', sandbox: 'the sandbox in this browser' }[id];
  return `The flow that your app would run: authorization code with PKCE, against ${where}. A window opens and asks for your consent.`;
}

/** The site has no client of its own at Orbinto: the reader's app signs in. */
function ClientField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <div class="ob-sign-in-client">
      <label for="ob-client-id">Client id</label>
      <input
        id="ob-client-id"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="ob-client-hint"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value.trim())}
      />
      <p class="ob-field-hint" id="ob-client-hint">
        Live takes the id of a public client that you registered with the redirect URI{' '}
        <code>{callbackAddress().href}</code>. There is no shared one.
      </p>
    </div>
  );
}
