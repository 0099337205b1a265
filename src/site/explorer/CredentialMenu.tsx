import { CredentialField } from '../session/fields/CredentialField.tsx';
import { useCredentials } from '../session/credentials/load-credentials.ts';
import type { Session } from '../session/session.ts';
import { SandboxButton } from '../sandbox-panel/button/SandboxButton.tsx';

/** Every operation takes a sign-in; which scopes it needs, its own page says. */
const operation = { security: [[{ id: 'oauth2', type: 'oauth2' as const, scopes: [] }]] };

/** As whom the explorer's requests are made: the same choice as in the consoles of the pages. */
export function CredentialMenu({ session }: { session: Session }) {
  const KeepField = useCredentials(session)?.KeepField;
  return (
    <>
      <button type="button" class="ob-button" popovertarget="explorer-credential">
        {identityOf(session)}
      </button>
      <div id="explorer-credential" class="ob-console explorer-credential" popover="auto">
        <CredentialField
          id="explorer-key"
          operation={operation}
          session={session}
          problem={undefined}
          hintId="explorer-key-hint"
        />
        <p class="ob-field-hint" id="explorer-key-hint">
          For every request that you send from here to “{session.environment.name}”.
        </p>
        {KeepField && <KeepField session={session} />}
        {session.environment.id !== 'live' && (
          <p class="explorer-narrow">
            <SandboxButton session={session} />
          </p>
        )}
      </div>
    </>
  );
}

/** What requests carry, without a letter of it. */
function identityOf({ activeSignIn, key, environment }: Session): string {
  if (activeSignIn) return 'Signed in';
  if (key === '') return 'No key';
  return key === environment.defaultKey ? 'Sample key' : 'Your key';
}
