import { EnvironmentField } from '../session/fields/EnvironmentField.tsx';
import { KeyField } from '../session/fields/KeyField.tsx';
import { EnvironmentDetails } from '../session/hosted/EnvironmentDetails.tsx';
import type { Session } from '../session/session.ts';
import { Guarded } from '../ui/guard/Guarded.tsx';
import { ClockControls } from './ClockControls.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { EventControls } from './EventControls.tsx';
import { FaultControls } from './FaultControls.tsx';
import { MomentControls } from './MomentControls.tsx';
import { RecipeControls } from './RecipeControls.tsx';
import { ReceiverControls } from './ReceiverControls.tsx';
import { RecordControls } from './RecordControls.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { WorkspaceControls } from './WorkspaceControls.tsx';
import { usePanel } from './use-panel.ts';

interface PanelProps {
  session: Session;
  /** Whether the reader can choose the sandbox and the key here. Beside a console they are chosen there. */
  choosing: boolean;
}

/** What a test needs of a sandbox and the API does not have: for the workspace of the session's key. */
export function Panel({ session, choosing }: PanelProps) {
  const { snapshot, unreadable, refused, said, controlSandbox, refuse, tryAgain, showMore } = usePanel(session);
  const isLive = session.environment.id === 'live';
  return (
    <div class="ob-console ob-panel">
      {choosing ? <Choice session={session} /> : <Workspace session={session} />}
      {isLive && <LiveNotice session={session} />}
      {!isLive && unreadable && (
        <TroubleNotice trouble={unreadable}>
          <button type="button" class="ob-button" onClick={() => tryAgain(undefined)}>
            Try again
          </button>
        </TroubleNotice>
      )}
      {!isLive && !unreadable && !snapshot && <p class="ob-panel-muted">Looking at the sandbox…</p>}
      {snapshot && !unreadable && !isLive && (
        <>
          <Guarded name="The clock">
            <ClockControls clock={snapshot.clock} ahead={snapshot.ahead} controlSandbox={controlSandbox} />
          </Guarded>
          <EventControls controlSandbox={controlSandbox} />
          <div class="ob-panel-folds">
            <Guarded name="The receiver">
              <ReceiverControls receiver={snapshot.receiver} controlSandbox={controlSandbox} />
            </Guarded>
            <Guarded name="The faults">
              <FaultControls faults={snapshot.faults} controlSandbox={controlSandbox} />
            </Guarded>
            <Guarded name="The recipes">
              <RecipeControls faults={snapshot.faults} controlSandbox={controlSandbox} />
            </Guarded>
            <Guarded name="The snapshots">
              <MomentControls session={session} snapshot={snapshot} controlSandbox={controlSandbox} />
            </Guarded>
            {snapshot.workspace && (
              <WorkspaceControls session={session} workspace={snapshot.workspace} controlSandbox={controlSandbox} />
            )}
            <RecordControls session={session} controlSandbox={controlSandbox} refuse={refuse} />
          </div>
          {refused && <TroubleNotice trouble={refused} />}
          <p class="ob-panel-said" role="status">
            {said}
          </p>
          <Guarded name="The deliveries">
            <DeliveryList snapshot={snapshot} controlSandbox={controlSandbox} showMore={showMore} />
          </Guarded>
        </>
      )}
    </div>
  );
}

function Choice({ session }: { session: Session }) {
  return (
    <div class="ob-connection">
      <EnvironmentField id="panel-environment" session={session} hintId="panel-hint" />
      {session.environment.id !== 'live' && (
        <KeyField id="panel-key" session={session} problem={undefined} hintId="panel-hint" marks={null} />
      )}
      <EnvironmentDetails id="panel-mock" session={session} />
      <p class="ob-field-hint" id="panel-hint">
        Everything here acts on the workspace that this key opens, and on no other.
      </p>
      {session.note !== '' && <p class="ob-field-hint">{session.note}</p>}
    </div>
  );
}

function Workspace({ session: { environment, key } }: { session: Session }) {
  return (
    <p class="ob-panel-muted">
      {environment.name}
      {environment.id !== 'live' && (
        <>
          , the workspace of <code>{key}</code>
        </>
      )}
    </p>
  );
}

function LiveNotice({ session }: { session: Session }) {
  return (
    <div class="ob-notice">
      <p>
        <strong>Live is chosen.</strong> The live API has no clock to move and no failures to order.
      </p>
      <p>
        <button type="button" class="ob-button" onClick={() => session.chooseEnvironment('sandbox')}>
          Use the in-page sandbox
        </button>
      </p>
    </div>
  );
}
