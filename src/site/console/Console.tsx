import { useEffect } from 'preact/hooks';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { Call } from './call.ts';
import { useCredentialParts } from './credentials/load-parts.ts';
import type { BodyParts } from './load-body.ts';
import type { Problem } from './problems.ts';
import { RequestBar } from './RequestBar.tsx';
import { RequestForm } from './RequestForm.tsx';
import { ResponseRegion } from './response/ResponseRegion.tsx';
import { useAfterSend } from './response/use-after-send.ts';
import type { Session } from './session.ts';
import { useConsole } from './use-console.ts';

/** Told at once, before anything is sent: the JSON does not parse. */
const isWhileTyping = ({ field, at }: Problem) => field === 'body' && at !== undefined;

export interface ConsoleProps {
  operation: BundledOperation;
  session: Session;
  /** What shows a body, of an operation that takes one. */
  body: BodyParts | undefined;
  /** Send was pressed before the console was there. */
  pressed: boolean;
  /** Told of each change, to show the call as code. */
  onCall: (call: Call, server: string) => void;
}

export function Console({ operation, session, body, pressed, onCall }: ConsoleProps) {
  const console = useConsole(operation, session);
  const { root, call, problems, heldBack, asking, sending, restoring, outcome, send } = console;
  const { baseUrl } = session.environment;
  useEffect(() => onCall(call, baseUrl), [call, baseUrl]);
  const afterSend = useAfterSend();
  const PermissionNotice = useCredentialParts(session)?.PermissionNotice;
  const { LiveDialog, ProblemNotice, requestOf } = afterSend.parts ?? {};
  const asked = asking && requestOf?.(operation, asking, baseUrl);
  // A call may be sent by the history too, without the button.
  useEffect(() => {
    if (sending || asking || heldBack) afterSend.load();
  }, [sending, asking, heldBack]);
  const onSend = () => {
    if (restoring) return;
    afterSend.load();
    send();
  };
  useEffect(() => {
    if (pressed) onSend();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || asking) return;
    event.preventDefault();
    if (!sending) onSend();
  };
  return (
    <div class="ob-console" ref={root} data-environment={session.environment.id} onKeyDown={onKeyDown}>
      <RequestBar
        method={operation.method}
        path={operation.path}
        waits={restoring}
        sending={sending}
        onSend={onSend}
        onStop={console.stop}
      />
      {PermissionNotice && <PermissionNotice operation={operation} session={session} />}
      <RequestForm
        id={`try-${operation.operationId}`}
        operation={operation}
        session={session}
        body={body}
        problems={heldBack ? problems : problems.filter(isWhileTyping)}
        console={console}
      />
      {heldBack && ProblemNotice && <ProblemNotice problems={problems} onSendAnyway={console.sendAnyway} />}
      <ResponseRegion
        afterSend={afterSend}
        sending={sending}
        outcome={outcome}
        operation={operation}
        session={session}
        call={call}
        onSend={onSend}
        onSendBody={(text) => console.sendCall({ ...call, body: text })}
      />
      {asked && LiveDialog && <LiveDialog {...asked} onConfirm={console.confirm} onClose={console.cancel} />}
    </div>
  );
}
