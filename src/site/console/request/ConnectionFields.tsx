import { lazy } from '../../lazy.ts';
import { useLazy } from '../../ui/fields/use-lazy.ts';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { CredentialField } from '../../session/fields/CredentialField.tsx';
import { useCredentials } from '../../session/credentials/load-credentials.ts';
import { needsKey } from '../../session/credentials/operation-access.ts';
import { SandboxButton } from '../../sandbox-panel/button/SandboxButton.tsx';
import type { Session } from '../../session/session.ts';
import { EnvironmentField } from '../../session/fields/EnvironmentField.tsx';

const detailsChunk = lazy(() => import('../../session/hosted/environment-details.chunk.ts'));

interface ConnectionFieldsProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  operation: BundledOperation;
  session: Session;
  keyProblem: string | undefined;
}

/** The environment and the credentials of a call, with a hint on what the choice means. */
export function ConnectionFields({ id, operation, session, keyProblem }: ConnectionFieldsProps) {
  const { environment } = session;
  const asksForKey = needsKey(operation);
  const parts = useCredentials(session);
  const isSandboxOverHttp = environment.id === 'mock' || environment.id === 'hosted';
  const details = useLazy(detailsChunk, isSandboxOverHttp).value;
  const hintId = `${id}-connection`;
  return (
    <div class="ob-connection">
      <EnvironmentField id={`${id}-environment`} session={session} hintId={hintId} />
      {asksForKey && (
        <CredentialField
          id={`${id}-key`}
          operation={operation}
          session={session}
          problem={keyProblem}
          hintId={hintId}
        />
      )}
      {isSandboxOverHttp &&
        (details ? <details.EnvironmentDetails id={`${id}-mock`} session={session} /> : <div class="ob-room" />)}
      <p class="ob-field-hint" id={hintId}>
        {environment.hint} {environment.id === 'sandbox' && 'The samples below name the live API.'}{' '}
        {asksForKey && (session.activeSignIn ? parts?.scopeHint(operation) : levelHint(operation))}{' '}
        {environment.id !== 'live' && <SandboxButton session={session} />}
      </p>
      <p class="ob-field-hint" role="status">
        {session.note}
      </p>
      {asksForKey && parts && <parts.KeepField session={session} />}
    </div>
  );
}

function levelHint(operation: BundledOperation): string {
  const level = operation.extensions['x-key-level'];
  return typeof level === 'string' ? `Needs a key of the level “${level}” or higher.` : '';
}
