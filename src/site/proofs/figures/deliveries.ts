import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { DeliveryView } from '../../../sandbox/control/delivery-view.ts';
import { limits, retries } from '../../../sandbox/generated/policies.ts';
import { duration, elapsed } from '../../facts/prose-numbers.ts';
import type { ProofLine } from '../proof.ts';
import {
  answerWith,
  deliveryTo,
  emit,
  listWebhooks,
  moveOn,
  register,
  requestWebhook,
  secondsBetween,
} from './endpoint.ts';
import { claim, refusal } from './ground.ts';
import type { FigureProof } from './ground.ts';

const EVENT = 'message.created';
const SECOND = 1000;

/** As many webhooks as a workspace may have, those of the sample data among them, and one more. */
export const webhooks: FigureProof = async (sandbox) => {
  const most = limits.webhooks_per_workspace;
  let number = (await listWebhooks(sandbox)).length;
  let refused: Response | undefined;
  while (!refused && number <= most) {
    const response = await requestWebhook(sandbox, [EVENT]);
    if (response.ok) number += 1;
    else refused = response;
  }
  const line = claim(`${number} webhooks: there`, number === most);
  return refused ? [line, await refusal('One more', refused, 'webhook_limit_reached')] : [line];
};

/** How long after an event the endpoint has it. */
export const firstAttempt: FigureProof = async (sandbox) => {
  const { created_at: happened, attempts } = await deliver(sandbox, {}, retries.first_attempt_within_seconds);
  const [first] = attempts;
  if (!first) return [claim('The endpoint has not been called.', false)];
  const seconds = secondsBetween(happened, first.started_at);
  const isInTime = seconds <= retries.first_attempt_within_seconds;
  return [
    claim(`The endpoint is called ${seconds === 0 ? 'at once' : `${elapsed(seconds)} after the event`}`, isInTime),
  ];
};

/** An endpoint that answers in the last moment, and one that does not. */
export const deliveryTimeout: FigureProof = async (sandbox) => {
  const most = retries.timeout_seconds;
  const last = await deliver(sandbox, { delay_ms: most * SECOND - 1 }, most + retries.first_attempt_within_seconds);
  const late = await deliver(sandbox, { delay_ms: most * SECOND }, most + retries.first_attempt_within_seconds);
  const error = late.attempts[0]?.error?.message;
  return [
    claim(`An answer a millisecond before ${duration(most)} are over: ${last.status}`, last.status === 'delivered'),
    claim(`A millisecond later: ${late.status}. ${error ?? ''}`, late.status === 'pending' && error !== undefined),
  ];
};

/** An endpoint that is down for good: each attempt, and the end. */
export const schedule: FigureProof = async (sandbox) => {
  const delays: readonly number[] = retries.delays_seconds;
  const total = delays.reduce((sum, delay) => sum + delay, 0);
  const { status, attempts } = await deliver(sandbox, { status: 503 }, total + retries.first_attempt_within_seconds);
  const lines = attempts.map(({ started_at: at }, index): ProofLine => {
    const before = attempts[index - 1];
    if (!before) return claim('Attempt 1: 503', true);
    const pause = secondsBetween(before.ended_at, at);
    return claim(`Attempt ${index + 1}, ${duration(pause)} after the one before: 503`, pause === delays[index - 1]);
  });
  const isDone = status === 'failed' && attempts.length === delays.length + 1;
  return [...lines, claim(`Then the delivery is ${status}, ${elapsed(total)} after the first attempt.`, isDone)];
};

/** One event to one new webhook, seen a while later by the sandbox's clock. */
async function deliver(sandbox: PrivateSandbox, receiver: object, seconds: number): Promise<DeliveryView> {
  const { id } = await register(sandbox, [EVENT]);
  await answerWith(sandbox, receiver);
  await emit(sandbox, EVENT);
  await moveOn(sandbox, seconds);
  return deliveryTo(sandbox, id);
}
