import type { Engine } from '../engine.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { Workspace } from '../records/workspace.ts';

/** What the control interface controls. */
export interface ControlDependencies {
  readonly engine: Engine;
  readonly limiter: RateLimiter;
  readonly oauth: AuthorizationServer;
}

/** What an action of the control interface works with. */
export interface ControlContext extends ControlDependencies {
  readonly workspace: Workspace;
  readonly request: Request;
  /** The query string as sent, without the question mark. */
  readonly query: string;
}

export interface ControlResponse {
  readonly status: number;
  /** JSON text; null for an answer without a body. */
  readonly body: string | null;
}

/** Does what one path and method of the control interface does. @param id the one in the path, if it has one */
export type Action = (context: ControlContext, id: string) => Promise<ControlResponse>;

export function jsonResponse(body: unknown, status = 200): ControlResponse {
  return { status, body: JSON.stringify(body) };
}
