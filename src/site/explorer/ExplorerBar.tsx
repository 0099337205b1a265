import { EnvironmentField } from '../session/fields/EnvironmentField.tsx';
import { EnvironmentDetails } from '../session/hosted/EnvironmentDetails.tsx';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/fields/use-session.ts';
import { SandboxButton } from '../sandbox-panel/button/SandboxButton.tsx';
import { CredentialMenu } from './CredentialMenu.tsx';

/** Where the explorer's requests go, and as whom. */
export function ExplorerBar({ session }: { session: Session }) {
  useSession(session);
  const { environment } = session;
  return (
    <div class="explorer-environment" data-environment={environment.id}>
      <EnvironmentField id="explorer-environment" session={session} hintId="explorer-hint" />
      <EnvironmentDetails id="explorer-mock" session={session} />
      <CredentialMenu session={session} />
      <p id="explorer-hint" class="explorer-hint">
        {environment.hint}
      </p>
      {environment.id !== 'live' && <SandboxButton session={session} />}
    </div>
  );
}
