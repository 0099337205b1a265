import type { ReadAnswer } from './answer.ts';
import { OAuthError } from './api-errors.ts';
import { toBase64Url } from './base64.ts';
import { configOf } from './config.ts';
import { AUTHORIZE_URL, BASE_URL, REVOKE_URL, TOKEN_URL } from './generated/settings.ts';
import type { Scope } from './generated/settings.ts';
import { OAuthSession } from './oauth-session.ts';
import type { SessionOptions, SessionTokens } from './oauth-session.ts';
import type { TransportOptions } from './options.ts';
import { Transport } from './transport.ts';
import type { Unlisted } from './unlisted.ts';

export interface OAuthOptions extends TransportOptions {
  clientId: string;
  /** Of applications that can keep one; never in a browser or an app on a device. */
  clientSecret?: string | undefined;
}

/** What the token endpoint gives. */
export interface OAuthTokens {
  access_token: string;
  token_type: string;
  refresh_token?: string;
  /** Seconds. */
  expires_in?: number;
  /** When the access token ends, in Unix seconds: reckoned here, so that it can be stored. */
  expires_at?: number;
  scope?: string;
}

export interface AuthorizeOptions {
  /** Where the user comes back to; registered for the application. */
  redirectUri: string;
  scopes: readonly (Scope | Unlisted)[];
  /** Otherwise drawn at random. */
  state?: string | undefined;
}

export interface Authorization {
  /** Where to send the user. */
  url: string;
  /** Keep it, and compare it with the `state` that the user brings back. */
  state: string;
  /** Keep it for `exchange`. */
  codeVerifier: string;
}

export interface Exchange {
  /** What the user brought back. */
  code: string;
  codeVerifier: string;
  /** The same as for the authorisation. */
  redirectUri: string;
}

const random = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));

/** Acts for users who consent: authorisation with PKCE, tokens, revocation. */
export class OAuth {
  readonly #options: OAuthOptions;
  readonly #baseUrl: string;

  /** @throws ConfigurationError when the base URL cannot be used */
  constructor(options: OAuthOptions) {
    this.#options = options;
    this.#baseUrl = configOf(options).baseUrl;
  }

  /** Begins: sends the user to `url`, and keeps the rest until the user comes back. */
  async authorizeUrl({ redirectUri, scopes, state = random() }: AuthorizeOptions): Promise<Authorization> {
    const codeVerifier = random();
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
    const url = new URL(this.#address(AUTHORIZE_URL));
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.#options.clientId,
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state,
      code_challenge: toBase64Url(new Uint8Array(challenge)),
      code_challenge_method: 'S256',
    }).toString();
    return { url: url.href, state, codeVerifier };
  }

  /** The tokens for a code. @throws OAuthError `invalid_grant` when the code does not work */
  exchange({ code, codeVerifier, redirectUri }: Exchange): Promise<OAuthTokens> {
    return this.#tokens({
      grant_type: 'authorization_code',
      code,
      code_verifier: codeVerifier,
      redirect_uri: redirectUri,
    });
  }

  /** New tokens; the old refresh token is worth nothing afterwards. @throws OAuthError `invalid_grant` when it was already */
  refresh(refreshToken: string): Promise<OAuthTokens> {
    return this.#tokens({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** Makes an access or refresh token worth nothing. One that is already is no error. */
  async revoke(token: string): Promise<void> {
    await this.#send(REVOKE_URL, { token });
  }

  /** Credentials for a client: `new Orbinto({ auth: oauth.session(tokens) })`. They are renewed when it is time. */
  session(tokens: SessionTokens, options?: SessionOptions): OAuthSession {
    return new OAuthSession(this, tokens, options);
  }

  async #tokens(fields: Record<string, string>): Promise<OAuthTokens> {
    const tokens = (await this.#send(TOKEN_URL, fields)).body as OAuthTokens;
    const { expires_in } = tokens;
    return typeof expires_in === 'number'
      ? { ...tokens, expires_at: Math.floor(Date.now() / 1000) + expires_in }
      : tokens;
  }

  /** The documented address for the live API; for another one, such as a sandbox, the same path at its origin. */
  #address(documented: string): string {
    return this.#baseUrl === BASE_URL ? documented : new URL(this.#baseUrl).origin + new URL(documented).pathname;
  }

  #send(documented: string, fields: Record<string, string>): Promise<ReadAnswer> {
    const { clientId, clientSecret, ...options } = this.#options;
    const url = new URL(this.#address(documented));
    const form = new URLSearchParams({
      ...fields,
      client_id: clientId,
      ...(clientSecret && { client_secret: clientSecret }),
    });
    const transport = new Transport(configOf({ ...options, baseUrl: url.origin }));
    const acceptsEmpty = documented === REVOKE_URL;
    return transport.send({ method: 'POST', path: url.pathname, form, fail, acceptsEmpty }, {});
  }
}

/** RFC 6749 has another form of errors than the API. */
function fail(answer: ReadAnswer): OAuthError {
  const { error, error_description } = (answer.body ?? {}) as { error?: unknown; error_description?: unknown };
  if (typeof error !== 'string') return new OAuthError(answer);
  return new OAuthError({ ...answer, body: { error: { code: error, message: error_description } } });
}
