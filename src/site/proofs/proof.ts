/** What a proof shows: what was done on a workspace of its own, line by line, as the sandbox answered. */
import type { DeliveryView } from '../../sandbox/control/delivery-view.ts';
import { perform, portTo } from '../playground/port.ts';
import type { Port } from '../playground/port.ts';
import { registerEndpoint } from '../playground/acts.ts';
import { expectOk } from '../sandbox-answer.ts';
import type { EventName } from '../../sandbox/webhooks/delivery.ts';

export interface ProofLine {
  readonly text: string;
  /** `ok`: it worked. `refused`: it was to be refused, and was. `error`: it is not as promised. */
  readonly tone?: 'ok' | 'refused' | 'error';
  readonly href?: string;
}

/** A workspace of the proof's own. */
export interface Ground {
  readonly port: Port;
  /** The same workspace on the plan with the least budget. */
  readonly freePort: Port;
}

/** @throws Error with the sandbox's words where it refuses what nobody expects to be refused */
export type Proof = (ground: Ground) => Promise<readonly ProofLine[]>;

/** @param key of the workspace, as the sandbox made it */
export function groundOf(respond: (request: Request) => Promise<Response>, key: string): Ground {
  return { port: portTo(respond, key), freePort: portTo(respond, `${key}_free`) };
}

/** Moves the workspace's clock, which runs all that is due. */
export async function moveClock(port: Port, body: object): Promise<void> {
  await order(port, 'POST', '/clock', body);
}

/** Asks the control interface. @throws Error with its words where it refuses */
export async function order<Result>(port: Port, method: string, path: string, body: object): Promise<Result> {
  const headers = { 'Content-Type': 'application/json' };
  return expectOk<Result>(await port.control(path, { method, headers, body: JSON.stringify(body) }));
}

/** Registers a webhook of the sandbox's built-in receiver. */
export async function listen(port: Port, event: EventName): Promise<{ id: string; secret: string }> {
  return expectOk(await perform(port, registerEndpoint('https://proof.example.com/webhooks', [event])));
}

/** The only delivery to a webhook. */
export async function deliveryTo(port: Port, webhookId: string): Promise<DeliveryView> {
  const response = await port.control(`/deliveries?webhook_id=${webhookId}`);
  const { data } = await expectOk<{ data: readonly DeliveryView[] }>(response);
  const [delivery] = data;
  if (!delivery) throw new Error('The sandbox has delivered nothing.');
  return delivery;
}
