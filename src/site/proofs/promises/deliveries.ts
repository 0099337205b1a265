/** What the webhooks guide promises of deliveries, beside its figures. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { AttemptView } from '../../../sandbox/control/delivery-view.ts';
import { retries } from '../../../sandbox/generated/policies.ts';
import { duration } from '../../facts/prose-numbers.ts';
import {
  answerWith,
  deliveriesTo,
  deliveryTo,
  emit,
  freeze,
  listWebhooks,
  moveOn,
  register,
  secondsBetween,
} from '../figures/endpoint.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim } from '../figures/ground.ts';
import type { FigureProof } from '../figures/ground.ts';

const EVENT = 'message.created';
const delays: readonly number[] = retries.delays_seconds;
const [firstDelay = 0] = delays;
const everyRetry = delays.reduce((sum, delay) => sum + delay, 0);

const idOf = ({ request }: AttemptView): string => request.headers['webhook-id'] ?? 'none';
const timeOf = ({ request }: AttemptView): string => request.headers['webhook-timestamp'] ?? 'none';

/** One event for an endpoint that fails; the clock stands still. @returns the id of the webhook */
async function failing(sandbox: PrivateSandbox, receiver: object = { status: 503 }): Promise<string> {
  await freeze(sandbox);
  const { id } = await register(sandbox, [EVENT]);
  await answerWith(sandbox, receiver);
  await emit(sandbox, EVENT);
  await moveOn(sandbox, 0);
  return id;
}

async function isFailed(sandbox: PrivateSandbox, webhook: string): Promise<boolean> {
  return (await listWebhooks(sandbox)).some(({ id, status }) => id === webhook && status === 'failed');
}

/** A new webhook is looked at again. */
export const secretOnce: FigureProof = async (sandbox) => {
  const { id, secret } = await register(sandbox, [EVENT]);
  const shown = (await listWebhooks(sandbox)).find((webhook) => webhook.id === id);
  return [
    claim(`The answer to the registration: ${secret.slice(0, 9)}…`, /^whsec_./.test(secret)),
    claim('The list has the webhook, and not its secret.', shown !== undefined && !('secret' in shown)),
  ];
};

/** A contact is changed: what its webhook gets, and what a GET answers. */
export const recordOfGet: FigureProof = async (sandbox) => {
  await freeze(sandbox);
  const { id } = await register(sandbox, ['contact.created']);
  const body = { email: 'ada@example.com', name: 'Ada', tags: ['vip'], custom_attributes: { plan: 'pro' } };
  const contact = await expectOk<{ id: string }>(await ask(sandbox, 'POST', '/v1/contacts', { body }));
  await moveOn(sandbox, 0);
  const { attempts, event } = await deliveryTo(sandbox, id);
  const { data } = JSON.parse(attempts[0]?.request.body ?? '{}') as { data?: object };
  const path = `/v1/contacts/${contact.id}`;
  const got = await expectOk<object>(await ask(sandbox, 'GET', path));
  const isSame = JSON.stringify(data) === JSON.stringify(got);
  return [claim(`data of ${event}, and GET ${path}: ${isSame ? 'the same, to the byte' : 'not the same'}`, isSame)];
};

/** A delivery is tried twice, then sent once more by hand. */
export const sameId: FigureProof = async (sandbox) => {
  const webhook = await failing(sandbox);
  await answerWith(sandbox, {});
  await moveOn(sandbox, firstDelay);
  const { id } = await deliveryTo(sandbox, webhook);
  await expectOk(await ask(sandbox, 'POST', `/_sandbox/deliveries/${id}/resend`));
  await moveOn(sandbox, 0);
  const attempts = (await deliveriesTo(sandbox, webhook)).flatMap((delivery) => delivery.attempts);
  const [first] = attempts;
  const lines = attempts.map((attempt, index) =>
    claim(
      `${['First', 'Retry', 'Resend'][index] ?? 'More'}: ${idOf(attempt)}, ${timeOf(attempt)}`,
      first !== undefined && idOf(attempt) === idOf(first) && (index === 0 || timeOf(attempt) !== timeOf(first)),
    ),
  );
  return [...lines, claim('One id, and a time for each.', attempts.length === 3)];
};

