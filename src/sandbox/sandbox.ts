import { toResponse } from './http/answer.ts';
import type { Answer } from './http/answer.ts';
import { ApiError } from './http/api-error.ts';
import { mountApi } from './http/router.ts';
import { createEngine } from './engine.ts';
import type { EngineOptions } from './engine.ts';
import type { Client, Exchange, IncomingRequest } from './http/request-context.ts';
import { plans } from './generated/policies.ts';
import { requestIds } from './ids.ts';
import type { Credential } from './keys.ts';
import { authenticate } from './checks/authenticate.ts';
import { answerPreflight, isPreflight } from './checks/cors.ts';
import { redirectToHttps } from './checks/https.ts';
import { RateLimiter } from './rate-limit/rate-limiter.ts';
import type { LimitState } from './rate-limit/rate-limiter.ts';
import type { Windows } from './rate-limit/rate-limit-store.ts';
import { next } from './http/and-then.ts';
import type { AuthorizationServer } from './oauth/authorization-server.ts';
import { onDemand } from './on-demand.ts';
import type { Engine } from './http/handle.ts';
import type { RecordStore } from './store/record-store.ts';
import { targetOf } from './http/target.ts';
import type { Target } from './http/target.ts';
import type { Workspace } from './records/workspace.ts';

export interface SandboxOptions extends EngineOptions {
  /** Makes the request ids of this run differ from those of another. */
  readonly requestSalt?: string;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  /** Where the counts of the rate limits are kept; in memory when omitted. */
  readonly windows?: Windows;
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy?: boolean;
  /** Addresses that OAuth clients may send users back to, besides those of the documentation site. */
  readonly redirectUris?: readonly string[];
  /** True: `/_sandbox` may be used from other machines. */
  readonly remoteControl?: boolean;
}

export interface Sandbox {
  /** Answers a request as the API would. Of the URL only path and query count, not the host. */
  fetch(request: Request, client?: Client): Promise<Response>;
  /** The same for a request below `/v1`, without a promise or a Response where none is needed: for a server under load. */
  answer(request: IncomingRequest, client?: Client): Answer | Promise<Answer>;
  /** Goes on with the webhook deliveries that waited when the sandbox was last closed or killed. */
  resume(): void;
  /** Waits until everything is kept, then lets go of the store. Deliveries under way wait for the next start. */
  close(): Promise<void>;
}

type Caller = Credential | ApiError;

/** The Orbinto API, executable. It keeps no state outside of what it is given. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const engine = createEngine(options);
  const limiter = new RateLimiter(engine.clock, options.rateLimits ?? true, options.windows);
  const nextRequestId = requestIds(options.requestSalt ?? String(options.seed ?? 1));
  const api = mountApi(engine, (exchange, answer) => withLatency(engine, exchange, answer));
  const oauth = createOAuth(engine, options);
  const control = onDemand(async () => {
    const { createControl } = await import('./control/control.ts');
    return createControl({ engine, limiter, oauth }, options);
  });

  /** Finds out who sends a request, counts it if it is for the API, and goes on with what is known of it. */
  const receive = <T>(
    request: IncomingRequest,
    { kind, path, query }: Target,
    client: Client,
    go: (exchange: Exchange) => T | Promise<T>,
  ): T | Promise<T> => {
    const known = authenticate(request.headers.get('authorization'), (token) => oauth.findToken(token));
    return next(known, (caller) =>
      next(kind === 'api' ? countRequest(engine, limiter, caller, client) : undefined, (limit) =>
        go({ request, client, path, query, requestId: nextRequestId(), caller, limit }),
      ),
    );
  };
  const redirected = (exchange: Exchange): Answer | undefined =>
    options.trustProxy ? redirectToHttps(exchange) : undefined;
  const answerApi = (request: IncomingRequest, target: Target, client: Client): Answer | Promise<Answer> =>
    isPreflight(request)
      ? answerPreflight()
      : receive(request, target, client, (exchange) => redirected(exchange) ?? api(exchange));
  const answer = (request: IncomingRequest, client: Client = {}): Answer | Promise<Answer> =>
    answerApi(request, targetOf(request.url), client);
  const fetch = async (request: Request, client: Client = {}): Promise<Response> => {
    const target = targetOf(request.url);
    if (target.kind === 'api') return toResponse(await answerApi(request, target, client));
    const exchange = await receive(request, target, client, (exchange) => exchange);
    const redirect = redirected(exchange);
    if (redirect) return toResponse(redirect);
    return target.kind === 'control' ? (await control())(exchange) : oauth.answer(exchange);
  };
  const close = async (): Promise<void> => {
    await engine.dispatcher.close();
    await engine.store.close();
  };
  return { fetch, answer, resume: () => engine.dispatcher.resume(engine.workspaces), close };
}

/**
 * The authorization server, loaded when it is first asked. What it gives out ends by the clock of the workspace that it
 * opens.
 */
function createOAuth(engine: Engine, { redirectUris, trustProxy }: SandboxOptions): AuthorizationServer {
  const { clock, clocks, store, workspaces, report } = engine;
  const now = async (name: string): Promise<number> => {
    const workspace = workspaces.get(name);
    return store.transact(workspace, () => clocks.now(workspace));
  };
  const server = onDemand(async () => {
    const { createAuthorizationServer } = await import('./oauth/authorization-server.ts');
    return createAuthorizationServer({ clock, now, store, report, redirectUris, trustProxy });
  });
  return {
    answer: async (exchange) => (await server()).answer(exchange),
    findToken: async (text) => (await server()).findToken(text),
    forget: async (workspace) => (await server()).forget(workspace),
  };
}

/** Counts a request against its key, by its workspace's clock, or against its address at the Free plan's figures. */
function countRequest(
  { workspaces, clocks, store }: Engine,
  limiter: RateLimiter,
  caller: Caller,
  client: Client,
): LimitState | Promise<LimitState> {
  if (caller instanceof ApiError) return limiter.take(`address ${client.address ?? ''}`, plans.free);
  const workspace = workspaces.get(caller.workspace);
  const count = (): LimitState => limiter.take(caller.limitKey, plans[caller.plan], clocks.now(workspace));
  return store.isBehind?.(workspace) ? catchUp(store, workspace).then(count) : count();
}

/** Has a workspace brought up to date. Where that fails, the request itself will fail, too, and be answered. */
async function catchUp(store: RecordStore, workspace: Workspace): Promise<void> {
  try {
    await store.transact(workspace, () => undefined);
  } catch {
    return;
  }
}

/** Holds an answer back for as long as the workspace's faults say. */
function withLatency(
  { workspaces, dispatcher, clock }: Engine,
  { caller }: Exchange,
  answer: Answer,
): Answer | Promise<Answer> {
  if (caller instanceof ApiError) return answer;
  const workspace = workspaces.get(caller.workspace);
  dispatcher.watch(workspace);
  const { latency_ms } = workspace.setting('faults');
  if (latency_ms === 0) return answer;
  return new Promise((resolve) => clock.wake(clock.now() + latency_ms, () => resolve(answer)));
}
