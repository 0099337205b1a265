import { useEffect } from 'preact/hooks';
import type { BundledOperation } from '../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from './request/input/request-input.ts';
import { useCredentials } from '../session/credentials/load-credentials.ts';
import type { BodyParts } from './request/load-body.ts';
import type { Problem } from './request/problems.ts';
import { RequestBar } from './request/RequestBar.tsx';
import { RequestForm } from './request/RequestForm.tsx';
import { ResponseRegion } from './response/ResponseRegion.tsx';
import { responseChunk } from './response/load-response.ts';
import { Guarded } from '../ui/guard/Guarded.tsx';
import { useLazy } from '../ui/fields/use-lazy.ts';
import type { Session } from '../session/session.ts';
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
  onCall: (call: RequestInput, server: string) => void;
  onClose: () => void;
}

export function Console({ operation, session, body, pressed, onCall, onClose }: ConsoleProps) {
  const console = useConsole(operation, session);
  const { root, call, problems, heldBack, asking, sending, restoring, outcome } = console;
  const { baseUrl } = session.environment;
  useEffect(() => onCall(call, baseUrl), [call, baseUrl]);
  // A call may be sent by the history too, without the button.
  const response = useLazy(responseChunk, sending || asking !== undefined || heldBack);
  const PermissionNotice = useCredentials(session)?.PermissionNotice;
  const { LiveDialog, ProblemNotice, requestOf, refusedField } = response.value ?? {};
  const refused = outcome && refusedField?.(operation, console.sent, call, outcome);
  const asked = asking && requestOf?.(operation, asking, baseUrl);
  const { onSend, onKeyDown } = useSending(console, response.preload, pressed);
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
      <Guarded name="The form">
        <RequestForm
          id={`try-${operation.operationId}`}
          operation={operation}
          session={session}
          body={body}
          problems={problems.filter((problem) => heldBack || isWhileTyping(problem)).concat(refused ?? [])}
          console={console}
          onClose={onClose}
        />
      </Guarded>
      {heldBack && ProblemNotice && <ProblemNotice problems={problems} onSendAnyway={console.sendAnyway} />}
      <ResponseRegion
        sending={sending}
        outcome={outcome}
        operation={operation}
        session={session}
        call={call}
        refused={refused}
        onShow={console.show}
        onSend={onSend}
        onSendBody={(text) => console.sendCall({ ...call, body: text })}
      />
      {asked && LiveDialog && <LiveDialog {...asked} onConfirm={console.confirm} onClose={console.cancel} />}
    </div>
  );
}

/** Send by the button, by Ctrl+Enter, and by a press that came before the console. */
function useSending(
  { sending, asking, restoring, send }: ReturnType<typeof useConsole>,
  preload: () => void,
  pressed: boolean,
) {
  const onSend = () => {
    if (restoring) return;
    preload();
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
  return { onSend, onKeyDown };
}
