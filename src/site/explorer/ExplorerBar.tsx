import { EnvironmentField } from '../console/form/EnvironmentField.tsx';
import { MockUrlField } from '../console/form/MockUrlField.tsx';
import type { Session } from '../console/session.ts';
import { useSession } from '../console/use-session.ts';
import { SandboxButton } from '../sandbox/SandboxButton.tsx';
import { CredentialMenu } from './CredentialMenu.tsx';

/** Where the explorer's requests go, and as whom. */
export function ExplorerBar({ session }: { session: Session }) {
  useSession(session);
  const { environment } = session;
  return (
    <div class="explorer-environment" data-environment={environment.id}>
      <EnvironmentField id="explorer-environment" session={session} hintId="explorer-hint" />
      {environment.id === 'mock' && <MockUrlField id="explorer-mock" session={session} />}
      <CredentialMenu session={session} />
      <p id="explorer-hint" class="explorer-hint">
        {environment.hint}
      </p>
      {environment.id !== 'live' && <SandboxButton session={session} />}
    </div>
  );
}
