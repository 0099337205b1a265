/** The address of the local mock, as a reader may type it. Only what lets it be typed needs this. */

/** True for the hosts that the site's security policy lets a page reach over plain HTTP. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

/**
 * Checks an address for the local mock. Accepts http and https on localhost or 127.0.0.1, which is all that the
 * site's security policy lets a page reach; adds `/v1` where no path was given.
 */
export function checkMockUrl(text: string): { url: string; problem?: never } | { url?: never; problem: string } {
  const trimmed = text.trim();
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address))
    return { problem: 'Enter an address such as http://127.0.0.1:4010/v1.' };
  const url = new URL(address);
  if (!isLoopback(url.hostname)) {
    return {
      problem:
        'A mock must run on this machine: use localhost or 127.0.0.1. Browsers block plain http to any other host from an https page.',
    };
  }
  if (url.username || url.password || url.search || url.hash) {
    return { problem: 'Leave user names, queries and fragments out of the address.' };
  }
  const path = url.pathname.replace(/\/+$/, '');
  return { url: `${url.origin}${path === '' ? '/v1' : path}` };
}
