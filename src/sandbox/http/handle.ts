import type { Answer } from './answer.ts';
import { ApiError } from './api-error.ts';
import { timestamp } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Exchange, IncomingRequest } from './request-context.ts';
import type { OperationId } from '../generated/operations.ts';
import type { HandlerContext } from '../operations/handler.ts';
import type { Credential } from '../keys.ts';
import { authorize } from '../checks/authorize.ts';
import { readBody } from '../checks/body.ts';
import type { Faults } from '../checks/faults.ts';
import { limitExceeded } from '../rate-limit/limit-exceeded.ts';
import { isDecodable, readQuery } from '../checks/query.ts';
import { next } from './and-then.ts';
import type { Operation } from '../operations/operation.ts';
import { CURSORS } from '../operations/cursors.ts';
import { handlers } from '../operations/handlers.ts';
import { respond } from './response.ts';
import type { RecordStore } from '../store/record-store.ts';
import { validateBody } from '../checks/validate-body.ts';
import type { Dispatcher } from '../webhooks/dispatcher.ts';
import type { Place } from '../records/row.ts';
import type { WorkspaceClocks } from '../records/workspace-clocks.ts';
import type { Workspace } from '../records/workspace.ts';
import type { Workspaces } from '../records/workspaces.ts';

/** What the operations run on. */
export interface Engine {
  /** The time of the machine; workspaces have their own. */
  readonly clock: Clock;
  readonly clocks: WorkspaceClocks;
  readonly store: RecordStore;
  readonly workspaces: Workspaces;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
  /** Whether this request may register a webhook with the `url` of its body, which has not been validated yet. */
  allowsTarget(request: IncomingRequest, body: unknown): Promise<boolean>;
}

export type PathParameters = Readonly<Record<string, string>>;

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
): Answer | Promise<Answer> {
  const caller = admit(exchange, operation);
  if (operation.body === 'none') return run(engine, operation, exchange, caller, path, undefined);
  const received = readBody(exchange.request, { optional: operation.body === 'optional' });
  return next(received, (body) => {
    if (operation.id !== 'createWebhook') return run(engine, operation, exchange, caller, path, body);
    const allowed = engine.allowsTarget(exchange.request, body);
    return allowed.then((isAllowed) => run(engine, operation, exchange, caller, path, body, isAllowed));
  });
}

/** Lets in who is known, within the limit, and allowed to do this. */
function admit({ caller, limit }: Exchange, operation: Operation): Credential {
  if (caller instanceof ApiError) throw caller;
  if (limit && limit.retryAfter > 0) throw limitExceeded(caller, { ...limit, isBurst: limit.remaining > 0 });
  authorize(caller, operation);
  return caller;
}

function run(
  engine: Engine,
  operation: Operation<OperationId>,
  exchange: Exchange,
  caller: Credential,
  path: PathParameters,
  body: unknown,
  isTargetAllowed = true,
): Answer | Promise<Answer> {
  if (!isDecodable(exchange.path) || !isDecodable(exchange.query)) throw new ApiError('invalid_url');
  const query = readQuery(exchange.query, operation.query);
  const workspace = engine.workspaces.get(caller.workspace);
  const handle = handlers[operation.id] as AnyHandler;
  return engine.store.transact(workspace, () => {
    engine.faults.strike(workspace, caller, operation);
    const cursor = findCursor(operation, workspace, query['after'], path);
    validateBody(operation.id, body);
    const context = new RequestContext(engine, workspace, isTargetAllowed);
    return respond(exchange, operation.status, handle({ path, query, body, cursor }, context)?.json ?? null);
  });
}

/** What a handler is given; what it does not ask for costs nothing. */
class RequestContext implements HandlerContext {
  readonly workspace: Workspace;
  readonly isTargetAllowed: boolean;
  readonly #engine: Engine;
  #now: string | undefined;

  constructor(engine: Engine, workspace: Workspace, isTargetAllowed: boolean) {
    this.#engine = engine;
    this.workspace = workspace;
    this.isTargetAllowed = isTargetAllowed;
  }

  get now(): string {
    return (this.#now ??= timestamp(this.#engine.clocks.now(this.workspace)));
  }

  get emit(): HandlerContext['emit'] {
    return (event, data) => void this.#engine.dispatcher.emit(this.workspace, event, data);
  }
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
