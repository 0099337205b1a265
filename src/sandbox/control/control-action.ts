import type { Engine } from '../engine.ts';
import type { Client } from '../http/request-context.ts';
import type { AuthorizationServer } from '../oauth/authorization-server.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { WorkspaceLives } from '../records/workspace-lives.ts';
import type { ChangingRequest } from '../records/undo-entry.ts';
import type { Workspace } from '../records/workspace.ts';
import type { CountMade } from './count-made.ts';

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
  readonly countMade: CountMade;
  readonly request: Request;
  /** The request as it is told once it has changed something. */
  readonly asked: ChangingRequest;
  readonly client: Client;
  /** The documentation site that goes with the sandbox, without a slash at the end. */
  readonly siteUrl: string;
  /** True: strangers share this sandbox. */
  readonly isPublic: boolean;
  /** Draws the name of a workspace that is made for a while. */
  readonly newWorkspaceName: (request: Request) => string;
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

/** What an action changes in this transaction can be undone. @param isChange whether it counts as a change whatever it does now */
export function beginUndo({ engine, workspace, asked }: ControlContext, isChange = false): void {
  workspace.undo.begin(asked, engine.clocks.now(workspace), { isChange });
}

export function jsonResponse(body: unknown, status = 200): ControlResponse {
  return { status, body: JSON.stringify(body) };
}
