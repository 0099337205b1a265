/** Writes a call into the history once it is answered. Fetched with the first Send. */
import type { OperationSlice } from '../../../openapi/slice.ts';
import type { Call } from '../call.ts';
import type { EnvironmentId } from '../environments.ts';
import type { Outcome } from '../exchange.ts';
import { keepAnswer } from './answers.ts';
import { browserStorage, remember } from './history.ts';

export function record(slice: OperationSlice, call: Call, environment: EnvironmentId, outcome: Outcome): void {
  const time = Date.now();
  const id = `${time}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
  remember(browserStorage(), {
    id,
    time,
    operationId: slice.operationId,
    method: slice.method,
    path: slice.path,
    page: location.pathname,
    environment,
    call,
    removed: false,
    result: outcome.kind === 'answer' ? String(outcome.status) : outcome.failure.reason,
  });
  if (outcome.kind === 'answer') keepAnswer(id, outcome, environment);
}
