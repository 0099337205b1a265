import type { FindToken } from '../checks/authenticate.ts';
import type { Engine } from '../engine.ts';
import type { Client, RequestContext } from '../http/request-context.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';

/** What a sandbox lends to the server that answers for it on `/mcp`. */
export interface McpHost {
  /** Answers a request as if it had come over the network. */
  fetch(request: Request, client: Client): Promise<Response>;
  /** Origins whose pages may use it. */
  readonly origins: readonly string[] | undefined;
  readonly engine: Engine;
  readonly limiter: RateLimiter;
  readonly findToken: FindToken;
}

/** Makes what answers on `/mcp`: loaded when it is first asked, because its library weighs more than the sandbox. */
export type ServeMcp = (host: McpHost) => Promise<(context: RequestContext) => Promise<Response>>;
