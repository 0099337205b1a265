/** IPv4 networks that are not public: [first address, prefix length]. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of IPv6, only 2000::/3 is public, and of it not: Teredo and its neighbours, documentation, 6to4. */
const PUBLIC_IPV6 = /^[23][0-9a-f]{3}:/;
const SPECIAL_IPV6 = /^(?:2001:(?:0|[1-9a-f]|[1-9a-f][0-9a-f]|1[0-9a-f]{2}|db8)?:|2002:|3fff:0?:|3fff:[0-9a-f]{1,3}:)/;

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/**
 * True for an address that webhooks may be sent to: https, on the public internet, without a user name.
 * Names are not resolved here: what they resolve to is checked when a delivery is made.
 * @param allowsLocal http and this machine itself are fine too
 */
export function isAllowedTarget(text: string, allowsLocal: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '' || hostname === '') return false;
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const isLocal = isLoopbackHost(host);
  if (!isLocal && !isPublicHost(host)) return false;
  if (allowsLocal) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && !isLocal;
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The URL parser has written every form of an IPv4 address (octal, one number, …) as four decimal ones. */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1));
  if (IPV4.test(host)) return !SPECIAL_IPV4.some(([network, bits]) => isWithin(host, network, bits));
  return host.includes('.') && !LOCAL_NAMES.test(host);
}

function isPublicIpv6(address: string): boolean {
  return PUBLIC_IPV6.test(address) && !SPECIAL_IPV6.test(address);
}

function isWithin(address: string, network: string, bits: number): boolean {
  const shift = 32 - bits;
  return toNumber(address) >>> shift === toNumber(network) >>> shift;
}

function toNumber(ipv4: string): number {
  return ipv4.split('.').reduce((sum, part) => (sum << 8) | Number(part), 0) >>> 0;
}
