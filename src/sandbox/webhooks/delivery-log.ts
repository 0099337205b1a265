import { preciseTimestamp } from '../clock.ts';
import { OWN_CAPS } from '../records/caps.ts';
import { takeForEvent } from '../recipes/take-recipe.ts';
import { holdOf } from '../recipes/webhook-recipes.ts';
import { comparePositions } from '../records/row.ts';
import type { Stored } from '../records/row.ts';
import type { Workspace } from '../records/workspace.ts';
import type { EventName, StoredDelivery } from './delivery.ts';
import { giveUp } from './retry.ts';

/** How much a workspace remembers: deliveries that are done, deliveries that wait, and characters of their bodies. */
export const LOG_LIMITS = { done: 1_000, waiting: 5_000, characters: OWN_CAPS.logCharacters } as const;

/** As many bodies of this size as there may be deliveries are within the limit: they need not be counted. */
const smallBody = ({ caps }: Workspace): number => caps.logCharacters / (LOG_LIMITS.done + LOG_LIMITS.waiting);

/**
 * Stores an event and a delivery of it for every webhook that asks for it, inside of a transaction. Where no webhook does,
 * nothing is stored.
 * @param body makes the text that is sent, where somebody wants it
 * @param now milliseconds since the Unix epoch
 */
export function addDeliveries(
  workspace: Workspace,
  event: EventName,
  body: () => string,
  now: number,
): StoredDelivery[] {
  const { webhooks, events, deliveries } = workspace.records;
  const webhooksToTell = webhooks.rows.filter(({ value }) => value.events.includes(event));
  if (webhooksToTell.length === 0) return [];
  const created_at = preciseTimestamp(now);
  const event_id = workspace.newId('evt');
  const recipe = takeForEvent(workspace);
  const added = webhooksToTell.map(({ value: { id: webhook_id, url } }): StoredDelivery => ({
    id: workspace.newId('dlv'),
    webhook_id,
    event_id,
    event,
    url,
    created_at,
    status: 'pending',
    failure: null,
    next_attempt_at: now + holdOf(recipe),
    retries: 0,
    attempts: [],
    ...(recipe && { recipe }),
  }));
  const text = body();
  events.put({ id: event_id, event, created_at, body: text, deliveries: added.map(({ id }) => id) });
  for (const delivery of added) deliveries.put(delivery);
  trimLog(workspace, text.length > smallBody(workspace));
  return added;
}

/** Drops what waits for a webhook that is deleted. */
export function dropDeliveries(workspace: Workspace, webhookId: string): void {
  const { deliveries } = workspace.records;
  const waiting = deliveries.group('pending').filter(({ value }) => value.webhook_id === webhookId);
  for (const { value } of waiting) deliveries.put(giveUp(value, 'webhook_deleted'));
}

/**
 * Forgets the oldest deliveries until the log is within its limits: first what is done, then what has waited longest.
 * @param hasGrown whether bodies are counted, too
 */
export function trimLog(workspace: Workspace, hasGrown = true): void {
  const { deliveries, events } = workspace.records;
  while (deliveries.group('pending').length > LOG_LIMITS.waiting) giveUpOldest(workspace);
  while (doneCount(workspace) > LOG_LIMITS.done) forgetOldest(workspace);
  if (!hasGrown) return;
  let characters = events.rows.reduce((sum, { value }) => sum + value.body.length, 0);
  while (characters > workspace.caps.logCharacters && events.rows.length > 1) {
    if (doneCount(workspace) === 0) giveUpOldest(workspace);
    characters -= forgetOldest(workspace);
  }
}

function doneCount({ records: { deliveries } }: Workspace): number {
  return deliveries.group('delivered').length + deliveries.group('failed').length;
}

function giveUpOldest({ records: { deliveries } }: Workspace): void {
  const oldest = deliveries.group('pending')[0]?.value;
  if (oldest) deliveries.put(giveUp(oldest, 'queue_full'));
}

/** @returns how many characters of bodies went with it */
function forgetOldest({ records: { deliveries, events } }: Workspace): number {
  const [delivered, failed] = [deliveries.group('delivered')[0], deliveries.group('failed')[0]];
  const isFailedOlder = failed && (!delivered || comparePositions(failed, delivered) < 0);
  const oldest = (isFailedOlder ? failed : delivered)?.value;
  if (!oldest) return 0;
  deliveries.delete(oldest.id);
  const event = events.get(oldest.event_id)?.value;
  if (!event || event.deliveries.some((id) => deliveries.get(id))) return 0;
  events.delete(event.id);
  return event.body.length;
}

/** The body that tells of an event: the same envelope for all. @param timestamp when it happened */
export function envelope(event: EventName, timestamp: string, data: Stored): string {
  return JSON.stringify({ event, timestamp, data });
}
