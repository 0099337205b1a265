import { useEffect } from 'preact/hooks';
import type { OperationSlice } from '../../openapi/slice.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { withFreshEmail } from './conflict.ts';
import { ConflictOffer } from './ConflictOffer.tsx';
import { resetSandbox } from './environments.ts';
import { LiveDialog } from './LiveDialog.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { RequestBar } from './RequestBar.tsx';
import { RequestForm } from './RequestForm.tsx';
import { Announcement } from './response/Announcement.tsx';
import { ResponseView } from './response/ResponseView.tsx';
import type { Session } from './session.ts';
import { useConsole } from './use-console.ts';

interface ConsoleProps {
  slice: OperationSlice;
  session: Session;
  /** Told of each request that the form makes, to show it as code. */
  onRequest: (request: SampleRequest) => void;
}

export function Console({ slice, session, onRequest }: ConsoleProps) {
  const console = useConsole(slice, session);
  const { root, call, request, problems, heldBack, asking, sending, outcome, send } = console;
  useEffect(() => onRequest(request), [JSON.stringify(request)]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || asking) return;
    event.preventDefault();
    if (!sending) send();
  };
  return (
    <div class="ob-console" ref={root} data-environment={session.environment.id} onKeyDown={onKeyDown}>
      <RequestBar
        method={slice.method}
        path={slice.path}
        sending={sending}
        onSend={() => send()}
        onStop={console.stop}
      />
      <RequestForm
        id={`try-${slice.operationId}`}
        slice={slice}
        session={session}
        call={call}
        problems={heldBack ? problems : problems.filter(({ at }) => at !== undefined)}
        onCall={console.setCall}
      />
      {heldBack && <ProblemNotice problems={problems} onSendAnyway={console.sendAnyway} />}
      <ResponseView slice={slice} sending={sending} outcome={outcome}>
        {outcome?.kind === 'answer' && outcome.status === 409 && conflictOffer(slice, session, console)}
      </ResponseView>
      <Announcement sending={sending} outcome={outcome} />
      {asking && (
        <LiveDialog method={request.method} url={request.url} onConfirm={console.confirm} onClose={console.cancel} />
      )}
    </div>
  );
}

/** Sample data may be changed without a second thought, real data may not. */
function conflictOffer(
  slice: OperationSlice,
  { environment, key }: Session,
  { call, send, sendBody }: ReturnType<typeof useConsole>,
) {
  if (environment.id === 'live') return null;
  const fresh = withFreshEmail(slice, call.body, Date.now().toString(36));
  const resetAndSend = async () => {
    await resetSandbox(key);
    send();
  };
  return (
    <ConflictOffer
      onFreshEmail={fresh === undefined ? undefined : () => sendBody(fresh)}
      onReset={environment.id === 'sandbox' ? () => void resetAndSend() : undefined}
    />
  );
}
