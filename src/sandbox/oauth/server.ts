import type { Clock } from '../clock.ts';
import { originOf } from '../http/origin.ts';
import type { Client, RequestContext } from '../http/request-context.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { ConsentTickets } from './consent-tickets.ts';
import type { Grants } from './grants.ts';

/** What the endpoints of the authorization server work on. */
export interface OAuthServer {
  readonly grants: Grants;
  readonly store: RecordStore;
  readonly tickets: ConsentTickets;
  readonly redirectUris: readonly string[];
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy: boolean;
  /** Part of every token: where the grants are kept; empty where there is one place for all. */
  readonly place: string;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
  /** The time outside of any workspace. */
  readonly clock: Clock;
  /** The time in a workspace, which may be moved, in milliseconds since the Unix epoch. */
  now(workspace: string): Promise<number>;
  /** @throws ApiError for a workspace that has ended, or that the caller may not open */
  requireAlive(workspace: string, caller: Client): Promise<void>;
}

/** Does something with the grants, in one go; what it changed is kept before its result is handed on. */
export async function withGrants<T>({ store, grants }: OAuthServer, work: (grants: Grants) => T): Promise<T> {
  return store.transact(grants, () => work(grants));
}

/**
 * The name of this server: the address that it was asked at. The live one is https; on the reader's machine it
 * may be plain http.
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
 */
export function issuerOf(server: OAuthServer, { request }: RequestContext): string {
  return originOf(server, request);
}
