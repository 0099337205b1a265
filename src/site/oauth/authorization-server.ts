/** The authorization servers that a page can sign in with. */
import { send } from '../console/environments.ts';
import type { Environment } from '../console/environments.ts';

export interface AuthorizationServer {
  /** What it calls itself: answers that name another are refused. */
  readonly issuer: string;
  /** Where the user is asked, a page. */
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  /** Sends a request to the last two. */
  send(request: Request): Promise<Response>;
}

/**
 * The server of an environment: the sandbox inside this browser, asked on a page of this site, or a mock on the
 * reader's machine, asked on a page of its own.
 */
export function sandboxServer({ id, baseUrl }: Pick<Environment, 'id' | 'baseUrl'>): AuthorizationServer {
  const issuer = id === 'sandbox' ? location.origin : new URL(baseUrl).origin;
  return {
    issuer,
    authorize: `${issuer}/oauth/authorize${id === 'sandbox' ? '/' : ''}`,
    token: `${issuer}/oauth/token`,
    revoke: `${issuer}/oauth/revoke`,
    send: (request) => send(request, id),
  };
}
