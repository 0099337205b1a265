import { ApiError } from '../http/api-error.ts';
import { errorResponse } from '../http/response.ts';
import { targetOf } from '../http/target.ts';
import { requestIds } from '../ids.ts';
import { placeFor } from './place.ts';
import { ADDRESS_HEADER } from './sandbox-object.ts';
import type { EdgeEnvironment } from './sandbox-object.ts';

/** Paths of the authorization server; the site has pages of like names, with a slash at their end. */
const OAUTH_PATHS = ['/oauth/authorize', '/oauth/token', '/oauth/revoke'];

/** True for an address that the sandbox answers, not the site. */
export function isOfSandbox(url: string): boolean {
  const { kind, path } = targetOf(url);
  if (kind === 'api') return path === '/v1' || path.startsWith('/v1/');
  return kind === 'control' || path.startsWith('/.well-known/') || OAUTH_PATHS.includes(path);
}

/** Hands a request to the object that answers it. @param address where it comes from */
export async function fetchFromObject(
  request: Request,
  { OBJECTS }: EdgeEnvironment,
  address: string,
): Promise<Response> {
  try {
    const id = await placeFor(request, address, OBJECTS);
    const headers = new Headers(request.headers);
    headers.set(ADDRESS_HEADER, address);
    return await OBJECTS.get(id).fetch(new Request(request, { headers }));
  } catch (error) {
    // An object that cannot start, or was restarted while it answered.
    console.error(error);
    const requestId = requestIds(crypto.randomUUID())();
    const { path, query } = targetOf(request.url);
    return errorResponse({ request, path, query, requestId, client: {} }, new ApiError('internal_error'));
  }
}

/**
 * Where a request comes from. The engine knows the peer; Cloudflare's, which is in front of its own, says it in a header that nobody
 * else can set there.
 * @see https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-connecting-ip
 */
export function addressOf(request: Request & { readonly cf?: { readonly clientIp?: string } }): string {
  return request.cf?.clientIp ?? request.headers.get('CF-Connecting-IP') ?? '';
}
