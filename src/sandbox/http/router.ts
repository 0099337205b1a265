import type { Router } from 'hono/router';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { operations } from '../generated/operations.ts';
import type { OperationId } from '../generated/operations.ts';
import type { Operation } from '../operations/operation.ts';
import { ApiError } from './api-error.ts';
import type { RequestContext } from './request-context.ts';

export type PathParameters = Readonly<Record<string, string>>;

/** The operation that a request is for, and what its path names. */
interface Route {
  readonly operation: Operation<OperationId>;
  readonly path: PathParameters;
}

const BASE = '/v1';

/**
 * Knows every operation of the spec, below `/v1`. HEAD asks for what GET would answer.
 * @param table Those of another version of the spec, where it is not this one that is served.
 * @returns finds the operation of a request whose path can be decoded; throws an ApiError, 404 or 405, where there is none
 */
export function createRouter(
  table: readonly Operation<OperationId>[] = operations,
): (context: RequestContext) => Route {
  const router: Router<Operation<OperationId>> = new RegExpRouter();
  for (const operation of table) router.add(operation.method, routerPath(operation.path), operation);
  return ({ path, request: { method } }) => {
    const [found, values] = router.match(method === 'HEAD' ? 'GET' : method, path);
    const [match] = found;
    if (!match) throw noSuchRoute(path, method, table);
    const places: Readonly<Record<string, string | number>> = match[1];
    const parameters: Record<string, string> = {};
    for (const name in places) {
      const place = places[name] ?? '';
      parameters[name] = decodeURIComponent(typeof place === 'string' ? place : (values?.[place] ?? ''));
    }
    return { operation: match[0], path: parameters };
  };
}

/** 405 for a path that takes other methods, else 404. */
function noSuchRoute(path: string, method: string, table: readonly Operation[]): ApiError {
  const allowed = allowedMethods(path, table);
  if (allowed.length === 0) return new ApiError('not_found', { values: { what: `path ${path}` } });
  const allow = allowed.join(', ');
  return new ApiError('method_not_allowed', { values: { method, allow }, headers: { Allow: allow } });
}

/** The methods that a path takes, as the Allow header lists them; none for a path that does not exist. */
function allowedMethods(path: string, table: readonly Operation[]): string[] {
  const methods = new Set<string>(
    table.filter((operation) => patternOf(operation.path).test(path)).map(({ method }) => method),
  );
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** `/contacts/{id}` as the router writes it. */
function routerPath(path: string): string {
  return `${BASE}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}
