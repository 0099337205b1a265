import { ApiError } from './api-error.ts';
import { timestamp } from './clock.ts';
import type { Clock } from './clock.ts';
import type { EmitEvent } from './events.ts';
import type { Exchange } from './exchange.ts';
import type { OperationId } from './generated/operations.ts';
import { plans } from './generated/policies.ts';
import type { HandlerContext } from './handler.ts';
import type { Credential } from './keys.ts';
import { authorize } from './middleware/authorize.ts';
import { readBody } from './middleware/body.ts';
import { isDecodable, readQuery } from './middleware/query.ts';
import type { Operation } from './operation.ts';
import { CURSORS } from './resources/cursors.ts';
import { handlers } from './resources/handlers.ts';
import { respond } from './respond.ts';
import type { RecordStore } from './store/record-store.ts';
import { validateBody } from './validation/validate-body.ts';
import type { Place } from './workspace/row.ts';
import type { Workspace } from './workspace/workspace.ts';
import type { Workspaces } from './workspace/workspaces.ts';

/** What the operations run on. */
export interface Engine {
  readonly clock: Clock;
  readonly store: RecordStore;
  readonly workspaces: Workspaces;
  readonly emit: EmitEvent;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
  /** Whether this request may register webhooks on http addresses and on this machine. */
  allowsLocalTargets(request: Request): boolean;
}

type PathParameters = Readonly<Record<string, string>>;

/** What the handlers of all operations have in common, once the route table has chosen one. */
type AnyHandler = (request: object, context: HandlerContext) => { readonly json: string } | undefined;

/**
 * Answers a request of one operation. The first failure answers, in the documented order: key, limit, level or
 * scope, media type, size, JSON, query, body, record, state. (HTTPS, route and method come before.)
 * @throws ApiError
 */
export function perform(
  engine: Engine,
  operation: Operation<OperationId>,
  exchange: Exchange,
  path: PathParameters,
): Response | Promise<Response> {
  const caller = admit(exchange, operation);
  if (operation.body === 'none') return run(engine, operation, exchange, caller, path, undefined);
  return readBody(exchange.request, operation.body === 'optional').then((body) =>
    run(engine, operation, exchange, caller, path, body),
  );
}

/** Lets in who is known, within the limit, and allowed to do this. */
function admit({ caller, limit }: Exchange, operation: Operation): Credential {
  if (caller instanceof ApiError) throw caller;
  if (limit && limit.retryAfter > 0) throw limitExceeded(caller, limit);
  authorize(caller, operation);
  return caller;
}

function limitExceeded({ plan }: Credential, { retryAfter, remaining }: NonNullable<Exchange['limit']>): ApiError {
  const { name, requests_per_minute, burst_per_second } = plans[plan];
  const isBurst = remaining > 0;
  return new ApiError('rate_limit_exceeded', {
    values: {
      plan: name,
      limit: isBurst ? burst_per_second : requests_per_minute,
      window: isBurst ? 'second' : 'minute',
      retry_after: retryAfter,
    },
    headers: { 'Retry-After': String(retryAfter) },
  });
}

function run(
  engine: Engine,
  operation: Operation<OperationId>,
  exchange: Exchange,
  caller: Credential,
  path: PathParameters,
  body: unknown,
): Response | Promise<Response> {
  if (!isDecodable(exchange.path) || !isDecodable(exchange.query)) throw new ApiError('invalid_url');
  const query = readQuery(exchange.query, operation.query);
  const workspace = engine.workspaces.get(caller.workspace);
  const context: HandlerContext = {
    workspace,
    now: timestamp(engine.clock.now()),
    allowsLocalTargets: engine.allowsLocalTargets(exchange.request),
    emit: (event, data) => engine.emit(workspace, event, data),
  };
  const handle = handlers[operation.id] as AnyHandler;
  const json = engine.store.transact(workspace, () => {
    const cursor = findCursor(operation, workspace, query['after'], path);
    validateBody(operation.id, body);
    return handle({ path, query, body, cursor }, context)?.json ?? null;
  });
  return json instanceof Promise
    ? json.then((text) => respond(exchange, operation.status, text))
    : respond(exchange, operation.status, json);
}

function findCursor(
  operation: Operation<OperationId>,
  workspace: Workspace,
  after: unknown,
  path: PathParameters,
): Place | undefined {
  if (typeof after !== 'string') return undefined;
  const place = CURSORS[operation.id]?.(workspace, after, path);
  if (!place) throw new ApiError('invalid_cursor', { param: 'after', values: { value: after } });
  return place;
}
