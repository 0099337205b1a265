import { isLoopback } from '../checks/host.ts';
import type { RequestContext } from '../http/request-context.ts';
import { ControlError } from './control-error.ts';
import type { CountMade } from './count-made.ts';

export interface ControlAccess {
  /** Origins whose pages may use the control interface. */
  readonly controlOrigins?: readonly string[];
  /** True: other machines may use it. */
  readonly remoteControl?: boolean;
  /** True: strangers share this sandbox. */
  readonly isPublic?: boolean;
  /** The documentation site that goes with the sandbox, without a slash at the end; the public one when omitted. */
  readonly siteUrl?: string;
  /** Draws the name of a workspace that a request makes for a while. */
  readonly newWorkspaceName?: (request: Request) => string;
  /** Counts the workspaces that an address makes; by the sandbox's own limits when omitted. */
  readonly countMade?: CountMade;
}

/** True for a request that no web page sent, or a page of one of these origins. */
export function isOwnOrigin({ headers }: Request, origins: readonly string[] = []): boolean {
  const origin = headers.get('Origin');
  return origin === null || origins.includes(origin);
}

/**
 * A web page of another origin, or another machine, must not control a sandbox on the reader's machine.
 * @throws ControlError 403
 */
export function refuseForeign(
  { request, client }: RequestContext,
  { controlOrigins, remoteControl }: ControlAccess,
): void {
  if (!isOwnOrigin(request, controlOrigins)) {
    const origin = request.headers.get('Origin');
    throw new ControlError(403, 'origin_not_allowed', `Pages of ${String(origin)} may not control this sandbox.`);
  }
  const { address } = client;
  if (!remoteControl && address !== undefined && !isLoopback(address)) {
    throw new ControlError(
      403,
      'remote_control_not_allowed',
      'Start the mock with --allow-remote-control to control it from other machines.',
    );
  }
}
