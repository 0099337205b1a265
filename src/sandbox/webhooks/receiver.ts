import { retries } from '../generated/policies.ts';
import type { Settings } from '../records/settings.ts';
import { judgeStatus, timedOut } from './delivery.ts';
import type { Outcome } from './delivery.ts';
import type { WebhookRequest } from './send.ts';

/** Reserved for documentation: what is sent there never leaves the sandbox. @see https://www.rfc-editor.org/rfc/rfc2606 */
const HOST = /(?:^|\.)example\.com\.?$/i;

/**
 * Decides what the built-in receiver answers to one request, in place of what it was told for all. It never rejects; how long it takes
 * by the wall clock does not count.
 */
export type Receive = (request: WebhookRequest) => Promise<Settings['receiver']>;

/** True for an address of the built-in receiver, `https://*.example.com`. */
export function isBuiltInReceiver(url: string): boolean {
  return HOST.test(new URL(url).hostname);
}

/** What the built-in receiver makes of a delivery, and how long that takes. */
export function builtInOutcome({ status, delay_ms }: Settings['receiver']): Outcome {
  const timeout = retries.timeout_seconds * 1000;
  if (delay_ms >= timeout) return { duration_ms: timeout, response: null, error: timedOut() };
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  return {
    duration_ms: delay_ms,
    response: { status, body: hasBody ? `The built-in receiver answers ${status}.` : '' },
    error: judgeStatus(status),
  };
}
