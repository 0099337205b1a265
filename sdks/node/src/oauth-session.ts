import { REFRESH_BEFORE_EXPIRY } from './generated/settings.ts';
import type { OAuthTokens } from './oauth.ts';
import type { Credentials } from './options.ts';

/** Tokens as they were stored. */
export interface SessionTokens {
  access_token: string;
  refresh_token?: string | undefined;
  /** Unix seconds. */
  expires_at?: number | undefined;
}

export interface SessionOptions {
  /** Is given new tokens before they are used: store them, since the old refresh token is spent. */
  onTokens?: ((tokens: OAuthTokens) => unknown) | undefined;
}

/** Tokens of one user. They are renewed 30 seconds before their end, once for any number of calls that wait. */
export class OAuthSession implements Credentials {
  readonly #oauth: { refresh(refreshToken: string): Promise<OAuthTokens> };
  readonly #options: SessionOptions;
  #tokens: SessionTokens;
  #renewal: Promise<boolean> | undefined;

  constructor(
    oauth: { refresh(refreshToken: string): Promise<OAuthTokens> },
    tokens: SessionTokens,
    options: SessionOptions = {},
  ) {
    this.#oauth = oauth;
    this.#tokens = tokens;
    this.#options = options;
  }

  /** The access token, a new one where its end is near. @throws OAuthError when it cannot be renewed */
  async token(): Promise<string> {
    const { expires_at = Infinity } = this.#tokens;
    if (Date.now() / 1000 > expires_at - REFRESH_BEFORE_EXPIRY) await this.renew(this.#tokens.access_token);
    return this.#tokens.access_token;
  }

  /** Whether there is another token than `used`. @throws OAuthError when it cannot be renewed */
  async renew(used: string): Promise<boolean> {
    if (this.#tokens.access_token !== used) return true;
    this.#renewal ??= this.#refresh().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #refresh(): Promise<boolean> {
    const { refresh_token } = this.#tokens;
    if (!refresh_token) return false;
    const tokens = { refresh_token, ...(await this.#oauth.refresh(refresh_token)) };
    await this.#options.onTokens?.(tokens);
    this.#tokens = tokens;
    return true;
  }
}
