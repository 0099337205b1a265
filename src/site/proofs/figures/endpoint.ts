/** An endpoint of a proof, its webhook, and what arrives there. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import type { DeliveryView } from '../../../sandbox/control/delivery-view.ts';
import type { EventName } from '../../../sandbox/webhooks/delivery.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask } from './ground.ts';

export interface RegisteredWebhook {
  readonly id: string;
  readonly secret: string;
  readonly status: string;
}

const PATH = '/v1/webhooks';

/** @param host `*.example.com` is the receiver inside of the sandbox */
export function requestWebhook(
  sandbox: PrivateSandbox,
  events: readonly EventName[],
  host = 'proof.example.com',
): Promise<Response> {
  return ask(sandbox, 'POST', PATH, { body: { url: `https://${host}/webhooks`, events } });
}

export async function register(
  sandbox: PrivateSandbox,
  events: readonly EventName[],
  host?: string,
): Promise<RegisteredWebhook> {
  return expectOk(await requestWebhook(sandbox, events, host));
}

export async function listWebhooks(sandbox: PrivateSandbox): Promise<readonly RegisteredWebhook[]> {
  const { data } = await expectOk<{ data: readonly RegisteredWebhook[] }>(await ask(sandbox, 'GET', PATH));
  return data;
}

/** Tells the receiver inside of the sandbox what to answer, and how late. */
export async function answerWith(sandbox: PrivateSandbox, receiver: object): Promise<void> {
  await expectOk(await ask(sandbox, 'PUT', '/_sandbox/receiver', { body: receiver }));
}

/** Lets an event happen. @param details what the control interface takes besides its name */
export async function emit(sandbox: PrivateSandbox, event: EventName, details: object = {}): Promise<void> {
  await expectOk(await ask(sandbox, 'POST', '/_sandbox/events', { body: { event, ...details } }));
}

/** Moves the workspace's clock on; all that is due in between runs. */
export async function moveOn(sandbox: PrivateSandbox, seconds: number): Promise<void> {
  await expectOk(await ask(sandbox, 'POST', '/_sandbox/clock', { body: { advance_seconds: seconds } }));
}

/** Stops the workspace's clock, so that attempts take no time but what the receiver is told to take. */
export async function freeze(sandbox: PrivateSandbox): Promise<void> {
  await expectOk(await ask(sandbox, 'POST', '/_sandbox/clock', { body: { frozen: true } }));
}

/** Oldest first. */
export async function deliveriesTo(sandbox: PrivateSandbox, webhook: string): Promise<readonly DeliveryView[]> {
  const path = `/_sandbox/deliveries?webhook_id=${webhook}`;
  const { data } = await expectOk<{ data: readonly DeliveryView[] }>(await ask(sandbox, 'GET', path));
  return data.toReversed();
}

/** The first one. @throws Error where there is none */
export async function deliveryTo(sandbox: PrivateSandbox, webhook: string): Promise<DeliveryView> {
  const [delivery] = await deliveriesTo(sandbox, webhook);
  if (!delivery) throw new Error('nothing was delivered');
  return delivery;
}

export function secondsBetween(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 1000;
}
