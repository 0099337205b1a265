import { identify, requireCaller } from '../checks/authenticate.ts';
import { readQuery } from '../checks/query.ts';
import { refuseShared } from '../checks/shared-workspace.ts';
import { readUnaskedBody, refuseUnaskedBody } from '../checks/unasked-body.ts';
import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import { CONTROL_BASE } from '../http/target.ts';
import { temporaryName } from '../ids.ts';
import type { Credential } from '../keys.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import { SITE } from '../site-address.ts';
import { refuseForeign } from './access.ts';
import type { ControlAccess } from './access.ts';
import { getClock, moveClock } from './clock.ts';
import type { Action, ControlResponse, ControlDependencies } from './control-action.ts';
import { ControlError } from './control-error.ts';
import { createCountMade } from './count-made.ts';
import { getDelivery, listDeliveries, resendDelivery } from './deliveries.ts';
import { triggerEvent } from './events.ts';
import { exportState } from './export.ts';
import { getFaults, listRecipes, setFaults } from './faults.ts';
import { importState } from './import.ts';
import { getReceiver, setReceiver } from './receiver.ts';
import { reset } from './reset.ts';
import { branchSnapshot, deleteSnapshot, listSnapshots, restoreSnapshot, takeSnapshot } from './snapshots.ts';
import { listUndos, undo } from './undo.ts';
import { getSummary } from './summary.ts';
import { createWorkspace, deleteWorkspace, extendWorkspace, getWorkspace } from './workspaces.ts';

type Route = Readonly<Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Action>>>;

/** What there is, by path below `/_sandbox`; `*` stands for an id. */
const ROUTES: Readonly<Record<string, Route>> = {
  '/reset': { POST: reset },
  '/summary': { GET: getSummary },
  '/state': { GET: exportState, PUT: importState },
  '/clock': { GET: getClock, POST: moveClock },
  '/faults': { GET: getFaults, PUT: setFaults },
  '/recipes': { GET: listRecipes },
  '/receiver': { GET: getReceiver, PUT: setReceiver },
  '/events': { POST: triggerEvent },
  '/workspaces': { GET: getWorkspace, POST: createWorkspace, PATCH: extendWorkspace, DELETE: deleteWorkspace },
  '/snapshots': { GET: listSnapshots, POST: takeSnapshot },
  '/snapshots/*': { DELETE: deleteSnapshot },
  '/snapshots/*/restore': { POST: restoreSnapshot },
  '/snapshots/*/branch': { POST: branchSnapshot },
  '/undo': { GET: listUndos, POST: undo },
  '/deliveries': { GET: listDeliveries },
  '/deliveries/*': { GET: getDelivery },
  '/deliveries/*/resend': { POST: resendDelivery },
};

/** The actions that read a body, and the one that reads a query string. With any other they would be ignored. */
const WITH_BODY: ReadonlySet<Action> = new Set([
  importState,
  moveClock,
  setFaults,
  setReceiver,
  triggerEvent,
  createWorkspace,
  extendWorkspace,
  takeSnapshot,
  branchSnapshot,
]);
const WITH_QUERY: ReadonlySet<Action> = new Set([listDeliveries]);

