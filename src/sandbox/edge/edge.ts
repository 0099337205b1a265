import { ApiError } from '../http/api-error.ts';
import { errorResponse } from '../http/response.ts';
import { MCP_PATHS, METADATA_PATHS, targetOf } from '../http/target.ts';
import { requestIds } from '../ids.ts';
import { isCut } from './cut.ts';
import type { EdgeEnvironment } from './environment.ts';
import { forward } from './forward.ts';
import { placeFor } from './place.ts';
import { tell } from './told.ts';

/** Paths of the authorization server; the site has pages of like names, with a slash at their end. */
const OAUTH_PATHS = ['/oauth/authorize', '/oauth/token', '/oauth/revoke'];

/** True for an address that the sandbox answers, not the site. */
export function isOfSandbox(url: string): boolean {
  const { kind, path } = targetOf(url);
  if (kind === 'api') return path === '/v1' || path.startsWith('/v1/') || MCP_PATHS.includes(path);
  return kind === 'control' || METADATA_PATHS.includes(path) || OAUTH_PATHS.includes(path);
}

/**
 * Hands a request to the object that answers it.
 * @param address where it comes from
 * @throws where a recipe cuts the connection: the engine does that, then
 */
export async function fetchFromObject(
  request: Request,
  { OBJECTS }: EdgeEnvironment,
  address: string,
): Promise<Response> {
  try {
    return await forward(request, async (sent) => {
      const { id, ...place } = await placeFor(sent, address, OBJECTS);
      tell(sent.headers, { ...place, address });
      return OBJECTS.get(id);
    });
  } catch (error) {
    if (isCut(error)) throw error;
    // An object that cannot start, or was restarted while it answered.
    console.error(error instanceof Error ? error.message : error);
    const requestId = requestIds(crypto.randomUUID())();
    const { path, query } = targetOf(request.url);
    return errorResponse({ request, path, query, requestId, client: {} }, new ApiError('internal_error'));
  }
}

/** An address and the port beside it: `192.0.2.1:4010`, `[2001:db8::1]:4010`. */
const WITH_PORT = /^(?:\[(.*)\]|([\d.]+)):\d+$/;

type FromPeer = Request & { readonly cf?: { readonly clientIp?: string } };

/**
 * Where a request comes from: the peer that the engine has taken it from or, behind a proxy that is trusted, the one which that saw.
 * On Cloudflare's network the engine does not tell, and a header does that nobody else can set there.
 * @see https://developers.cloudflare.com/fundamentals/reference/http-headers/#cf-connecting-ip
 */
export function addressOf({ cf, headers }: FromPeer, { TRUST_PROXY }: EdgeEnvironment): string {
  const forwarded = TRUST_PROXY === 'on' ? headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const peer = cf?.clientIp;
  const [, ipv6, ipv4] = WITH_PORT.exec(peer ?? '') ?? [];
  return forwarded || (ipv6 ?? ipv4 ?? peer ?? headers.get('CF-Connecting-IP') ?? '');
}
