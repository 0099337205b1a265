/** Writes a call into the history once it is answered. Fetched with the first Send. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { EnvironmentId } from '../../session/environments.ts';
import type { Outcome } from '../../session/request/send-request.ts';
import { errorOf } from '../response/help/refusal.ts';
import { keepResponse } from './kept-responses.ts';
import { browserStorage, remember } from './history.ts';
import { whatAbout } from './what-about.ts';

export function recordCall(
  operation: BundledOperation,
  call: RequestInput,
  environment: EnvironmentId,
  outcome: Outcome,
): void {
  const time = Date.now();
  const id = `${time}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
  remember(browserStorage(), {
    id,
    time,
    operationId: operation.operationId,
    method: operation.method,
    path: operation.path,
    page: location.pathname,
    environment,
    call,
    about: whatAbout(call.body, outcome),
    removed: false,
    result: outcome.kind === 'response' ? String(outcome.status) : outcome.failure.reason,
    ...(outcome.kind === 'response' && {
      requestId: outcome.headers.find(([name]) => name.toLowerCase() === 'x-request-id')?.[1],
      code: errorOf(outcome).code,
    }),
  });
  if (outcome.kind === 'response') keepResponse(id, outcome, environment);
}
