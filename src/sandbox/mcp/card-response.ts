import type { RequestContext } from '../http/request-context.ts';
import { MCP_PATH } from '../http/target.ts';
import { serverCard } from './server-card.ts';

/** Tells whoever asks, a page of any origin too, what answers here. */
export function cardResponse({ request, path }: RequestContext): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
  const type = path.startsWith(MCP_PATH) ? 'application/mcp-server-card+json' : 'application/json';
  const headers = {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
  };
  const card = JSON.stringify(serverCard(new URL(request.url).origin), null, 2);
  return new Response(request.method === 'HEAD' ? null : `${card}\n`, { headers });
}
