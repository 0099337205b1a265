/** Requests to the token and revocation endpoints. */
import type { AuthorizationServer } from './authorization-server.ts';
import { SignInError } from './sign-in-error.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  /** When the access token ends, in milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly scope: string;
}

/** @throws SignInError with the server's code */
export async function requestTokens(server: AuthorizationServer, form: Record<string, string>): Promise<Tokens> {
  const answer = (await sendForm(server, server.token, form)) as TokenAnswer;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    scopes: answer.scope.split(' '),
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
}

/**
 * Sends a form and reads the JSON of its answer.
 * @throws SignInError with the server's code
 * @throws TypeError when no server answers
 */
export async function sendForm(
  server: AuthorizationServer,
  url: string,
  form: Record<string, string>,
): Promise<unknown> {
  const answer = await server.send(new Request(url, { method: 'POST', body: new URLSearchParams(form) }));
  const body: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  const { error = 'server_error', error_description: description } = body as Record<string, string | undefined>;
  throw new SignInError(error, description ?? `The server answered ${answer.status}.`);
}
