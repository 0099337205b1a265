const LOOPBACK_IPV4 = /^127(?:\.\d{1,3}){3}$/;
const LOOPBACK_IPV6 = /^(?:::1|::ffff:127(?:\.\d{1,3}){3})$/i;
const IP_LITERAL = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i;
const WILDCARDS = ['0.0.0.0', '::'];

/** True for an address of this machine itself. */
export function isLoopback(address: string): boolean {
  return LOOPBACK_IPV4.test(address) || LOOPBACK_IPV6.test(address);
}

/**
 * True when a Host header names this machine or the host that the server was bound to. A page whose name was made
 * to point here (DNS rebinding) sends its own name and is refused. Where every interface is bound, an IP address
 * is accepted too: it cannot be rebound.
 * @param bound what the server listens on, e.g. `127.0.0.1`
 */
export function isAllowedHost(header: string | undefined, bound: string): boolean {
  const host = header?.toLowerCase().replace(/:\d{1,5}$/, '');
  if (!host) return false;
  if (host === 'localhost' || isLoopback(host.replace(/^\[(.*)\]$/, '$1'))) return true;
  if (host === bound.toLowerCase() || host === `[${bound.toLowerCase()}]`) return true;
  return WILDCARDS.includes(bound) && IP_LITERAL.test(host);
}
