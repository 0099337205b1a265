import { ApiError } from './api-error.ts';
import type { Exchange } from './exchange.ts';
import { parseKey } from './keys.ts';
import type { Credential } from './keys.ts';
import { isLoopback } from './middleware/host.ts';
import type { RateLimiter } from './middleware/rate-limit.ts';
import type { Engine } from './pipeline.ts';

interface ControlOptions {
  /** Origins whose pages may use the control interface. */
  readonly controlOrigins?: readonly string[];
  /** True: other machines may use it. */
  readonly remoteControl?: boolean;
}

const BASE = '/_sandbox';
/** What is told in the interface's description and not there yet. */
const NOT_READY = /^\/(?:state|clock|faults|receiver|events|deliveries(?:\/.+)?)$/;

/** A refusal of the control interface. It is no part of the API, so its codes are not in the API's catalogue. */
class ControlError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function isControlPath(path: string): boolean {
  return path === BASE || path.startsWith(`${BASE}/`);
}

/** The sandbox's own interface, `/_sandbox`: with a workspace's key, from this machine, never counted against limits. */
export function createControl(
  engine: Engine,
  limiter: RateLimiter,
  options: ControlOptions,
): (exchange: Exchange) => Promise<Response> {
  const reset = async ({ workspace: name }: Credential): Promise<void> => {
    const workspace = engine.workspaces.get(name);
    await engine.store.transact(workspace, () => workspace.reset());
    limiter.clear((key) => parseKey(key)?.workspace === name);
  };

  return async (exchange) => {
    try {
      refuseForeign(exchange, options);
      if (exchange.request.method !== 'OPTIONS') await reset(route(exchange));
      return answer(exchange, 204, null);
    } catch (error) {
      if (!(error instanceof ControlError || error instanceof ApiError)) throw error;
      const { status, code, message } = error;
      const body = { error: { type: 'api_error', code, message, status, request_id: exchange.requestId } };
      return answer(exchange, status, JSON.stringify(body));
    }
  };
}

/** True for a request that no web page sent, or a page of one of these origins. */
export function isOwnOrigin({ headers }: Request, origins: readonly string[] = []): boolean {
  const origin = headers.get('Origin');
  return origin === null || origins.includes(origin);
}

/** A web page of another origin, or another machine, must not control a sandbox on the reader's machine. */
function refuseForeign({ request, address }: Exchange, { controlOrigins, remoteControl }: ControlOptions): void {
  if (!isOwnOrigin(request, controlOrigins)) {
    const origin = request.headers.get('Origin');
    throw new ControlError(403, 'origin_not_allowed', `Pages of ${String(origin)} may not control this sandbox.`);
  }
  if (!remoteControl && address !== undefined && !isLoopback(address)) {
    throw new ControlError(
      403,
      'remote_control_not_allowed',
      'Start the mock with --allow-remote-control to control it from other machines.',
    );
  }
}

/** Finds what is asked for; today there is only the reset. @returns whose workspace it is for */
function route({ request, path, caller }: Exchange): Credential {
  const action = path.slice(BASE.length);
  if (NOT_READY.test(action)) throw new ControlError(501, 'not_implemented', `This sandbox has no ${path} yet.`);
  if (action !== '/reset') throw new ControlError(404, 'not_found', `There is no such path: ${path}`);
  if (request.method !== 'POST') throw new ControlError(405, 'method_not_allowed', 'A reset is a POST.');
  if (caller instanceof ApiError) throw caller;
  return caller;
}

function answer({ request, requestId }: Exchange, status: number, body: string | null): Response {
  const origin = request.headers.get('Origin');
  const headers: Record<string, string> = { 'X-Request-Id': requestId };
  if (body !== null) headers['Content-Type'] = 'application/json';
  if (status === 405) headers['Allow'] = 'POST';
  if (origin !== null) headers['Vary'] = 'Origin';
  if (origin !== null && status !== 403) {
    headers['Access-Control-Allow-Origin'] = origin;
    headers['Access-Control-Allow-Methods'] = 'GET, POST, PUT';
    headers['Access-Control-Allow-Headers'] = 'Authorization, Content-Type';
  }
  return new Response(body, { status, headers });
}
