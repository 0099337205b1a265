import { Call } from './call.ts';
import { configOf, credentialsOf } from './config.ts';
import { Namespaces } from './generated/namespaces.ts';
import type { CallOptions, OrbintoOptions } from './options.ts';
import { Transport } from './transport.ts';

export interface RequestOptions extends CallOptions {
  query?: Readonly<Record<string, unknown>> | undefined;
  /** Is sent as JSON. */
  body?: unknown;
}

/** The Orbinto API. One client serves any number of calls at once. */
export class Orbinto extends Namespaces {
  readonly #options: OrbintoOptions;
  readonly #transport: Transport;

  /** @throws ConfigurationError without a key, or with a key or base URL that cannot be sent */
  constructor(options: OrbintoOptions = {}) {
    const transport = new Transport(configOf(options, credentialsOf(options)));
    super(transport);
    this.#options = options;
    this.#transport = transport;
  }

  /** A client that is like this one but for some options. */
  withOptions(options: OrbintoOptions): Orbinto {
    return new Orbinto({ ...this.#options, ...(options.apiKey !== undefined && { auth: undefined }), ...options });
  }

  /**
   * Calls a path that this library has no method for.
   * @param path relative to the base URL: `/contacts`
   */
  request<T = unknown>(method: string, path: string, { query, body, ...options }: RequestOptions = {}): Call<T> {
    return new Call<T>(this.#transport.send({ method: method.toUpperCase(), path, query, body }, options));
  }
}
