/** The authorization servers that a page can sign in with. */
import { sitePath } from '../../../ui/site-path.ts';
import { send } from '../../environments.ts';
import type { Environment } from '../../environments.ts';
import { SignInError } from './sign-in-error.ts';

export interface AuthorizationServer {
  /** What it calls itself: answers that name another are refused. */
  readonly issuer: string;
  /** Where the user is asked, a page. */
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  /** Where it describes itself; a server inside the page needs no such thing. */
  readonly metadata?: string;
  /** Sends a request to all but the first. */
  send(request: Request): Promise<Response>;
}

/** The server of the live API. A test compares it with the spec. */
const liveIssuer = 'https://app.orbinto.com';

/**
 * The server of an environment: the sandbox inside this browser, asked on a page of this site; a mock on the reader's
 * machine, asked on a page of its own; or Orbinto.
 */
export function authorizationServer({ id, baseUrl }: Pick<Environment, 'id' | 'baseUrl'>): AuthorizationServer {
  const own = () => new URL(baseUrl).origin;
  const issuer = { sandbox: () => location.origin, mock: own, hosted: own, live: () => liveIssuer }[id]();
  return {
    issuer,
    authorize: id === 'sandbox' ? new URL(sitePath('/oauth/authorize/'), issuer).href : `${issuer}/oauth/authorize`,
    token: `${issuer}/oauth/token`,
    revoke: `${issuer}/oauth/revoke`,
    ...(id !== 'sandbox' && { metadata: `${issuer}/.well-known/oauth-authorization-server` }),
    send: (request) => send(request, id),
  };
}

/**
 * Asks a server who it is, before a window is sent there that could only show the browser's error page.
 * @throws SignInError `unreachable` where nothing answers, `wrong_issuer` where somebody else does
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3.3
 */
export async function checkServer(server: AuthorizationServer): Promise<void> {
  const { issuer, metadata } = server;
  if (metadata === undefined) return;
  const answer = await server.send(new Request(metadata)).catch(() => {
    throw new SignInError('unreachable', `No authorization server answers at ${issuer}.`);
  });
  const described = (await answer.json().catch(() => ({}))) as { issuer?: unknown };
  if (described.issuer !== issuer)
    throw new SignInError('wrong_issuer', `What answers at ${issuer} is not its authorization server.`);
}
