import { identify, requireCaller } from '../checks/authenticate.ts';
import type { FindToken } from '../checks/authenticate.ts';
import { authorize } from '../checks/authorize.ts';
import { parseBody, readBytes } from '../checks/body.ts';
import type { Body } from '../checks/body.ts';
import { CORS_HEADERS, isPreflight, preflightResponse } from '../checks/cors.ts';
import { refuseSharedWrite } from '../checks/shared-workspace.ts';
import { redirectToHttps } from '../checks/https.ts';
import { requireJsonType } from '../checks/media-type.ts';
import { readQuery, requireDecodable } from '../checks/query.ts';
import { readUnaskedBody } from '../checks/unasked-body.ts';
import { validateBody } from '../checks/validate-body.ts';
import type { Engine } from '../engine.ts';
import { findCursor } from '../operations/cursors.ts';
import { handlerOf } from '../operations/handlers.ts';
import { withResourceMetadata } from '../oauth/protected-resource.ts';
import { OperationContext } from '../operations/operation-context.ts';
import type { Operation } from '../operations/operation.ts';
import { countRequest } from '../rate-limit/count-request.ts';
import { requireWithinLimit } from '../rate-limit/limit-exceeded.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { Workspace } from '../records/workspace.ts';
import type { WorkspaceLives } from '../records/workspace-lives.ts';
import { meetRecipe } from '../recipes/meet-recipe.ts';
import { ApiError } from './api-error.ts';
import { originOf } from './origin.ts';
import type { ApiContext } from './request-context.ts';
import { errorResponse, successResponse } from './response.ts';
import type { Rules } from './rules.ts';

/** What requests to `/v1` are handled with. */
export interface Api {
  readonly engine: Engine;
  /** What the spec asks of a request. */
  readonly rulesOf: (request: Request) => Rules;
  readonly findToken: FindToken;
  readonly limiter: RateLimiter;
  readonly lives: WorkspaceLives;
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy: boolean;
  /** True: strangers share this sandbox. */
  readonly isPublic: boolean;
}

/** Answers a request to `/v1`, whatever comes. */
export async function handle(api: Api, context: ApiContext): Promise<Response> {
  let response: Response;
  try {
    response = await perform(api, context);
  } catch (error) {
    if (!(error instanceof ApiError)) api.engine.report(error);
    response = errorResponse(context, error);
    tellResource(api, context, response);
  }
  return finish(api, context, response);
}

/**
 * Every step of a request, in the documented order. Each returns what it has found, or throws the error that answers; the first
 * to refuse is the only one. Whoever calls is found and counted before the route is looked up because every response tells the
 * caller's limit; nobody is refused by that.
 */
async function perform(api: Api, context: ApiContext): Promise<Response> {
  const { engine, findToken, limiter, lives } = api;
  const { request } = context;
  const rules = api.rulesOf(request);
  const redirect = redirectToHttps(context, api, CORS_HEADERS);
  if (redirect) return redirect;
  if (isPreflight(request)) return preflightResponse();
  context.caller = await identify(request, findToken);
  context.limit = await countRequest(engine, limiter, context, rules.plans);
  requireDecodable(context);
  const { operation, path } = rules.route(context);
  context.deprecation = operation.deprecation;
  const caller = requireCaller(context.caller, request);
  await lives.requireAlive(caller.workspace, context.client);
  requireWithinLimit(caller, context.limit);
  authorize(caller, operation, rules.levels);
  if (api.isPublic) refuseSharedWrite(caller, operation);
  const body = await bodyOf(context, operation.body);
  const query = readQuery(context.query, operation.query);
  const handler = await handlerOf(operation.id, body.value, { request, targets: engine.targets });
  const workspace = engine.workspaces.get(caller.workspace);
  await meetRecipe(engine, context, { caller, workspace });
  return engine.store.transact(workspace, () => {
    beginUndo(engine, workspace, context);
    engine.faults.strike(workspace, caller, operation);
    const cursor = findCursor(operation.id, workspace, query['after'], path);
    validateBody(operation.id, body, rules.validators);
    const result = handler({ path, query, body: body.value, cursor }, new OperationContext(engine, workspace));
    return successResponse(context, operation.status, result?.json ?? null);
  });
}

/** Whoever may not call is told where access tokens are had. */
function tellResource(api: Api, { request }: ApiContext, { status, headers }: Response): void {
  const challenge = headers.get('WWW-Authenticate');
  if (status !== 401 || challenge === null) return;
  headers.set('WWW-Authenticate', withResourceMetadata(challenge, originOf(api, request)));
}

/** What the request changes can be undone. */
function beginUndo(
  { clocks }: Engine,
  workspace: Workspace,
  { request: { method }, requestId: id, path }: ApiContext,
): void {
  if (method !== 'GET' && method !== 'HEAD') workspace.undo.begin({ id, method, path }, clocks.now(workspace));
}

/** @throws ApiError 415, 413 or 400, in this order */
async function bodyOf(context: ApiContext, presence: Operation['body']): Promise<Body> {
  if (presence === 'none') return readUnaskedBody(context);
  const { request } = context;
  requireJsonType(request, presence);
  return parseBody(request, await readBytes(request), presence);
}

/**
 * Leaves out the body that HEAD does not want, holds the response back for as long as the workspace's faults say, and lets it fail
 * where a recipe does.
 * @throws ConnectionCut
 */
async function finish({ engine }: Api, context: ApiContext, response: Response): Promise<Response> {
  const { request, caller, recipe } = context;
  const finished = request.method === 'HEAD' ? new Response(null, response) : response;
  if (!caller) return finished;
  const workspace = engine.workspaces.get(caller.workspace);
  engine.dispatcher.resume(workspace);
  await engine.faults.delay(workspace, engine.pause);
  if (!recipe) return finished;
  const { breakResponse } = await import('../recipes/break-response.ts');
  return breakResponse(recipe, finished, { engine, context, workspace });
}
