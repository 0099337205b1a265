/** What the recipes for webhooks do: each is ordered for one event, and the attempts are looked at. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { AttemptView, DeliveryView } from '../../../sandbox/control/delivery-view.ts';
import { recipeFigures, retries } from '../../../sandbox/generated/policies.ts';
import type { WebhookRecipe } from '../../../sandbox/generated/policies.ts';
import { duration } from '../../facts/prose-numbers.ts';
import { isVerified, verifyDelivery } from '../../playground/verify-delivery.ts';
import { answerWith, deliveriesTo, emit, freeze, moveOn, register, secondsBetween } from '../figures/endpoint.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim } from '../figures/ground.ts';
import type { FigureProof } from '../figures/ground.ts';
import type { ProofLine } from '../proof.ts';

const EVENT = 'message.created';
const [firstDelay] = retries.delays_seconds;

interface Ordered {
  readonly deliveries: readonly DeliveryView[];
  readonly secret: string;
  /** The secret that a rotation gives. */
  readonly newSecret: string;
}

/** @param wait seconds that pass after the events */
async function order(sandbox: PrivateSandbox, recipe: WebhookRecipe, wait: number, events = 1): Promise<Ordered> {
  await freeze(sandbox);
  const { id, secret } = await register(sandbox, [EVENT]);
  const { webhooks = [] } = await expectOk<{ webhooks?: readonly { id: string; secret: string }[] }>(
    await ask(sandbox, 'PUT', '/_sandbox/faults', { body: { recipe } }),
  );
  for (let number = 0; number < events; number += 1) await emit(sandbox, EVENT);
  await moveOn(sandbox, wait);
  const deliveries = await deliveriesTo(sandbox, id);
  return { deliveries, secret, newSecret: webhooks.find((webhook) => webhook.id === id)?.secret ?? '' };
}

/** Of a recipe for one event. @param look judges the attempts */
const prove =
  (
    recipe: WebhookRecipe,
    wait: number,
    look: (attempts: readonly AttemptView[], ordered: Ordered) => Promise<ProofLine[]> | ProofLine[],
  ): FigureProof =>
  async (sandbox) => {
    const ordered = await order(sandbox, recipe, wait);
    const attempts = ordered.deliveries.flatMap((delivery) => delivery.attempts);
    return look(attempts, ordered);
  };

const header = (attempt: AttemptView | undefined, name: string): string => attempt?.request.headers[name] ?? 'none';

async function isSignedWith(attempt: AttemptView | undefined, secret: string): Promise<boolean> {
  if (!attempt) return false;
  const { headers, body } = attempt.request;
  return isVerified(await verifyDelivery({ headers, body: body ?? '' }, secret));
}

/** By the name of the recipe. */
export const recipeProofs: { readonly [Name in WebhookRecipe]: FigureProof } = {
  'webhook-duplicate': prove('webhook-duplicate', firstDelay, ([first, second, ...more]) => [
    claim(
      `Answered with ${first?.response?.status ?? 'nothing'}: ${header(first, 'webhook-id')}`,
      first?.error === null,
    ),
    claim(
      `Sent once more: ${header(second, 'webhook-id')}`,
      more.length === 0 && second !== undefined && header(first, 'webhook-id') === header(second, 'webhook-id'),
    ),
  ]),
  'webhook-out-of-order': async (sandbox) => {
    // So that an attempt takes time, and the order shows.
    await answerWith(sandbox, { delay_ms: 1000 });
    const { deliveries } = await order(sandbox, 'webhook-out-of-order', recipeFigures.out_of_order_seconds, 2);
    const [first, second] = deliveries.map(({ event_id, attempts }) => ({
      event_id,
      at: attempts[0]?.started_at ?? '',
    }));
    return [
      claim(`The second event, ${second?.event_id ?? 'none'}: sent at ${second?.at ?? ''}`, Boolean(second?.at)),
      claim(
        `The first, ${first?.event_id ?? 'none'}: at ${first?.at ?? ''}`,
        first !== undefined && second !== undefined && first.at > second.at,
      ),
    ];
  },
  'webhook-late': prove('webhook-late', recipeFigures.late_seconds, ([first], { deliveries: [delivery] }) => {
    const late = first && delivery ? secondsBetween(delivery.created_at, first.started_at) : 0;
    return [claim(`First sent ${duration(late)} after the event.`, late === recipeFigures.late_seconds)];
  }),
  'webhook-secret-rotation': prove('webhook-secret-rotation', 0, async ([first], { secret, newSecret }) => [
    claim('The first attempt is signed with the secret of the registration.', await isSignedWith(first, secret)),
    claim(
      'The answer to the order has another secret, which does not fit it.',
      newSecret !== '' && newSecret !== secret && !(await isSignedWith(first, newSecret)),
    ),
  ]),
  'webhook-timeout': prove('webhook-timeout', retries.timeout_seconds + firstDelay, ([first, second]) => [
    claim(`First attempt: ${first?.error?.message ?? 'answered'}`, first?.error?.code === 'timeout'),
    claim(`Sent again: ${second?.response?.status ?? 'not'}`, second?.error === null),
  ]),
  'webhook-clock-skew': async (sandbox) => {
    const { deliveries } = await order(sandbox, 'webhook-clock-skew', 0);
    const sent = Number(header(deliveries[0]?.attempts[0], 'webhook-timestamp'));
    const old = Math.floor(sandbox.now() / 1000) - sent;
    return [
      claim(`webhook-timestamp of the first attempt: ${old} seconds old`, old === recipeFigures.clock_skew_seconds),
    ];
  },
};
