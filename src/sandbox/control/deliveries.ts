import { readQuery } from '../checks/query.ts';
import { preciseTimestamp } from '../clock.ts';
import { operations } from '../generated/operations.ts';
import { ApiError } from '../http/api-error.ts';
import { found } from '../operations/not-found.ts';
import type { QueryParameter } from '../operations/operation.ts';
import { paginate } from '../operations/pagination.ts';
import type { PageQuery } from '../operations/pagination.ts';
import type { Workspace } from '../records/workspace.ts';
import { trimLog } from '../webhooks/delivery-log.ts';
import type { Attempt, StoredDelivery } from '../webhooks/delivery.ts';
import { resend } from '../webhooks/retry.ts';
import { beginUndo, jsonResponse } from './control-action.ts';
import type { Action } from './control-action.ts';
import { ControlError } from './control-error.ts';
import type { AttemptView, DeliveryView } from './delivery-view.ts';

/** The paging parameters of the API's lists, and what deliveries are filtered by. */
const QUERY: Readonly<Record<string, QueryParameter>> = {
  ...operations.find(({ id }) => id === 'listWebhooks')?.query,
  status: { type: 'string', enum: ['pending', 'delivered', 'failed'] },
  webhook_id: { type: 'string', minLength: 1 },
  event: { type: 'string', minLength: 1 },
};

interface DeliveryQuery extends PageQuery {
  readonly status?: StoredDelivery['status'];
  readonly webhook_id?: string;
  readonly event?: string;
}

/** The log of deliveries, newest first, paged like the API's lists. */
export const listDeliveries: Action = async ({ engine, workspace, query: text }) => {
  const query: DeliveryQuery = readQuery(text, QUERY);
  const body = await engine.store.transact(workspace, () => {
    trimLog(workspace);
    const { deliveries } = workspace.records;
    const cursor = query.after === undefined ? undefined : deliveries.get(query.after);
    if (query.after !== undefined && !cursor) {
      throw new ApiError('invalid_cursor', { param: 'after', values: { value: query.after } });
    }
    const rows = query.status === undefined ? deliveries.rows : deliveries.group(query.status);
    const matches = ({ webhook_id, event }: StoredDelivery): boolean =>
      (query.webhook_id ?? webhook_id) === webhook_id && (query.event ?? event) === event;
    return paginate(rows, query, cursor, matches).map((delivery) => show(delivery, workspace)).json;
  });
  return { status: 200, body };
};

export const getDelivery: Action = async ({ engine, workspace }, id) =>
  engine.store.transact(workspace, () => {
    const delivery = found(workspace.records.deliveries.get(id), 'delivery', id).value;
    return jsonResponse(show(delivery, workspace));
  });

/** Sends a delivery again, now. The answer does not wait for the endpoint's. */
export const resendDelivery: Action = async (context, id) => {
  const { engine, workspace } = context;
  const answer = await engine.store.transact(workspace, () => {
    beginUndo(context);
    const { deliveries, webhooks } = workspace.records;
    const delivery = found(deliveries.get(id), 'delivery', id).value;
    if (!webhooks.get(delivery.webhook_id)) {
      throw new ControlError(409, 'webhook_deleted', `The webhook '${delivery.webhook_id}' is deleted.`);
    }
    const sent = deliveries.put(resend(delivery, engine.clocks.now(workspace))).value;
    return jsonResponse(show(sent, workspace), 202);
  });
  engine.dispatcher.wake(workspace);
  return answer;
};

/** A delivery as the control interface tells it. */
function show(delivery: StoredDelivery, { records: { events } }: Workspace): DeliveryView {
  const { id, webhook_id, url, event_id, event, status, failure, created_at, next_attempt_at, recipe } = delivery;
  const body = events.get(event_id)?.value.body ?? null;
  return {
    id,
    webhook_id,
    url,
    event,
    event_id,
    status,
    failure,
    ...(recipe && { recipe }),
    created_at,
    next_attempt_at: next_attempt_at === null ? null : preciseTimestamp(next_attempt_at),
    attempts: delivery.attempts.map((attempt) => showAttempt(attempt, url, body)),
  };
}

function showAttempt({ started_at, ended_at, ...attempt }: Attempt, url: string, body: string | null): AttemptView {
  const { headers, duration_ms, response, error } = attempt;
  return {
    started_at: preciseTimestamp(started_at),
    ended_at: preciseTimestamp(ended_at),
    duration_ms,
    request: { method: 'POST', url, headers, body },
    response,
    error,
  };
}
