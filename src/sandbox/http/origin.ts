export interface Proxy {
  /** True: a proxy in front tells whether the client used https. */
  readonly trustProxy: boolean;
}

/** The protocol that the client used, as the nearest proxy tells it; undefined where none is trusted, or tells. */
export function forwardedProtocol({ trustProxy }: Proxy, headers: Headers): string | undefined {
  return trustProxy ? headers.get('X-Forwarded-Proto')?.split(',')[0]?.trim().toLowerCase() : undefined;
}

/** The origin that a request was sent to, as its client sees it. */
export function originOf(proxy: Proxy, { url, headers }: Request): string {
  const { protocol, host } = new URL(url);
  return `${forwardedProtocol(proxy, headers) === 'https' ? 'https:' : protocol}//${host}`;
}
