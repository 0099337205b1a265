import type { webhooks } from '../../openapi/generated/types.ts';
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

/** What only visitors and operators cause. */
export interface EventControl {
  /**
   * Lets an event happen: the records change first, then the webhooks are told.
   * @param options `id`: the record that it happens to; one of the sandbox's choice when omitted
   */
  emit<Name extends EventName>(event: Name, options?: { readonly id?: string }): Promise<TriggeredEvent<Name>>;
}

export function eventControl(ask: Ask): EventControl {
  return { emit: (event, { id } = {}) => ask('POST', '/events', { event, ...(id !== undefined && { id }) }) };
}
