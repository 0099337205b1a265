import ipaddr from 'ipaddr.js';
import { isBuiltInReceiver } from './receiver.ts';

/** Names that mean a machine of the local network, whatever they resolve to. */
const LOCAL_NAMES = /(?:^|\.)(?:local|internal|home\.arpa|lan|localdomain)$/;
const LOOPBACK_NAMES = /(?:^|\.)localhost$/;

/** Finds the addresses of a host name. @throws when it has none */
export type ResolveHost = (name: string) => Promise<readonly string[]>;

/**
 * True for a URL that webhooks may be sent to: https, on the public internet, without a user name. Names are not resolved here.
 * @param allowsLocal http and this machine itself are fine too
 */
export function isAllowedTarget(text: string, allowsLocal: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  const host = hostOf(url);
  if (allowsLocal && isLoopbackHost(host)) return isHttp(url) || url.protocol === 'https:';
  if (!isPublicHost(host)) return false;
  return url.protocol === 'https:' || (allowsLocal && isHttp(url));
}

/**
 * True where the name in a URL has no address that webhooks may not be sent to. A name that has none at all may still get one.
 * What it has then is looked at again with every delivery.
 */
export async function resolvesToPublic(text: string, resolve: ResolveHost): Promise<boolean> {
  const host = hostOf(new URL(text));
  if (isAddress(host) || isLoopbackHost(host) || isBuiltInReceiver(text)) return true;
  const addresses = await resolve(host).catch(() => []);
  return addresses.every(isPublicAddress);
}

/** The host of a URL in one way of writing: every form of an IPv4 address is decimal, IPv6 has no brackets, no dot at the end. */
export function hostOf({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.+$/, '');
}

/** True for this machine, by its address or by the names that always mean it. @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3 */
export function isLoopbackHost(host: string): boolean {
  if (LOOPBACK_NAMES.test(host)) return true;
  return isAddress(host) && ipaddr.parse(host).range() === 'loopback';
}

/**
 * True for an address on the public internet: no private, shared, local, multicast or documentation one, and none that stands
 * for an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!isAddress(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
}

export function isAddress(host: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(host) || ipaddr.IPv6.isValid(host);
}

function isPublicHost(host: string): boolean {
  if (isAddress(host)) return isPublicAddress(host);
  return host.includes('.') && !LOCAL_NAMES.test(host) && !LOOPBACK_NAMES.test(host);
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:';
}
