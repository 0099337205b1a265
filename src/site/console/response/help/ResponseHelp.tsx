import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { Answer } from '../../../session/request/send-request.ts';
import { scopesOf } from '../../../session/credentials/operation-access.ts';
import { shortfallOf } from '../../../session/credentials/missing-permission.ts';
import { RemedyButton } from '../../../session/credentials/RemedyButton.tsx';
import type { Session } from '../../../session/session.ts';
import { RetryCountdown } from './RetryCountdown.tsx';
import { errorCode, retryAfter } from './refusal.ts';
import { TokenHelp } from './TokenHelp.tsx';

interface AnswerHelpProps {
  operation: BundledOperation;
  session: Session;
  answer: Answer;
  onSend: () => void;
}

/** The way on from an answer that refused the caller: the wrong key, too little permission, a limit that is used up. */
export function AnswerHelp({ operation, session, answer, onSend }: AnswerHelpProps) {
  const { status } = answer;
  if (status === 429) return <RetryCountdown seconds={retryAfter(answer)} onRetry={onSend} />;
  if (status !== 401 && status !== 403) return null;
  if (errorCode(answer) === 'invalid_access_token') {
    return <TokenHelp session={session} scopes={scopesOf(operation) ?? []} onSend={onSend} />;
  }
  const shortfall = shortfallOf(operation, session);
  if (!shortfall || shortfall.remedies.length === 0) return null;
  return (
    <div class="ob-notice" data-tone="warn">
      <p>{shortfall.message}</p>
      <p class="ob-actions">
        {shortfall.remedies.map((remedy) => (
          <RemedyButton key={remedy.kind} session={session} remedy={remedy} class="ob-button" onReady={onSend}>
            {remedy.kind !== 'environment' && ' and send'}
          </RemedyButton>
        ))}
      </p>
    </div>
  );
}
