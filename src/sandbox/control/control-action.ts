import type { Exchange } from '../http/request-context.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import type { Engine } from '../http/handle.ts';
import type { Workspace } from '../records/workspace.ts';

/** What the control interface controls. */
export interface Controlled {
  readonly engine: Engine;
  readonly limiter: RateLimiter;
  readonly oauth: AuthorizationServer;
}

/** What an action of the control interface works with. */
export interface ControlContext extends Controlled {
  readonly workspace: Workspace;
  readonly exchange: Exchange;
}

export interface ControlAnswer {
  readonly status: number;
  /** JSON text; null for an answer without a body. */
  readonly body: string | null;
}

/** Does what one path and method of the control interface does. @param id the one in the path, if it has one */
export type Action = (context: ControlContext, id: string) => Promise<ControlAnswer>;

export function answerWith(body: unknown, status = 200): ControlAnswer {
  return { status, body: JSON.stringify(body) };
}
