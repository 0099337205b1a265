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
import { OperationContext } from '../operations/operation-context.ts';
import type { Operation } from '../operations/operation.ts';
import { countRequest } from '../rate-limit/count-request.ts';
import { requireWithinLimit } from '../rate-limit/limit-exceeded.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { WorkspaceLives } from '../records/workspace-lives.ts';
import { meetRecipe } from '../recipes/meet-recipe.ts';
import { ApiError } from './api-error.ts';
import type { ApiContext } from './request-context.ts';
import { errorResponse, successResponse } from './response.ts';
import type { createRouter } from './router.ts';

/** What requests to `/v1` are handled with. */
export interface Api {
  readonly engine: Engine;
  readonly route: ReturnType<typeof createRouter>;
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
  const redirect = redirectToHttps(context, api, CORS_HEADERS);
  if (redirect) return redirect;
  if (isPreflight(request)) return preflightResponse();
  context.caller = await identify(request, findToken);
  context.limit = await countRequest(engine, limiter, context);
  requireDecodable(context);
  const { operation, path } = api.route(context);
  const caller = requireCaller(context.caller, request);
  await lives.requireAlive(caller.workspace);
  requireWithinLimit(caller, context.limit);
  authorize(caller, operation);
  if (api.isPublic) refuseSharedWrite(caller, operation);
  const body = await bodyOf(context, operation.body);
  const query = readQuery(context.query, operation.query);
  const handler = await handlerOf(operation.id, body.value, { request, targets: engine.targets });
  const workspace = engine.workspaces.get(caller.workspace);
  await meetRecipe(engine, context, { caller, workspace });
  return engine.store.transact(workspace, () => {
    engine.faults.strike(workspace, caller, operation);
    const cursor = findCursor(operation.id, workspace, query['after'], path);
    validateBody(operation.id, body);
    const result = handler({ path, query, body: body.value, cursor }, new OperationContext(engine, workspace));
    return successResponse(context, operation.status, result?.json ?? null);
  });
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
  await engine.faults.delay(workspace, engine.clock);
  if (!recipe) return finished;
  const { breakResponse } = await import('../recipes/break-response.ts');
  return breakResponse(recipe, finished, { engine, context, workspace });
}