/** An endpoint that takes its time before it fails. */
export const pauseFromEnd: FigureProof = async (sandbox) => {
  const slow = retries.timeout_seconds - 1;
  const webhook = await failing(sandbox, { status: 503, delay_ms: slow * 1000 });
  await moveOn(sandbox, 2 * slow + firstDelay);
  const [first, second] = (await deliveryTo(sandbox, webhook)).attempts;
  if (!first || !second) return [claim('There was no retry.', false)];
  const took = secondsBetween(first.started_at, first.ended_at);
  const pause = secondsBetween(first.ended_at, second.started_at);
  return [
    claim(`The first attempt takes ${duration(took)}.`, took === slow),
    claim(`The second begins ${duration(pause)} after its end.`, pause === firstDelay),
  ];
};

/** An endpoint that redirects. */
export const redirectFails: FigureProof = async (sandbox) => {
  const { status, attempts } = await deliveryTo(sandbox, await failing(sandbox, { status: 302 }));
  const answer = attempts[0]?.response?.status;
  return [
    claim(
      `Answered with ${answer ?? 'nothing'}, asked ${attempts.length} time: ${status}`,
      answer === 302 && attempts.length === 1 && status === 'pending',
    ),
  ];
};

/** All retries fail; the endpoint comes back, and the next event arrives. */
export const recovers: FigureProof = async (sandbox) => {
  const webhook = await failing(sandbox);
  await moveOn(sandbox, everyRetry);
  const before = await isFailed(sandbox, webhook);
  await answerWith(sandbox, {});
  await emit(sandbox, EVENT);
  await moveOn(sandbox, 0);
  const last = (await deliveriesTo(sandbox, webhook)).at(-1);
  const after = await isFailed(sandbox, webhook);
  return [
    claim(`After all retries the webhook is ${before ? 'failed' : 'not failed'}.`, before),
    claim(`The next event: ${last?.status ?? 'not sent'}`, last?.status === 'delivered'),
    claim(`Then the webhook is ${after ? 'still failed' : 'active again'}.`, !after),
  ];
};

/** Two events, and the endpoint is down for the first one only. */
export const lateRetry: FigureProof = async (sandbox) => {
  const webhook = await failing(sandbox);
  await answerWith(sandbox, {});
  await emit(sandbox, EVENT);
  await moveOn(sandbox, firstDelay);
  const deliveries = await deliveriesTo(sandbox, webhook);
  const [first, second] = deliveries.map(({ attempts }) => attempts.at(-1)?.ended_at ?? '');
  const isLater = deliveries.every(({ status }) => status === 'delivered') && (first ?? '') > (second ?? '');
  return [
    claim(`The second event arrives at ${second ?? 'no time'}.`, second !== undefined),
    claim(`The first one, retried, at ${first ?? 'no time'}.`, isLater),
  ];
};

/** A webhook is deleted while a retry waits. */
export const deletionStops: FigureProof = async (sandbox) => {
  const webhook = await failing(sandbox);
  await answerWith(sandbox, {});
  const { status } = await ask(sandbox, 'DELETE', `/v1/webhooks/${webhook}`);
  await emit(sandbox, EVENT);
  await moveOn(sandbox, everyRetry);
  const deliveries = await deliveriesTo(sandbox, webhook);
  const attempts = deliveries.flatMap((delivery) => delivery.attempts);
  return [
    claim(`DELETE /v1/webhooks/${webhook}: ${status}`, status === 204),
    claim(`Attempts after all delays, with another event in between: ${attempts.length}`, attempts.length === 1),
  ];
};
