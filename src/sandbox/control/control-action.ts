import type { Engine } from '../engine.ts';
import type { Client } from '../http/request-context.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { WorkspaceLives } from '../records/workspace-lives.ts';
import type { Workspace } from '../records/workspace.ts';

/** What the control interface controls. */
export interface ControlDependencies {
  readonly engine: Engine;
  readonly limiter: RateLimiter;
  readonly oauth: AuthorizationServer;
  readonly lives: WorkspaceLives;
}

/** What an action of the control interface works with. */
export interface ControlContext extends ControlDependencies {
  readonly workspace: Workspace;
  readonly request: Request;
  readonly client: Client;
  /** The documentation site that goes with the sandbox, without a slash at the end. */
  readonly siteUrl: string;
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
