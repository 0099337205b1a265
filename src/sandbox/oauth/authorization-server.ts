import type { FindToken } from '../checks/authenticate.ts';
import type { Clock } from '../clock.ts';
import { ApiError } from '../http/api-error.ts';
import type { Client, RequestContext } from '../http/request-context.ts';
import { OAUTH_METADATA, RESOURCE_METADATA } from '../http/target.ts';
import { tokenLimitKey } from '../keys.ts';
import type { TokenCredential } from '../keys.ts';
import type { RecordStore } from '../store/record-store.ts';
import { authorize, refuse } from './authorize.ts';
import { ConsentTickets } from './consent-tickets.ts';
import { findAccessToken } from './grant.ts';
import { Grants } from './grants.ts';
import { metadata } from './metadata.ts';
import { OAuthError } from './oauth-error.ts';
import { protectedResource } from './protected-resource.ts';
import { REDIRECT_URIS } from './redirect-uris.ts';
import { errorResponse, jsonResponse, CORS } from './responses.ts';
import { revoke } from './revoke.ts';
import { readToken, sha256 } from './secrets.ts';
import { withGrants } from './server.ts';
import type { OAuthServer } from './server.ts';
import { token } from './token.ts';

interface Options {
  readonly store: RecordStore;
  /** The time outside of any workspace. */
  readonly clock: Clock;
  /** The time in a workspace, in milliseconds since the Unix epoch. */
  readonly now: (workspace: string) => Promise<number>;
  /** @throws ApiError for a workspace that has ended, or that the caller may not open */
  readonly requireAlive: (workspace: string, caller: Client) => Promise<void>;
  /** Is told of failures that are nobody's fault but ours. */
  readonly report: (error: unknown) => void;
  /** Addresses that users may be sent back to, besides those of the documentation site. */
  readonly redirectUris?: readonly string[];
  readonly trustProxy?: boolean;
  /** Where the grants are kept, as tokens tell it. @see newHandle */
  readonly place?: string;
  /** What consent pages are signed with; new in each run when omitted. */
  readonly ticketKey?: () => Promise<CryptoKey>;
}

/** The sandbox's OAuth 2.0 authorization server. */
export interface AuthorizationServer {
  /** Answers a request for one of its addresses. */
  handle(context: RequestContext): Promise<Response>;
  /** What an access token opens; undefined for a text that is none, or works no longer. */
  readonly findToken: FindToken;
  /** Ends every grant in a workspace. */
  forget(workspace: string): Promise<void>;
}

interface Endpoint {
  readonly methods: readonly string[];
  /** True for programs of any origin; false for the reader's browser. */
  readonly isShared: boolean;
  handle(server: OAuthServer, context: RequestContext): Response | Promise<Response>;
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/oauth/authorize': { methods: ['GET', 'HEAD', 'POST'], isShared: false, handle: authorize },
  '/oauth/token': { methods: ['POST'], isShared: true, handle: token },
  '/oauth/revoke': { methods: ['POST'], isShared: true, handle: revoke },
  [OAUTH_METADATA]: { methods: ['GET', 'HEAD'], isShared: true, handle: metadata },
  [RESOURCE_METADATA]: { methods: ['GET', 'HEAD'], isShared: true, handle: protectedResource },
};

export function createAuthorizationServer(options: Options): AuthorizationServer {
  const { redirectUris = [], trustProxy = false, place = '', ticketKey } = options;
  const server: OAuthServer = {
    ...options,
    trustProxy,
    place,
    grants: new Grants(),
    tickets: new ConsentTickets(ticketKey),
    redirectUris: [...REDIRECT_URIS, ...redirectUris],
  };
  return {
    handle: (context) => handle(server, context),
    findToken: (text) => findToken(server, text),
    forget: (workspace) => withGrants(server, (grants) => grants.deleteOf(workspace)),
  };
}

async function handle(server: OAuthServer, context: RequestContext): Promise<Response> {
  const endpoint = Object.hasOwn(ENDPOINTS, context.path) ? ENDPOINTS[context.path] : undefined;
  const { method } = context.request;
  const cors = endpoint?.isShared ? CORS : {};
  try {
    if (!endpoint) throw new OAuthError('invalid_request', 'There is no such address.', 404);
    if (endpoint.isShared && method === 'OPTIONS') return preflightResponse(context, endpoint);
    if (!endpoint.methods.includes(method)) return refuseMethod(context, endpoint);
    const response = await endpoint.handle(server, context);
    return method === 'HEAD' ? new Response(null, response) : response;
  } catch (error) {
    const refusal = refusalOf(server, error);
    return endpoint?.isShared ? errorResponse(context, refusal, cors) : refuse(context, refusal);
  }
}

function refusalOf(server: OAuthServer, error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof ApiError) return new OAuthError('invalid_request', error.message, error.status);
  server.report(error);
  return new OAuthError('server_error', 'Something went wrong on our end.', 500);
}

function refuseMethod(context: RequestContext, { methods, isShared }: Endpoint): Response {
  const allow = methods.join(', ');
  const refusal = new OAuthError('invalid_request', `This address takes ${allow}.`, 405);
  return errorResponse(context, refusal, { Allow: allow, ...(isShared ? CORS : {}) });
}

function preflightResponse(context: RequestContext, { methods }: Endpoint): Response {
  return jsonResponse(context, 204, undefined, {
    ...CORS,
    'Access-Control-Allow-Methods': methods.join(', '),
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, *',
    'Access-Control-Max-Age': '600',
  });
}

async function findToken(server: OAuthServer, text: string): Promise<TokenCredential | undefined> {
  const parts = readToken('access', text);
  if (!parts) return undefined;
  const grant = await withGrants(server, (grants) => grants.get(parts.handle));
  if (!grant) return undefined;
  const { clientId, workspace } = grant;
  const found = findAccessToken(grant, await sha256(parts.secret), await server.now(workspace));
  return (
    found && {
      kind: 'token',
      clientId,
      workspace,
      plan: 'professional',
      limitKey: tokenLimitKey(clientId, workspace),
      scopes: new Set(found.scopes),
    }
  );
}
