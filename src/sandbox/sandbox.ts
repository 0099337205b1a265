import { redirectToHttps } from './checks/https.ts';
import type { CountMade } from './control/count-made.ts';
import { createEngine } from './engine.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { handle } from './http/handle.ts';
import type { OperationId } from './generated/operations.ts';
import type { Client } from './http/request-context.ts';
import { createRouter } from './http/router.ts';
import type { Rules } from './http/rules.ts';
import { MCP_PATHS, targetOf } from './http/target.ts';
import { requestIds } from './ids.ts';
import type { ServeMcp } from './mcp/serve-mcp.ts';
import type { AuthorizationServer } from './oauth/authorization-server.ts';
import { onDemand } from './on-demand.ts';
import type { Operation } from './operations/operation.ts';
import type { RateLimitStore } from './rate-limit/rate-limit-store.ts';
import { RateLimiter } from './rate-limit/rate-limiter.ts';
import { WorkspaceLives } from './records/workspace-lives.ts';
import type { Admit } from './records/workspace-lives.ts';

export interface SandboxOptions extends EngineOptions {
  /** The route table of a version of the spec; that of this one when omitted. */
  readonly operations?: readonly Operation<OperationId>[];
  /** What another version of the spec asks of a request, route table included; this version's when omitted. */
  readonly rulesOf?: (request: Request) => Rules;
  /** Makes the request ids of this run differ from those of another. */
  readonly requestSalt?: string;
  /** False: the limit headers stay, nothing is refused. */
  readonly rateLimits?: boolean;
  /** Where the counts of the rate limits are kept; in memory when omitted. */
  readonly rateLimitStore?: RateLimitStore;
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy?: boolean;
  /** Addresses that OAuth clients may send users back to, besides those of the documentation site. */
  readonly redirectUris?: readonly string[];
  /** True: `/_sandbox` may be used from other machines. */
  readonly remoteControl?: boolean;
  /** True: strangers share this sandbox. What opens with the keys that everybody knows cannot be changed or controlled. */
  readonly isPublic?: boolean;
  /** Where sign-ins are kept, as tokens tell it: 43 characters of base64url. Tokens tell nothing of it when omitted. */
  readonly place?: string;
  /** What consent pages are signed with; new in each run when omitted. */
  readonly ticketKey?: () => Promise<CryptoKey>;
  /** The documentation site whose panel opens a workspace that is made; the public one when omitted. No slash at the end. */
  readonly siteUrl?: string;
  /** Draws the name of a workspace that a request makes for a while: `temporary` and 26 digits that nobody can guess. */
  readonly newWorkspaceName?: (request: Request) => string;
  /** Counts the workspaces that an address makes; by the sandbox's own limits when omitted. */
  readonly countMade?: CountMade;
  /** Is told of the end of a workspace that was made for a while, in milliseconds since the Unix epoch; undefined: it has ended. */
  readonly endChanged?: (endsAt: number | undefined) => void;
  /** Is asked before anything is done in a workspace. @throws ApiError where it may not be opened */
  readonly admit?: Admit;
  /** Answers agents on `/mcp`; nobody does when omitted. */
  readonly mcp?: ServeMcp | undefined;
}

export interface Sandbox {
  /** Answers a request as the API would. Of the URL only path and query count, not the host. */
  fetch(request: Request, client?: Client): Promise<Response>;
  /** Goes on with the webhook deliveries that waited when the sandbox was last closed or killed. */
  resume(): void;
  /** Whether nothing in a workspace is other than it was seeded, settings too. */
  isSeeded(workspace: string): Promise<boolean>;
  /**
   * Lets time go by that a clock does not tell by itself: what is due in a workspace meanwhile is done, in order, each at its own time.
   * @param elapse moves the machine's clock by as many milliseconds
   */
  elapse(workspace: string, milliseconds: number, elapse: () => void): Promise<void>;
  /** Waits until everything is kept, then lets go of the store. Deliveries under way wait for the next start. */
  close(): Promise<void>;
}

/** The Orbinto API, executable. It keeps no state outside of what it is given. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { trustProxy = false, isPublic = false, rateLimits = true, rateLimitStore } = options;
  const { requestSalt = String(options.seed ?? 1) } = options;
  const engine = createEngine(options);
  const limiter = new RateLimiter(engine.clock, rateLimits, rateLimitStore);
  const nextRequestId = requestIds(requestSalt);
  const lives = new WorkspaceLives(engine, {
    changed: options.endChanged,
    admit: options.admit,
    ended: async (name) => {
      limiter.clear(name);
      await oauth.forget(name);
    },
  });
  const oauth = createOAuth(engine, lives, options);
  const { findToken } = oauth;
  const route = createRouter(options.operations);
  const { rulesOf = () => ({ route }) } = options;
  const api = { engine, limiter, findToken, lives, trustProxy, isPublic, rulesOf };
  const control = onDemand(async () => {
    const { createControl } = await import('./control/control.ts');
    return createControl({ engine, limiter, oauth, lives }, options);
  });
  const { mcp: serveMcp, controlOrigins: origins } = options;
  const fetch: Sandbox['fetch'] = async (request, client = {}) => {
    const { kind, path, query } = targetOf(request.url);
    const context = { request, client, path, query, requestId: nextRequestId() };
    const isForAgents = mcp && MCP_PATHS.includes(path);
    if (kind === 'api' && !isForAgents) return handle(api, context);
    const redirect = redirectToHttps(context, api);
    if (redirect) return redirect;
    if (isForAgents) return (await mcp())(context);
    return kind === 'oauth' ? oauth.handle(context) : (await control())(context);
  };
  const mcp = serveMcp && onDemand(() => serveMcp({ engine, limiter, findToken, fetch, origins }));
  return {
    fetch,
    resume: () => engine.dispatcher.resumeAll(engine.workspaces),
    async isSeeded(name) {
      const workspace = engine.workspaces.get(name);
      return engine.store.transact(workspace, () => workspace.isSeeded);
    },
    async elapse(name, milliseconds, elapse) {
      const workspace = engine.workspaces.get(name);
      const isFrozen = await engine.store.transact(workspace, () => engine.clocks.isFrozen(workspace));
      await engine.dispatcher.advance(workspace, { by: isFrozen ? 0 : milliseconds, elapse });
    },
    async close() {
      await engine.dispatcher.close();
      await engine.store.close();
    },
  };
}

/**
 * The authorization server, loaded when it is first asked. What it gives out ends by the clock of the workspace that it
 * opens.
 */
function createOAuth(engine: Engine, lives: WorkspaceLives, options: SandboxOptions): AuthorizationServer {
  const { clock, clocks, store, workspaces, report } = engine;
  const { redirectUris, trustProxy, place, ticketKey } = options;
  const now = async (name: string): Promise<number> => {
    const workspace = workspaces.get(name);
    return store.transact(workspace, () => clocks.now(workspace));
  };
  const server = onDemand(async () => {
    const { createAuthorizationServer } = await import('./oauth/authorization-server.ts');
    const requireAlive = (name: string, caller: Client): Promise<void> => lives.requireAlive(name, caller);
    const given = { redirectUris, trustProxy, place, ticketKey };
    return createAuthorizationServer({ clock, now, store, report, requireAlive, ...given });
  });
  return {
    handle: async (context) => (await server()).handle(context),
    findToken: async (text) => (await server()).findToken(text),
    forget: async (workspace) => (await server()).forget(workspace),
  };
}
