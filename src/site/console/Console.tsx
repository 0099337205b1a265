import { useEffect } from 'preact/hooks';
import type { OperationSlice } from '../../openapi/slice.ts';
import type { SampleRequest } from '../../generators/samples/request.ts';
import { useCredentialParts } from './credentials/load-parts.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { RequestBar } from './RequestBar.tsx';
import { RequestForm } from './RequestForm.tsx';
import { ResponseRegion } from './response/ResponseRegion.tsx';
import { useAfterSend } from './response/use-after-send.ts';
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
  const afterSend = useAfterSend();
  const PermissionNotice = useCredentialParts(session)?.PermissionNotice;
  const LiveDialog = afterSend.parts?.LiveDialog;
  const onSend = () => {
    afterSend.load();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || asking) return;
    event.preventDefault();
    if (!sending) onSend();
  };
  return (
    <div class="ob-console" ref={root} data-environment={session.environment.id} onKeyDown={onKeyDown}>
      <RequestBar method={slice.method} path={slice.path} sending={sending} onSend={onSend} onStop={console.stop} />
      {PermissionNotice && <PermissionNotice slice={slice} session={session} />}
      <RequestForm
        id={`try-${slice.operationId}`}
        slice={slice}
        session={session}
        call={call}
        problems={heldBack ? problems : problems.filter(({ at }) => at !== undefined)}
        onCall={console.setCall}
      />
      {heldBack && <ProblemNotice problems={problems} onSendAnyway={console.sendAnyway} />}
      <ResponseRegion
        afterSend={afterSend}
        sending={sending}
        outcome={outcome}
        slice={slice}
        session={session}
        call={call}
        onSend={onSend}
        onSendBody={console.sendBody}
      />
      {asking && LiveDialog && (
        <LiveDialog method={request.method} url={request.url} onConfirm={console.confirm} onClose={console.cancel} />
      )}
    </div>
  );
}