/** The sandbox's own interface, `/_sandbox`: with a workspace's key, from this machine, never counted against limits. */
export function createControl(
  dependencies: ControlDependencies,
  access: ControlAccess,
): (context: RequestContext) => Promise<Response> {
  const { engine, oauth, lives } = dependencies;
  const {
    newWorkspaceName = temporaryName,
    siteUrl = SITE,
    countMade = createCountMade(dependencies.limiter),
    isPublic = false,
  } = access;
  /** That of the key, or a new one where one is made. */
  const workspaceFor = async (action: Action, context: RequestContext): Promise<string> => {
    if (action === createWorkspace) return newWorkspaceName(context.request);
    const caller = await keyHolder(context, oauth);
    if (isPublic) refuseShared(caller);
    await lives.requireAlive(caller.workspace, context.client);
    return caller.workspace;
  };
  return async (context) => {
    const { request, client, query, path, requestId } = context;
    try {
      refuseForeign(context, access);
      if (request.method === 'OPTIONS') return controlResponse(context, { status: 204, body: null });
      const { action, id } = route(context);
      const workspace = engine.workspaces.get(await workspaceFor(action, context));
      await refuseIgnored(context, action);
      await engine.dispatcher.runDue(workspace);
      const asked = { id: requestId, method: request.method, path };
      const about = { workspace, request, asked, client, query, siteUrl, countMade, isPublic, newWorkspaceName };
      return controlResponse(context, await action({ ...dependencies, ...about }, id));
    } catch (error) {
      if (error instanceof ControlError) return refuse(context, error, error.param ? 'validation_error' : 'api_error');
      if (error instanceof ApiError) return controlResponse(context, apiResponse(context, error), error.headers);
      engine.report(error);
      return controlResponse(context, apiResponse(context, new ApiError('internal_error')));
    }
  };
}

/** @throws ApiError 400 or 422 for what the action would not look at */
async function refuseIgnored(context: RequestContext, action: Action): Promise<void> {
  if (!WITH_QUERY.has(action)) readQuery(context.query, {});
  if (!WITH_BODY.has(action)) refuseUnaskedBody(await readUnaskedBody(context));
}

/** @throws ControlError 404 or 405 */
function route({ request, path }: RequestContext): { action: Action; id: string } {
  const [name, ...rest] = path.slice(CONTROL_BASE.length + 1).split('/');
  const [id = ''] = rest;
  const pattern = ['', name, ...rest.map((part, index) => (index === 0 ? '*' : part))].join('/');
  const found = Object.hasOwn(ROUTES, pattern) ? ROUTES[pattern] : undefined;
  if (!found) throw new ControlError(404, 'not_found', `There is no such path: ${path}`);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const action = Object.hasOwn(found, method) ? found[method as keyof Route] : undefined;
  if (action) return { action, id };
  const allow = Object.keys(found).join(', ');
  throw new ControlError(405, 'method_not_allowed', `${path} takes ${allow}.`, { headers: { Allow: allow } });
}

/** A workspace is controlled with its key; an app that was granted access to its data cannot. */
async function keyHolder({ request }: RequestContext, { findToken }: AuthorizationServer): Promise<Credential> {
  const caller = requireCaller(await identify(request, findToken), request);
  if (caller.kind === 'key') return caller;
  throw new ControlError(403, 'key_required', 'The control interface takes an API key, not an access token.');
}

function refuse(context: RequestContext, error: ControlError, type: string): Response {
  const { status, code, message, param, headers } = error;
  const detail = { type, code, message, ...(param === undefined ? {} : { param }), status };
  const body = JSON.stringify({ error: { ...detail, request_id: context.requestId } });
  return controlResponse(context, { status, body }, headers);
}

function apiResponse({ requestId }: RequestContext, error: ApiError): ControlResponse {
  return { status: error.status, body: JSON.stringify(error.body(requestId)) };
}

function controlResponse(
  { request, requestId }: RequestContext,
  { status, body }: ControlResponse,
  more: Readonly<Record<string, string>> = {},
): Response {
  const origin = request.headers.get('Origin');
  const headers: Record<string, string> = { 'X-Request-Id': requestId, 'Cache-Control': 'no-store', ...more };
  if (body !== null) headers['Content-Type'] = 'application/json';
  if (origin !== null) headers['Vary'] = 'Origin';
  if (origin !== null && status !== 403) {
    headers['Access-Control-Allow-Origin'] = origin;
    headers['Access-Control-Allow-Methods'] = 'GET, POST, PUT, PATCH, DELETE';
    headers['Access-Control-Allow-Headers'] = 'Authorization, Content-Type';
    headers['Access-Control-Expose-Headers'] = 'X-Request-Id, Allow';
  }
  return new Response(body, { status, headers });
}
