import { secretOf } from '../checks/authenticate.ts';
import { preciseTimestamp } from '../clock.ts';
import { plans } from '../generated/policies.ts';
import type { PlanId } from '../generated/policies.ts';
import { counterOf } from '../ids.ts';
import { parseKey } from '../keys.ts';
import { isInternal, KIND_OF } from '../records/collections.ts';
import type { Kind, Records } from '../records/collections.ts';
import type { Deletion } from '../records/deletions.ts';
import type { Workspace } from '../records/workspace.ts';
import { trimLog } from '../webhooks/delivery-log.ts';
import { jsonResponse } from './control-action.ts';
import type { Action, ControlContext } from './control-action.ts';

/** What has happened in a workspace beyond the sample data, in figures. */
export interface WorkspaceSummary {
  readonly clock: { readonly now: string; readonly frozen: boolean };
  readonly limits: {
    readonly plan: PlanId;
    readonly minute: { readonly limit: number; readonly remaining: number };
    readonly burst: { readonly limit: number; readonly remaining: number };
  };
  /** Of kinds that something has happened to. */
  readonly records: { readonly [K in Kind]?: KindSummary };
  readonly deliveries: { readonly pending: number; readonly delivered: number; readonly failed: number };
}

export interface KindSummary {
  /** New records that are still there. */
  readonly made: number;
  /** Sample records that were changed. */
  readonly changed: number;
  readonly deleted: number;
  /** The newest of the new ones, the newest first. */
  readonly newest: readonly { readonly id: string; readonly name: string }[];
}

/** Those whose records have ids of the API. */
const TOLD: readonly Kind[] = Object.values(KIND_OF).filter((kind) => !isInternal(kind));

/** As many of the new records of a kind are named. */
const NAMED = 10;

/** What a record is called by people. */
const NAMES: { readonly [K in Kind]?: (record: Records[K]) => string | null | undefined } = {
  contacts: ({ name, email }) => name ?? email,
  conversations: ({ visitor }) => visitor.name ?? visitor.email,
  messages: ({ body }) => body,
  visitors: ({ name, email }) => name ?? email,
  chatbots: ({ name }) => name,
  operators: ({ name }) => name,
  webhooks: ({ url }) => url,
};

/** What a workspace holds beyond the sample data, what its key may still send, and what time it is. */
export const getSummary: Action = async (context) =>
  context.engine.store.transact(context.workspace, () => jsonResponse(summaryOf(context)));

function summaryOf({ engine, limiter, workspace, request }: ControlContext): WorkspaceSummary {
  trimLog(workspace);
  const now = engine.clocks.now(workspace);
  const { deliveries } = workspace.records;
  const count = (status: string): number => deliveries.group(status).length;
  const { deletions } = workspace;
  const kinds = TOLD.map((kind) => [kind, kindSummary(workspace, kind, deletions)] as const);
  return {
    clock: { now: preciseTimestamp(now), frozen: engine.clocks.isFrozen(workspace) },
    limits: limitsOf(parseKey(secretOf(request.headers) ?? ''), limiter, now),
    records: Object.fromEntries(kinds.filter(([, { made, changed, deleted }]) => made + changed + deleted > 0)),
    deliveries: { pending: count('pending'), delivered: count('delivered'), failed: count('failed') },
  };
}

function limitsOf(
  caller: ReturnType<typeof parseKey>,
  limiter: ControlContext['limiter'],
  now: number,
): WorkspaceSummary['limits'] {
  const id = caller?.plan ?? 'free';
  const plan = plans[id];
  const left = limiter.look(caller?.limitKey ?? '', plan, now);
  return {
    plan: id,
    minute: { limit: plan.requests_per_minute, remaining: left.minute },
    burst: { limit: plan.burst_per_second, remaining: left.burst },
  };
}

function kindSummary<K extends Kind>(workspace: Workspace, kind: K, deletions: readonly Deletion[]): KindSummary {
  const changed = workspace.records[kind].changed.map(({ value }) => value);
  const made = changed
    .map((record) => ({ record, counter: counterOf(record.id) }))
    .filter(({ counter }) => counter > 0)
    .sort((a, b) => b.counter - a.counter);
  return {
    made: made.length,
    changed: changed.length - made.length,
    deleted: deletions.filter((deletion) => deletion.kind === kind).length,
    newest: made.slice(0, NAMED).map(({ record }) => ({ id: record.id, name: NAMES[kind]?.(record) ?? '' })),
  };
}
