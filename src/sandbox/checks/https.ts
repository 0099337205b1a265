import { forwardedProtocol } from '../http/origin.ts';
import type { Proxy } from '../http/origin.ts';
import type { RequestContext } from '../http/request-context.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * Sends a plain-HTTP request to its https address: nothing of it is executed. The proxy in front tells the protocol.
 * @param headers what its response carries besides
 * @returns undefined for a request that came by https
 */
export function redirectToHttps(context: RequestContext, proxy: Proxy, headers: Headers = {}): Response | undefined {
  const { request, path, query, requestId } = context;
  if (forwardedProtocol(proxy, request.headers) !== 'http') return undefined;
  const location = `https://${new URL(request.url).host}${path}${query === '' ? '' : `?${query}`}`;
  return new Response(null, {
    status: 301,
    headers: { ...headers, 'X-Request-Id': requestId, Location: location },
  });
}
