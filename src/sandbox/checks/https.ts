import { Answer } from '../http/answer.ts';
import type { Exchange } from '../http/request-context.ts';
import { commonHeaders } from '../http/response.ts';

/**
 * Sends a plain-HTTP request to its https address: nothing of it is executed. The proxy in front tells the protocol.
 * @returns undefined for a request that came by https
 */
export function redirectToHttps(exchange: Exchange): Answer | undefined {
  const protocol = exchange.request.headers.get('X-Forwarded-Proto')?.split(',')[0]?.trim().toLowerCase();
  if (protocol !== 'http') return undefined;
  const { host } = new URL(exchange.request.url);
  const query = exchange.query === '' ? '' : `?${exchange.query}`;
  const location = `https://${host}${exchange.path}${query}`;
  const headers = exchange.limit ? commonHeaders(exchange) : { 'X-Request-Id': exchange.requestId };
  return new Answer(301, { ...headers, Location: location });
}
