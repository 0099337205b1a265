import type { webhooks } from '../../openapi/generated/types.ts';
import type { EventDetails } from '../control/event-details.ts';
import type { EventName } from '../webhooks/delivery.ts';
import type { Ask } from './control-request.ts';

export type { EventName } from '../webhooks/delivery.ts';

/** The `data` that webhooks get of an event. */
export type EventData<Name extends EventName> =
  webhooks[Name]['post']['requestBody']['content']['application/json']['data'];

/** An event that was made to happen. */
export interface TriggeredEvent<Name extends EventName> {
  readonly event: Name;
  readonly timestamp: string;
  readonly data: EventData<Name>;
  /** One a webhook that asked for the event. */
  readonly deliveries: readonly { readonly id: string; readonly webhook_id: string }[];
}

/** What an event happens to, and how. The sandbox chooses what is omitted, and refuses what the event does not take. */
export interface EventOptions extends EventDetails {
  /** The record that it happens to. */
  readonly id?: string;
}

/** What only visitors and operators cause. */
export interface EventControl {
  /**
   * Lets an event happen: the records change first, then the webhooks are told.
   * @param options what it happens to and how; of the sandbox's choice when omitted
   */
  emit<Name extends EventName>(event: Name, options?: EventOptions): Promise<TriggeredEvent<Name>>;
}

export function eventControl(ask: Ask): EventControl {
  return { emit: (event, options = {}) => ask('POST', '/events', { ...options, event }) };
}
