import type { ApiError } from './api-error.ts';
import type { Credential } from '../keys.ts';
import type { LimitState } from '../rate-limit/rate-limiter.ts';

/** What is read of a request. A Request of the Fetch standard is one. */
export interface IncomingRequest extends Pick<Request, 'method' | 'url' | 'arrayBuffer'> {
  /** Null: there is none. Firefox has no such member, so that undefined says nothing. */
  readonly body?: Request['body'];
  readonly headers: Pick<Headers, 'get' | 'has'>;
  /** The bytes of the body, where all of them have come in already. */
  readonly received?: Uint8Array;
}

/** Where a request comes from, as told by the server that took it. */
export interface Client {
  /** The IP address; omitted for a request from inside the page. */
  readonly address?: string;
}

/** One request on its way to an answer, and what was found out about it. */
export interface Exchange {
  readonly request: IncomingRequest;
  /** The path as sent, still percent-encoded. */
  readonly path: string;
  /** The query string as sent, without the question mark. */
  readonly query: string;
  readonly requestId: string;
  readonly client: Client;
  /** Who calls, or why nobody was recognised. */
  readonly caller: Credential | ApiError;
  /** Where the caller's rate limit stands; absent outside of `/v1`. */
  readonly limit: LimitState | undefined;
}

/** The path and the query string of an absolute URL, as they stand in it. */
export function splitUrl(url: string): { path: string; query: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('#');
  const target = start === -1 ? '/' : url.slice(start, end === -1 ? undefined : end);
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
