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

/** Seconds that an access token counts as good for where the server does not say. */
const usualLifetime = 3600;

/** A lifetime beyond this many seconds, a year, makes no sense for an access token. */
const longestLifetime = 366 * 86_400;

/**
 * @param asked The scopes that the server grants unless it says otherwise.
 * @throws SignInError with the server's code
 */
export async function requestTokens(
  server: AuthorizationServer,
  form: Record<string, string>,
  asked: readonly string[],
): Promise<Tokens> {
  return readTokens(await sendForm(server, server.token, form), asked, Date.now());
}

/**
 * What a token endpoint answered. Only the tokens have to be there.
 * @throws SignInError where they are not
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export function readTokens(answer: unknown, asked: readonly string[], now: number): Tokens {
  const { access_token, refresh_token, expires_in, scope } = (answer ?? {}) as Partial<Record<string, unknown>>;
  if (typeof access_token !== 'string' || typeof refresh_token !== 'string')
    throw new SignInError('server_error', 'The answer does not hold an access token and a refresh token.');
  const seconds = Number(expires_in);
  const isLifetime = seconds > 0 && seconds < longestLifetime;
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    scopes: typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : asked,
    expiresAt: now + (isLifetime ? seconds : usualLifetime) * 1000,
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
