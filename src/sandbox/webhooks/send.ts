import type { DeliveryFailure, FailureCode, LoggedResponse } from './delivery.ts';

/** A request to an endpoint, complete. It is a POST. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a delivery over the network. A sandbox without one delivers to its built-in receiver only.
 * @param signal ends it early
 * @returns what the endpoint answered, whatever the status
 * @throws SendError when there was no answer
 */
export type Send = (request: WebhookRequest, signal: AbortSignal) => Promise<LoggedResponse>;

/** A delivery that got no answer. */
export class SendError extends Error implements DeliveryFailure {
  override readonly name = 'SendError';
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
