/** Which operation of the API a pasted request is for. */
import { matchPath, operationAt } from '../../../openapi/request/match-path.ts';
import type { PastedRequest } from './read/pasted-request.ts';

export interface KnownOperation {
  operationId: string;
  method: string;
  path: string;
  /** Of its page. */
  address: string;
}

/** What is known of an API's operations, and where they are called. */
export interface KnownApi {
  operations: KnownOperation[];
  /** Bases of addresses: `https://api.example.com/v1`. */
  servers: string[];
}

export interface FoundOperation {
  operation: KnownOperation;
  request: PastedRequest;
  /** Of the request, without that of the server. */
  path: string;
  /** Set where the host is none of the API's. */
  foreignHost?: string;
}

/** The request that is for the operation of this page, else the first that is for any. */
export function findOperation(
  api: KnownApi,
  requests: PastedRequest[],
  operationId: string,
): FoundOperation | undefined {
  let first: FoundOperation | undefined;
  for (const request of requests) {
    const found = operationOf(api, request);
    if (found?.operation.operationId === operationId) return found;
    first ??= found;
  }
  return first;
}

/** What is at the path of a request, whatever its method: to tell why there is no operation. */
export function methodsAt({ operations, servers }: KnownApi, request: PastedRequest): string[] {
  const paths = pathsOf(servers, request);
  return operations
    .filter(({ path }) => paths.some((candidate) => matchPath(path, candidate) !== undefined))
    .map(({ method }) => method.toUpperCase());
}

function operationOf(api: KnownApi, request: PastedRequest): FoundOperation | undefined {
  const candidates = api.operations.filter(({ method }) => method.toUpperCase() === request.method);
  for (const path of pathsOf(api.servers, request)) {
    const operation = operationAt(candidates, path);
    if (operation) return { operation, request, path, ...foreign(api.servers, request) };
  }
  return undefined;
}

/** The path without that of each server, and as it is. */
function pathsOf(servers: string[], { target }: PastedRequest): string[] {
  const [path = ''] = target.split('?');
  const bases = servers.map((url) => url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/$/, ''));
  const within = bases.filter((base) => base !== '' && path.startsWith(`${base}/`));
  return [...new Set([...within.map((base) => path.slice(base.length)), path])].map((found) =>
    found.length > 1 ? found.replace(/\/$/, '') : found,
  );
}

function foreign(servers: string[], { origin }: PastedRequest): { foreignHost?: string } {
  const host = origin?.replace(/^https?:\/\//, '') ?? '';
  const isOwn =
    origin === undefined ||
    /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host) ||
    servers.some((url) => url.split('/')[2]?.toLowerCase() === host);
  return isOwn ? {} : { foreignHost: host };
}
