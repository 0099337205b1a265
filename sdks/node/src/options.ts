import type { Hooks } from './hooks.ts';

/** Sends one request: what the platform's `fetch` does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Who calls. An `OAuthSession` is one. */
export interface Credentials {
  /** The token that goes into the `Authorization` header. */
  token(): Promise<string> | string;
  /** Gets another token after `used` was refused. Whether there is one. */
  renew?(used: string): Promise<boolean>;
}

/** How requests are sent. Times are milliseconds. */
export interface TransportOptions {
  /** Otherwise the environment variable `ORBINTO_BASE_URL`, else the live API. */
  baseUrl?: string | undefined;
  /** The most that one try may take, its body included: 30,000. */
  timeout?: number | undefined;
  /** The most that all tries and the waits between them may take: 120,000. */
  totalTimeout?: number | undefined;
  /** How often a call is sent again, where that is harmless: 2. */
  maxRetries?: number | undefined;
  /** Headers of every request. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Sends the requests in the place of the platform's `fetch`: a proxy, a test. */
  fetch?: Fetch | undefined;
  hooks?: Hooks | undefined;
  /** Is told a line a request: `console.debug`. No line holds a credential, a body or a query. */
  log?: ((line: string) => void) | undefined;
  /** Waits between tries; for tests. Times are milliseconds. */
  sleep?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

export interface OrbintoOptions extends TransportOptions {
  /** Otherwise the environment variable `ORBINTO_API_KEY`. */
  apiKey?: string | undefined;
  /** In the place of a key: an `OAuthSession`, or what else gives tokens. */
  auth?: Credentials | undefined;
}

/** What one call may do in its own way. Times are milliseconds. */
export interface CallOptions {
  timeout?: number | undefined;
  totalTimeout?: number | undefined;
  maxRetries?: number | undefined;
  /** Sends the call again even where it may have run already: a POST could then run twice. */
  retryUnsafe?: boolean | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /** Cancels the call, which then fails with the signal's reason. */
  signal?: AbortSignal | undefined;
}
