const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const IPV4 = new RegExp(String.raw`^${OCTET}(?:\.${OCTET}){3}$`);
const LOOPBACK_IPV4 = new RegExp(String.raw`^127(?:\.${OCTET}){3}$`);
/** An IPv4 address in an IPv6 one, in either way of writing it. */
const MAPPED = /^::ffff:(?:([\d.]+)|([0-9a-f]{1,4}):[0-9a-f]{1,4})$/i;
/** @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
const LOOPBACK_NAME = /^(?:.+\.)?localhost$/;
const WILDCARDS = ['0.0.0.0', '::'];
/** What may stand in a host, besides what a URL makes of it: no user, no path, nothing encoded. */
const HOST = /^[^\s/\\@?#%]+$/;

/** True for an address of this machine itself. */
export function isLoopback(address: string): boolean {
  if (address === '::1' || LOOPBACK_IPV4.test(address)) return true;
  const [, dotted, high] = MAPPED.exec(address) ?? [];
  if (dotted !== undefined) return LOOPBACK_IPV4.test(dotted);
  return high !== undefined && Number.parseInt(high, 16) >>> 8 === 127;
}

/** True for what means this machine: its loopback addresses, and the names that always do. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_NAME.test(host) || isLoopback(host);
}

/**
 * The host that an authority such as `LOCALHOST.:4010` names, in one way of writing it: small letters, no brackets, no dot at the end.
 * @returns undefined for a text that is no authority
 */
export function hostOf(authority: string): string | undefined {
  if (!HOST.test(authority)) return undefined;
  const url = `http://${authority}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/**
 * True for a host that means this machine, or the one that the server was bound to, or is among the names it was given. A page whose
 * name was made to point here (DNS rebinding) sends its own name and is refused. Where every interface is bound, an IP address is
 * accepted too: it cannot be rebound.
 * @param host as `hostOf` gives it
 * @param bound what the server listens on, e.g. `127.0.0.1`
 */
export function isAllowedHost(host: string | undefined, bound: string, names: readonly string[] = []): boolean {
  if (!host) return false;
  if (isLoopbackHost(host) || host === bound.toLowerCase() || names.includes(host)) return true;
  return WILDCARDS.includes(bound) && (IPV4.test(host) || host.includes(':'));
}
