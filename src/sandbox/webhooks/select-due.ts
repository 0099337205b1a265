import type { StoredDelivery } from './delivery.ts';
import type { Flight } from './delivery-attempt.ts';

/** How long a delivery waits for the one before it. It leaves time to start within the 5 seconds that are promised. */
export const PATIENCE = 3_000;

/** How many attempts of one workspace are under way at once. */
export const MAX_FLIGHTS = 64;

interface Moment {
  /** The workspace's time. */
  readonly now: number;
  /** The sandbox's own time. */
  readonly clock: number;
  /** Since when, by the workspace's clock, deliveries are being sent: nobody has waited longer. */
  readonly since: number;
}

/** What to do now, and when there is something to do again. */
export interface Plan {
  /** In the order to send them. */
  readonly start: readonly StoredDelivery[];
  /** By the workspace's clock. */
  readonly nextAt: number | undefined;
  /** By the sandbox's own clock: when somebody has waited long enough for an endpoint that does not answer. */
  readonly patientUntil: number | undefined;
}

/**
 * Chooses the deliveries to send now. First attempts to one webhook go out in order, each after the answer to the one
 * before it, and no later than `PATIENCE` after they are due; retries go out when they are due.
 */
export function planFlights(
  waiting: readonly StoredDelivery[],
  flights: ReadonlyMap<string, Flight>,
  { now, clock, since }: Moment,
): Plan {
  const start: StoredDelivery[] = [];
  const busy = busyWebhooks(flights);
  let nextAt = earliestLanding(flights);
  let patientUntil: number | undefined;
  for (const delivery of inOrder(waiting)) {
    const due = delivery.next_attempt_at ?? now;
    if (flights.has(delivery.id)) continue;
    if (due > now) {
      nextAt = earlier(nextAt, due);
      continue;
    }
    if (flights.size + start.length >= MAX_FLIGHTS) break;
    const sentAt = busy.get(delivery.webhook_id);
    const patience = Math.max(due, since) + PATIENCE;
    const isBlocked = delivery.attempts.length === 0 && sentAt !== undefined && now < patience;
    if (isBlocked && clock < sentAt + PATIENCE) {
      nextAt = earlier(nextAt, patience);
      if (sentAt !== Infinity) patientUntil = earlier(patientUntil, sentAt + PATIENCE);
      continue;
    }
    if (delivery.attempts.length === 0 && sentAt === undefined) busy.set(delivery.webhook_id, Infinity);
    start.push(delivery);
  }
  return { start, nextAt, patientUntil };
}

/** The webhooks that a first attempt is on its way to, and since when by the sandbox's own clock. */
function busyWebhooks(flights: ReadonlyMap<string, Flight>): Map<string, number> {
  const busy = new Map<string, number>();
  for (const { isFirst, sentAt = Infinity, job } of flights.values()) {
    const { webhook_id } = job.delivery;
    if (isFirst) busy.set(webhook_id, Math.min(sentAt, busy.get(webhook_id) ?? Infinity));
  }
  return busy;
}

function inOrder(waiting: readonly StoredDelivery[]): StoredDelivery[] {
  const due = ({ next_attempt_at }: StoredDelivery): number => next_attempt_at ?? 0;
  return [...waiting].sort((a, b) => due(a) - due(b) || (a.id < b.id ? -1 : 1));
}

function earliestLanding(flights: ReadonlyMap<string, Flight>): number | undefined {
  let earliest: number | undefined;
  for (const { landing } of flights.values()) if (landing) earliest = earlier(earliest, landing.at);
  return earliest;
}

export function earlier(a: number | undefined, b: number): number {
  return a === undefined ? b : Math.min(a, b);
}
