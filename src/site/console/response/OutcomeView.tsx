import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import { resetSandbox } from '../../session/environments.ts';
import type { Outcome as CallOutcome } from '../../session/request/send-request.ts';
import { Guarded } from '../../ui/guard/Guarded.tsx';
import { ErrorHelp } from './help/ErrorHelp.tsx';
import type { Problem } from '../request/problems.ts';
import { ResponseHelp } from './help/ResponseHelp.tsx';
import { FailureView } from '../../session/failures/FailureView.tsx';
import { requestOf } from '../request/make-request.ts';
import type { Session } from '../../session/session.ts';
import { ResponseView } from './ResponseView.tsx';
import { withFreshEmail } from './fresh-email.ts';
import { ConflictOffer } from './ConflictOffer.tsx';

export interface OutcomeViewProps {
  operation: BundledOperation;
  session: Session;
  /** What the form holds now. */
  call: RequestInput;
  outcome: CallOutcome;
  /** What the answer says of a field of the form. */
  refused: Problem | undefined;
  /** Brings the reader to a field. */
  onShow: (problem: Problem) => void;
  onSend: () => void;
  /** Sends the call with another body. */
  onSendBody: (body: string) => void;
}

/** What came of a request, and what the reader may do next about it. */
export function OutcomeView(props: OutcomeViewProps) {
  return (
    <Guarded name="What came of the request">
      <Outcome {...props} />
    </Guarded>
  );
}

function Outcome(props: OutcomeViewProps) {
  const { operation, session, call, outcome, onSend } = props;
  if (outcome.kind === 'failure') {
    return <FailureView failure={outcome.failure} request={requestOf(operation, call, session.environment.baseUrl)} />;
  }
  return (
    <ResponseView operation={operation} call={call} response={outcome}>
      <ErrorHelp response={outcome} refused={props.refused} onShow={props.onShow} />
      {outcome.status === 409 && conflictOffer(props)}
      <ResponseHelp operation={operation} session={session} response={outcome} onSend={onSend} />
    </ResponseView>
  );
}

/** Sample data may be changed without a second thought, real data may not. */
function conflictOffer({ operation, session: { environment, key }, call, onSend, onSendBody }: OutcomeViewProps) {
  if (environment.id === 'live') return null;
  const fresh = withFreshEmail(operation, call.body, Date.now().toString(36));
  const resetAndSend = async () => {
    await resetSandbox(key);
    onSend();
  };
  return (
    <ConflictOffer
      onFreshEmail={fresh === undefined ? undefined : () => onSendBody(fresh)}
      onReset={environment.id === 'sandbox' ? () => void resetAndSend() : undefined}
    />
  );
}
