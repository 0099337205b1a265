import { ApiError } from '../http/api-error.ts';
import type { Exchange } from '../http/request-context.ts';
import type { Credential } from '../keys.ts';
import { CONTROL_BASE } from '../http/target.ts';
import { refuseForeign } from './access.ts';
import type { ControlAccess } from './access.ts';
import type { Action, ControlAnswer, Controlled } from './control-action.ts';
import { getClock, moveClock } from './clock.ts';
import { ControlError } from './control-error.ts';
import { getDelivery, listDeliveries, resendDelivery } from './deliveries.ts';
import { triggerEvent } from './events.ts';
import { exportState } from './export.ts';
import { getFaults, setFaults } from './faults.ts';
import { importState } from './import.ts';
import { getReceiver, setReceiver } from './receiver.ts';
import { reset } from './reset.ts';

type Route = Readonly<Partial<Record<'GET' | 'POST' | 'PUT', Action>>>;

/** What there is, by path below `/_sandbox`; `*` stands for an id. */
const ROUTES: Readonly<Record<string, Route>> = {
  '/reset': { POST: reset },
  '/state': { GET: exportState, PUT: importState },
  '/clock': { GET: getClock, POST: moveClock },
  '/faults': { GET: getFaults, PUT: setFaults },
  '/receiver': { GET: getReceiver, PUT: setReceiver },
  '/events': { POST: triggerEvent },
  '/deliveries': { GET: listDeliveries },
  '/deliveries/*': { GET: getDelivery },
  '/deliveries/*/resend': { POST: resendDelivery },
};

/** The sandbox's own interface, `/_sandbox`: with a workspace's key, from this machine, never counted against limits. */
export function createControl(
  controlled: Controlled,
  access: ControlAccess,
): (exchange: Exchange) => Promise<Response> {
  const { engine } = controlled;
  return async (exchange) => {
    try {
      refuseForeign(exchange, access);
      if (exchange.request.method === 'OPTIONS') return respond(exchange, { status: 204, body: null });
      const { action, id } = route(exchange);
      const workspace = engine.workspaces.get(keyHolder(exchange).workspace);
      await engine.dispatcher.settle(workspace);
      return respond(exchange, await action({ ...controlled, workspace, exchange }, id));
    } catch (error) {
      if (error instanceof ControlError) return refuse(exchange, error, error.param ? 'validation_error' : 'api_error');
      if (error instanceof ApiError) return respond(exchange, apiAnswer(exchange, error), error.headers);
      engine.report(error);
      return respond(exchange, apiAnswer(exchange, new ApiError('internal_error')));
    }
  };
}

/** @throws ControlError 404 or 405 */
function route({ request, path }: Exchange): { action: Action; id: string } {
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
function keyHolder({ caller }: Exchange): Credential {
  if (caller instanceof ApiError) throw caller;
  if (caller.kind === 'key') return caller;
  throw new ControlError(403, 'key_required', 'The control interface takes an API key, not an access token.');
}

function refuse(exchange: Exchange, error: ControlError, type: string): Response {
  const { status, code, message, param, headers } = error;
  const detail = { type, code, message, ...(param === undefined ? {} : { param }), status };
  const body = JSON.stringify({ error: { ...detail, request_id: exchange.requestId } });
  return respond(exchange, { status, body }, headers);
}

function apiAnswer({ requestId }: Exchange, error: ApiError): ControlAnswer {
  return { status: error.status, body: JSON.stringify(error.body(requestId)) };
}

function respond(
  { request, requestId }: Exchange,
  { status, body }: ControlAnswer,
  more: Readonly<Record<string, string>> = {},
): Response {
  const origin = request.headers.get('Origin');
  const headers: Record<string, string> = { 'X-Request-Id': requestId, 'Cache-Control': 'no-store', ...more };
  if (body !== null) headers['Content-Type'] = 'application/json';
  if (origin !== null) headers['Vary'] = 'Origin';
  if (origin !== null && status !== 403) {
    headers['Access-Control-Allow-Origin'] = origin;
    headers['Access-Control-Allow-Methods'] = 'GET, POST, PUT';
    headers['Access-Control-Allow-Headers'] = 'Authorization, Content-Type';
    headers['Access-Control-Expose-Headers'] = 'X-Request-Id, Allow';
  }
  return new Response(body, { status, headers });
}
