import type { RequestRecipe } from '../generated/policies.ts';
import type { Credential } from '../keys.ts';
import type { Deprecation } from '../operations/operation.ts';
import type { LimitState } from '../rate-limit/rate-limiter.ts';

/** Where a request comes from, as told by the server that took it. */
export interface Client {
  /** The IP address; omitted for a request from inside the page. */
  readonly address?: string;
  /** Reads the body of a GET or HEAD, and no more of it than `limit` bytes: requests have none of these methods. */
  readBody?(limit: number): Promise<Uint8Array>;
  /** Cuts the connection, once this much of the answer has been sent. Omitted where there is none. */
  cut?(beginning?: Beginning): void;
}

/** The first part of an answer. */
export interface Beginning {
  readonly status: number;
  readonly headers: Headers;
  /** Of the body. */
  readonly bytes: Uint8Array;
}

/** One request, and what stands in its URL. */
export interface RequestContext {
  readonly request: Request;
  /** The path as sent, still percent-encoded. */
  readonly path: string;
  /** The query string as sent, without the question mark. */
  readonly query: string;
  readonly requestId: string;
  readonly client: Client;
}

/** A request to `/v1`, and what was found out about it on the way to its response. */
export interface ApiContext extends RequestContext {
  /** Undefined where nobody was recognised. */
  caller?: Credential | undefined;
  /** Where the caller's rate limit stands. */
  limit?: LimitState;
  /** Set where the operation that it is for is deprecated. */
  deprecation?: Deprecation | undefined;
  /** The failure recipe that it meets. */
  recipe?: RequestRecipe | undefined;
}
