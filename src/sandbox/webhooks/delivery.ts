import type { webhooks } from '../../openapi/generated/types.ts';
import { retries } from '../generated/policies.ts';
import type { WebhookRecipe } from '../generated/policies.ts';
import type { Stored } from '../records/row.ts';

export type EventName = keyof webhooks;

/** Something that happened, as it is told to webhooks. */
export interface StoredEvent extends Stored {
  readonly event: EventName;
  readonly created_at: string;
  /** The body of every request that carries it, as it is sent and signed. */
  readonly body: string;
  /** The deliveries that carry it, one a webhook. */
  readonly deliveries: readonly string[];
}

/** One event on its way to one webhook. */
export interface StoredDelivery extends Stored {
  readonly webhook_id: string;
  readonly event_id: string;
  readonly event: EventName;
  readonly url: string;
  readonly created_at: string;
  readonly status: 'pending' | 'delivered' | 'failed';
  /** Why nothing more is tried: the endpoint failed every time, its webhook is gone, or too many deliveries waited. */
  readonly failure: 'endpoint_failed' | 'webhook_deleted' | 'queue_full' | null;
  /** Milliseconds since the Unix epoch; null once no attempt is to come. */
  readonly next_attempt_at: number | null;
  /** How many of the scheduled retries are used up. */
  readonly retries: number;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  /** The failure recipe that it meets. */
  readonly recipe?: WebhookRecipe;
}

export interface Attempt extends Outcome {
  /** Milliseconds since the Unix epoch. */
  readonly started_at: number;
  readonly ended_at: number;
  /** The headers of the request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What came of one request to an endpoint. */
export interface Outcome {
  /** How long it took by the wall clock or, to the built-in receiver, by the workspace's. */
  readonly duration_ms: number;
  readonly response: LoggedResponse | null;
  /** Why it failed; null for a 2xx. */
  readonly error: DeliveryFailure | null;
}

export interface LoggedResponse {
  readonly status: number;
  /** The beginning of the body. */
  readonly body: string;
}

export interface DeliveryFailure {
  readonly code: FailureCode;
  readonly message: string;
}

export type FailureCode =
  | 'unsuccessful_status'
  | 'timeout'
  | 'name_not_resolved'
  | 'address_not_allowed'
  | 'limit_reached'
  | 'connection_refused'
  | 'connection_failed'
  | 'tls_failed'
  | 'invalid_response'
  | 'signing_failed';

/** True for an attempt that the endpoint answered with a 2xx. */
export function succeeded({ error }: Outcome): boolean {
  return error === null;
}

/** What a status means: null for success. A redirect is not followed, and fails like any other status. */
export function judgeStatus(status: number): DeliveryFailure | null {
  if (status >= 200 && status <= 299) return null;
  const reason = status >= 300 && status <= 399 ? '; redirects are not followed' : '';
  return { code: 'unsuccessful_status', message: `The endpoint answered ${status}${reason}.` };
}

/** What is told of an endpoint that did not answer in time. */
export function timedOut(): DeliveryFailure {
  return { code: 'timeout', message: `The endpoint did not answer within ${retries.timeout_seconds} seconds.` };
}
