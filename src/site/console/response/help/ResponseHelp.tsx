import type { BundledOperation } from '../../../../openapi/bundle/bundled-operation.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { scopesOf } from '../../../session/credentials/operation-access.ts';
import { missingPermissionOf } from '../../../session/credentials/missing-permission.ts';
import { RemedyButton } from '../../../session/credentials/RemedyButton.tsx';
import type { Session } from '../../../session/session.ts';
import { RetryCountdown } from './RetryCountdown.tsx';
import { errorOf, retryAfter } from './refusal.ts';
import { TokenHelp } from './TokenHelp.tsx';

interface ResponseHelpProps {
  operation: BundledOperation;
  session: Session;
  response: ApiResponse;
  onSend: () => void;
}

/** The way on from an answer that refused the caller: the wrong key, too little permission, a limit that is used up. */
export function ResponseHelp({ operation, session, response, onSend }: ResponseHelpProps) {
  const { status } = response;
  if (status === 429) return <RetryCountdown seconds={retryAfter(response)} onRetry={onSend} />;
  if (status !== 401 && status !== 403) return null;
  const missing = missingPermissionOf(operation, session);
  // The server takes whatever is no key for a token; here it is known whether somebody has signed in.
  if (errorOf(response).code === 'invalid_access_token' && (session.activeSignIn || !missing)) {
    return <TokenHelp session={session} scopes={scopesOf(operation) ?? []} onSend={onSend} />;
  }
  if (!missing || missing.remedies.length === 0) return null;
  return (
    <div class="ob-notice" data-tone="warn">
      <p>{missing.message}</p>
      <p class="ob-actions">
        {missing.remedies.map((remedy) => (
          <RemedyButton key={remedy.kind} session={session} remedy={remedy} class="ob-button" onReady={onSend}>
            {remedy.kind !== 'environment' && ' and send'}
          </RemedyButton>
        ))}
      </p>
    </div>
  );
}
