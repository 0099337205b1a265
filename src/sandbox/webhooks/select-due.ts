import type { DeliveryAttempt } from './delivery-attempt.ts';
import type { StoredDelivery } from './delivery.ts';

/** How long a delivery waits for the one before it. It leaves time to start within the 5 seconds that are promised. */
export const ORDERING_TIMEOUT = 3_000;

/** How many attempts of one workspace are under way at once. */
export const MAX_ATTEMPTS_UNDER_WAY = 64;

interface Moment {
  /** The workspace's time. */
  readonly now: number;
  /** The sandbox's own time. */
  readonly clock: number;
  /** Since when, by the workspace's clock, deliveries are being sent: nobody has waited longer. */
  readonly since: number;
}

/** What to do now, and when there is something to do again. */
export interface DueDeliveries {
  /** In the order to send them. */
  readonly start: readonly StoredDelivery[];
  /** By the workspace's clock. */
  readonly nextAt: number | undefined;
  /** By the sandbox's own clock: when somebody has waited long enough for an endpoint that does not answer. */
  readonly blockedUntil: number | undefined;
}

/**
 * Chooses the deliveries to send now. First attempts to one webhook go out in order, each after the answer to the one
 * before it, and no later than `ORDERING_TIMEOUT` after they are due; retries go out when they are due.
 */
export function selectDue(
  waiting: readonly StoredDelivery[],
  underWay: ReadonlyMap<string, DeliveryAttempt>,
  { now, clock, since }: Moment,
): DueDeliveries {
  const start: StoredDelivery[] = [];
  const busy = busyWebhooks(underWay);
  let nextAt = earliestResult(underWay);
  let blockedUntil: number | undefined;
  for (const delivery of inOrder(waiting)) {
    const due = delivery.next_attempt_at ?? now;
    if (underWay.has(delivery.id)) continue;
    if (due > now) {
      nextAt = earlier(nextAt, due);
      continue;
    }
    if (underWay.size + start.length >= MAX_ATTEMPTS_UNDER_WAY) break;
    const sentAt = busy.get(delivery.webhook_id);
    const deadline = Math.max(due, since) + ORDERING_TIMEOUT;
    const isBlocked = delivery.attempts.length === 0 && sentAt !== undefined && now < deadline;
    if (isBlocked && clock < sentAt + ORDERING_TIMEOUT) {
      nextAt = earlier(nextAt, deadline);
      if (sentAt !== Infinity) blockedUntil = earlier(blockedUntil, sentAt + ORDERING_TIMEOUT);
      continue;
    }
    if (delivery.attempts.length === 0 && sentAt === undefined) busy.set(delivery.webhook_id, Infinity);
    start.push(delivery);
  }
  return { start, nextAt, blockedUntil };
}

/** The webhooks that a first attempt is on its way to, and since when by the sandbox's own clock. */
function busyWebhooks(underWay: ReadonlyMap<string, DeliveryAttempt>): Map<string, number> {
  const busy = new Map<string, number>();
  for (const { isFirst, sentAt = Infinity, input } of underWay.values()) {
    const { webhook_id } = input.delivery;
    if (isFirst) busy.set(webhook_id, Math.min(sentAt, busy.get(webhook_id) ?? Infinity));
  }
  return busy;
}

function inOrder(waiting: readonly StoredDelivery[]): StoredDelivery[] {
  const due = ({ next_attempt_at }: StoredDelivery): number => next_attempt_at ?? 0;
  return [...waiting].sort((a, b) => due(a) - due(b) || (a.id < b.id ? -1 : 1));
}

function earliestResult(underWay: ReadonlyMap<string, DeliveryAttempt>): number | undefined {
  let earliest: number | undefined;
  for (const { result } of underWay.values()) if (result) earliest = earlier(earliest, result.at);
  return earliest;
}

export function earlier(a: number | undefined, b: number): number {
  return a === undefined ? b : Math.min(a, b);
}
