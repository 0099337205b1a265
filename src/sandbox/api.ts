import { Hono } from 'hono';
import type { Context } from 'hono';
import { ApiError } from './api-error.ts';
import type { Exchange } from './exchange.ts';
import { operations } from './generated/operations.ts';
import { perform } from './pipeline.ts';
import type { Engine } from './pipeline.ts';
import { respondError } from './respond.ts';

type Env = { Bindings: Exchange };

const BASE = '/v1';

/** Mounts every operation of the spec below `/v1`. What comes back answers any request, errors included. */
export function mountApi(engine: Engine): (exchange: Exchange) => Response | Promise<Response> {
  const app = new Hono<Env>({ getPath: (_request, options) => options?.env?.path ?? '/' });
  for (const operation of operations) {
    app.on(operation.method, honoPath(operation.path), (context) =>
      perform(engine, operation, context.env, context.req.param() as Record<string, string>),
    );
  }
  app.notFound((context) => respondError(context.env, noSuchRoute(context)));
  app.onError((error, context) => {
    if (!(error instanceof ApiError)) engine.report(error);
    return respondError(context.env, error);
  });
  return (exchange) => app.fetch(exchange.request, exchange);
}

/** 405 for a path that takes other methods, else 404. */
function noSuchRoute({ env: { path }, req: { method } }: Context<Env>): ApiError {
  const allowed = allowedMethods(path);
  if (allowed.length === 0) return new ApiError('not_found', { values: { what: `path ${path}` } });
  const allow = allowed.join(', ');
  return new ApiError('method_not_allowed', { values: { method, allow }, headers: { Allow: allow } });
}

/** The methods that a path takes, as the Allow header lists them; none for a path that does not exist. */
function allowedMethods(path: string): string[] {
  const methods = new Set<string>(
    operations.filter((operation) => patternOf(operation.path).test(path)).map(({ method }) => method),
  );
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** `/contacts/{id}` as Hono writes it. */
function honoPath(path: string): string {
  return `${BASE}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}
