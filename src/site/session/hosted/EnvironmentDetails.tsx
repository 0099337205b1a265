import { MockUrlField } from '../mock/MockUrlField.tsx';
import type { Session } from '../session.ts';
import { HostedWorkspace } from './HostedWorkspace.tsx';

/** What an environment over HTTP needs besides a key: the address of a mock, a workspace in the hosted sandbox. */
export function EnvironmentDetails({ id, session }: { id: string; session: Session }) {
  if (session.environment.id === 'mock') return <MockUrlField id={id} session={session} />;
  return session.environment.id === 'hosted' ? <HostedWorkspace session={session} /> : null;
}
