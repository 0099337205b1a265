import { anySignal } from '../any-signal.ts';
import { retries } from '../generated/policies.ts';
import { untilAborted } from '../until-aborted.ts';
import { timedOut } from '../webhooks/delivery.ts';
import { SendError } from '../webhooks/send.ts';
import type { Send } from '../webhooks/send.ts';

/** Takes a delivery in the place of the endpoint that it is for, and answers as that would. */
export type WebhookSender = (request: Request) => Response | Promise<Response>;

/**
 * Sends deliveries to a function of this process. It has as much time as an endpoint: whatever it does, an attempt ends.
 */
export function sendTo(receive: WebhookSender): Send {
  return async ({ url, headers, body }, signal) => {
    const timeout = AbortSignal.timeout(retries.timeout_seconds * 1000);
    const ending = anySignal(signal, timeout);
    const request = new Request(url, { method: 'POST', headers, body, signal: ending });
    try {
      return await untilAborted(answerOf(receive, request), ending);
    } catch (error) {
      if (timeout.aborted) throw new SendError('timeout', timedOut().message);
      throw new SendError('connection_failed', `The endpoint failed: ${String(error)}`, { cause: error });
    }
  };
}

async function answerOf(receive: WebhookSender, request: Request): Promise<{ status: number; body: string }> {
  const response = await receive(request);
  return { status: response.status, body: beginning(await response.text()) };
}

/** As much of an answer as the log keeps, no character cut in two. */
function beginning(text: string): string {
  const bytes = new TextEncoder().encode(text).subarray(0, retries.logged_response_bytes);
  return new TextDecoder().decode(bytes, { stream: true });
}
