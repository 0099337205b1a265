import { ConfigurationError } from './errors.ts';
import { BASE_URL, MAX_RETRIES, TIMEOUT, TOTAL_TIMEOUT } from './generated/settings.ts';
import type { CallOptions, Credentials, Fetch, OrbintoOptions, TransportOptions } from './options.ts';
import { environment } from './runtime.ts';

/** How long a call may take, in milliseconds, and how often it may be sent again. */
export interface Limits {
  timeout: number;
  totalTimeout: number;
  maxRetries: number;
}

/** Options with nothing left open. */
export interface Config extends Limits {
  baseUrl: string;
  fetch: Fetch;
  sleep: NonNullable<TransportOptions['sleep']>;
  /** Headers, hooks and log. */
  options: TransportOptions;
  auth: Credentials | undefined;
}

/** @throws ConfigurationError when there is no key, or key or base URL cannot be sent */
export function credentialsOf({ apiKey = environment('ORBINTO_API_KEY'), auth }: OrbintoOptions): Credentials {
  if (auth) return auth;
  if (!apiKey) throw new ConfigurationError('There is no API key: give apiKey, or set ORBINTO_API_KEY');
  if (typeof apiKey !== 'string' || /[^!-~]/.test(apiKey))
    throw new ConfigurationError('The API key has characters that no key has, such as a space or a line end');
  return { token: () => apiKey };
}

export function configOf(options: TransportOptions, auth?: Credentials): Config {
  const { sleep = pause, fetch: send = (url, init) => fetch(url, init) } = options;
  const baseUrl = checkedUrl(options.baseUrl ?? (environment('ORBINTO_BASE_URL') || BASE_URL));
  return {
    ...limitsOf(options, { timeout: TIMEOUT, totalTimeout: TOTAL_TIMEOUT, maxRetries: MAX_RETRIES }),
    baseUrl,
    fetch: send,
    sleep,
    options,
    auth,
  };
}

function checkedUrl(text: string): string {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // What is wrong with it is told below.
  }
  // It may hold a password: it is not shown.
  if (!url || !/^https?:\/\//i.test(text) || url.username || url.password || url.search || url.hash)
    throw new ConfigurationError(
      'The base URL must begin with https:// or http://, and have no password, query or fragment',
    );
  return url.href.replace(/\/+$/, '');
}

export function limitsOf(options: CallOptions | TransportOptions, otherwise: Limits): Limits {
  const limits = { ...otherwise };
  for (const name of ['timeout', 'totalTimeout', 'maxRetries'] as const) {
    const value = (limits[name] = options[name] ?? otherwise[name]);
    if (!(value >= 0)) throw new ConfigurationError(`${name} must be a number, and not below 0`);
  }
  return limits;
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', cancel);
  });
}
