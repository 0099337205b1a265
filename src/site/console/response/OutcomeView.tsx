import type { OperationSlice } from '../../../openapi/slice.ts';
import type { Call } from '../call.ts';
import { resetSandbox } from '../environments.ts';
import type { Outcome } from '../exchange.ts';
import { AnswerHelp } from '../failures/AnswerHelp.tsx';
import { FailureView } from '../failures/FailureView.tsx';
import { requestOf } from '../make-request.ts';
import type { Session } from '../session.ts';
import { AnswerView } from './AnswerView.tsx';
import { withFreshEmail } from './conflict.ts';
import { ConflictOffer } from './ConflictOffer.tsx';

export interface OutcomeViewProps {
  slice: OperationSlice;
  session: Session;
  /** What the form holds now. */
  call: Call;
  outcome: Outcome;
  onSend: () => void;
  /** Sends the call with another body. */
  onSendBody: (body: string) => void;
}

/** What came of a request, and what the reader may do next about it. */
export function OutcomeView(props: OutcomeViewProps) {
  const { slice, session, call, outcome, onSend } = props;
  if (outcome.kind === 'failure') {
    return <FailureView failure={outcome.failure} request={requestOf(slice, call, session.environment.baseUrl)} />;
  }
  return (
    <AnswerView slice={slice} call={call} answer={outcome}>
      {outcome.status === 409 && conflictOffer(props)}
      <AnswerHelp slice={slice} session={session} answer={outcome} onSend={onSend} />
    </AnswerView>
  );
}

/** Sample data may be changed without a second thought, real data may not. */
function conflictOffer({ slice, session: { environment, key }, call, onSend, onSendBody }: OutcomeViewProps) {
  if (environment.id === 'live') return null;
  const fresh = withFreshEmail(slice, call.body, Date.now().toString(36));
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
