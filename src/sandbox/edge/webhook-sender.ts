import type { Clock } from '../clock.ts';
import { hosted, retries } from '../generated/policies.ts';
import { timedOut } from '../webhooks/delivery.ts';
import type { LoggedResponse } from '../webhooks/delivery.ts';
import { SendError } from '../webhooks/send.ts';
import type { Send, WebhookRequest } from '../webhooks/send.ts';
import { isAllowedTarget } from '../webhooks/target.ts';
import type { DeliveryQuota } from './delivery-quota.ts';

/** How long after the longest attempt it is looked whether its object is still there, in milliseconds. */
const GRACE = 5_000;

interface SenderOptions {
  /** True: deliveries may go to http addresses and to this machine. */
  readonly allowsLocal: boolean;
  readonly quota: DeliveryQuota;
  readonly clock: Clock;
}

/**
 * Sends deliveries by the runtime's `fetch`. Which addresses a name may lead to is held by the engine: its network is allowed
 * public ones only, so that a name that is made to lead elsewhere (DNS rebinding) reaches nothing. No redirect is followed, and no
 * more of an answer is read than is logged.
 */
export function createWebhookSender({ allowsLocal, quota, clock }: SenderOptions): Send {
  return async (request, signal) => {
    const { hostname } = new URL(request.url);
    if (!isAllowedTarget(request.url, allowsLocal))
      throw new SendError('address_not_allowed', `Nothing is sent to ${hostname}: it is not on the public internet.`);
    if (!quota.take()) {
      const limit = `${hosted.deliveries_per_minute} deliveries a minute`;
      throw new SendError('limit_reached', `This host sends ${limit} for one workspace.`);
    }
    // The alarm comes back to a delivery whose object was put away while the endpoint took its time.
    const settle = clock.wake(clock.now() + retries.timeout_seconds * 1000 + GRACE, () => undefined);
    try {
      return await post(request, signal);
    } finally {
      settle();
    }
  };
}

async function post({ url, headers, body }: WebhookRequest, signal: AbortSignal): Promise<LoggedResponse> {
  const timeout = AbortSignal.timeout(retries.timeout_seconds * 1000);
  const ending = AbortSignal.any([signal, timeout]);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: ending });
    return { status: response.status, body: await readBeginning(response) };
  } catch (error) {
    if (timeout.aborted) throw new SendError('timeout', timedOut().message);
    const reason = error instanceof Error ? error.message : String(error);
    throw new SendError('connection_failed', `The connection failed (${reason}).`, { cause: error });
  }
}

/** Reads as much of an answer as the log keeps, then hangs up. */
async function readBeginning({ body }: Response): Promise<string> {
  if (!body) return '';
  const limit = retries.logged_response_bytes;
  const decoder = new TextDecoder();
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    // A character that was cut in two at the end is left out.
    text += decoder.decode(part.value.subarray(0, limit - length), { stream: true });
    length += part.value.length;
    if (length < limit) continue;
    void reader.cancel().catch(() => undefined);
    break;
  }
  return text;
}
