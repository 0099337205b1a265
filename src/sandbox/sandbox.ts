import { ApiError } from './api-error.ts';
import { mountApi } from './api.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { createControl, isControlPath, isOwnOrigin } from './control.ts';
import { ignoreEvents } from './events.ts';
import { splitUrl } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { plans } from './generated/policies.ts';
import { requestIds } from './ids.ts';
import type { Credential } from './keys.ts';
import { authenticate } from './middleware/authenticate.ts';
import type { FindToken } from './middleware/authenticate.ts';
import { answerPreflight, isPreflight } from './middleware/cors.ts';
import { redirectToHttps } from './middleware/https.ts';
import { RateLimiter } from './middleware/rate-limit.ts';
import type { LimitState } from './middleware/rate-limit.ts';
import { answerOAuth, isOAuthPath } from './oauth/not-ready.ts';
import type { Engine } from './pipeline.ts';
import { Seed } from './seed/seed.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { RecordStore } from './store/record-store.ts';
import { Workspaces } from './workspace/workspaces.ts';

export interface SandboxOptions {
  readonly clock?: Clock;
  /** Where changes are kept; in memory when omitted. */
  readonly store?: RecordStore;
  /** The number that the seeded records and all record ids are made from. */
  readonly seed?: number;
  /** Makes the request ids of this run differ from those of another. */
  readonly requestSalt?: string;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy?: boolean;
  /** Looks up OAuth access tokens; without it every token is unknown. */
  readonly findToken?: FindToken;
  /** Is told of what is answered with a 500; the console when omitted. */
  readonly report?: (error: unknown) => void;
  /** True: webhooks may be sent to http addresses and to this machine. */
  readonly localWebhooks?: boolean;
  /** Origins whose pages may use `/_sandbox` and register local webhooks. */
  readonly controlOrigins?: readonly string[];
  /** True: `/_sandbox` may be used from other machines. */
  readonly remoteControl?: boolean;
}

/** Where a request comes from, as told by the server that took it. */
export interface Client {
  /** The IP address; omitted for a request from inside the page. */
  readonly address?: string;
}

export interface Sandbox {
  /** Answers a request as the API would. Of the URL only path and query count, not the host. */
  fetch(request: Request, client?: Client): Promise<Response>;
  /** Waits until everything is kept, then lets go of the store. */
  close(): Promise<void>;
}

/** The Orbinto API, executable. It keeps no state outside of what it is given. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const clock = options.clock ?? systemClock;
  const store = options.store ?? new MemoryStore();
  const seed = new Seed(options.seed);
  const engine: Engine = {
    clock,
    store,
    workspaces: new Workspaces(seed, store),
    emit: ignoreEvents,
    report: options.report ?? console.error,
    allowsLocalTargets: (request) => options.localWebhooks === true && isOwnOrigin(request, options.controlOrigins),
  };
  const limiter = new RateLimiter(clock, options.rateLimits ?? true);
  const nextRequestId = requestIds(options.requestSalt ?? String(seed.number));
  const api = mountApi(engine);
  const control = createControl(engine, limiter, options);

  const fetch = async (request: Request, { address }: Client = {}): Promise<Response> => {
    const { path, query } = splitUrl(request.url);
    const isApi = !isOAuthPath(path) && !isControlPath(path);
    if (isApi && isPreflight(request)) return answerPreflight();
    const caller = authenticate(request.headers.get('Authorization'), options.findToken ?? (() => undefined));
    const limit = isApi ? countRequest(limiter, caller, address) : undefined;
    const exchange: Exchange = { request, path, query, requestId: nextRequestId(), address, caller, limit };
    const redirect = options.trustProxy ? redirectToHttps(exchange) : undefined;
    if (redirect) return redirect;
    if (isControlPath(path)) return control(exchange);
    return isApi ? api(exchange) : answerOAuth(exchange);
  };
  return { fetch, close: async () => store.close() };
}

/** Counts a request against its key or, without a known one, against its address at the Free plan's figures. */
function countRequest(limiter: RateLimiter, caller: Credential | ApiError, address = ''): LimitState {
  if (caller instanceof ApiError) return limiter.take(`address ${address}`, plans.free);
  return limiter.take(caller.limitKey, plans[caller.plan]);
}
