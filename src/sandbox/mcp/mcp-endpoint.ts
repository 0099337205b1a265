import { createMcpHandler } from '@modelcontextprotocol/server';
import { identify } from '../checks/authenticate.ts';
import { isOwnOrigin } from '../control/access.ts';
import { limits } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import { CONTROL_BASE, MCP_PATH } from '../http/target.ts';
import { parseKey } from '../keys.ts';
import { countRequest } from '../rate-limit/count-request.ts';
import { limitExceeded } from '../rate-limit/limit-exceeded.ts';
import { toRequest } from './api-request.ts';
import { cardResponse } from './card-response.ts';
import type { Library } from './library.ts';
import { createMcpServer } from './mcp-server.ts';
import type { McpHost } from './serve-mcp.ts';
import { sandboxTools } from './tools/sandbox-tools.ts';
import type { SendToApi } from './tools/call-api.ts';

/** Asks in the name of who sends no key: it opens the sample data. */
const DEFAULT_KEY = 'sk_test_admin';

/** JSON-RPC's range for errors of a server. */
const REFUSED = -32000;

/**
 * Answers the Model Context Protocol over HTTP: each request on its own, without sessions, in the workspace of its key.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports
 */
export function createMcpEndpoint(host: McpHost, library: Library): (context: RequestContext) => Promise<Response> {
  return async (context) => {
    if (context.path !== MCP_PATH) return cardResponse(context);
    const refused = await refusalOf(context, host);
    if (refused) return refused;
    const tools = sandboxTools(library, sendTo('/v1', context, host), sendTo(CONTROL_BASE, context, host));
    const handler = createMcpHandler(() => createMcpServer(tools), {
      // Nothing ever changes that somebody could wait for.
      maxSubscriptions: 0,
      maxRequestBodySize: limits.body_bytes,
    });
    return handler.fetch(context.request);
  };
}

/** What is wrong with a request before it is read; undefined where nothing is. */
async function refusalOf(context: RequestContext, host: McpHost): Promise<Response | undefined> {
  const { request } = context;
  if (!isOwnOrigin(request, host.origins))
    return refusal(403, `Pages of ${String(request.headers.get('Origin'))} may not use this sandbox.`);
  if (request.method !== 'POST')
    return refusal(405, 'This server keeps no sessions: it takes POST alone.', { Allow: 'POST' });
  try {
    await count(context, host);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return refusal(error.status, error.message, error.headers);
    throw error;
  }
}

/**
 * Counts a request as one of the API: against its key, or its address.
 * @throws ApiError 429
 */
async function count(context: RequestContext, { engine, limiter, findToken }: McpHost): Promise<void> {
  const { request } = context;
  const caller = request.headers.has('Authorization') ? await identify(request, findToken) : parseKey(DEFAULT_KEY);
  const { retryAfter, remaining } = await countRequest(engine, limiter, { ...context, caller });
  if (retryAfter > 0) throw limitExceeded({ plan: caller?.plan ?? 'free' }, { retryAfter, isBurst: remaining > 0 });
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code: REFUSED, message } }, { status, headers });
}

/** Sends to the sandbox itself what an agent asks for, in the name of who has sent its request, and from there. */
function sendTo(base: string, { request, client: { address } }: RequestContext, host: McpHost): SendToApi {
  const { origin } = new URL(request.url);
  const headers = new Headers({ Authorization: request.headers.get('Authorization') ?? `Bearer ${DEFAULT_KEY}` });
  // A proxy that has seen https has seen it for this request too.
  const proto = request.headers.get('X-Forwarded-Proto');
  if (proto !== null) headers.set('X-Forwarded-Proto', proto);
  return (asked) =>
    host.fetch(toRequest(`${origin}${base}`, asked, headers), { ...(address !== undefined && { address }) });
}
