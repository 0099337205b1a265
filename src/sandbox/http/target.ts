/** What a request is for, and its path and query string as they stand in the URL. */
export interface Target {
  readonly kind: 'api' | 'oauth' | 'control';
  readonly path: string;
  readonly query: string;
}

/** Below this is the sandbox's own interface. */
export const CONTROL_BASE = '/_sandbox';

/** @see https://www.rfc-editor.org/rfc/rfc8414#section-3 */
export const OAUTH_METADATA = '/.well-known/oauth-authorization-server';

export function targetOf(url: string): Target {
  const { path, query } = splitUrl(url);
  return { kind: kindOf(path), path, query };
}

function kindOf(path: string): Target['kind'] {
  if (path === CONTROL_BASE || path.startsWith(`${CONTROL_BASE}/`)) return 'control';
  return path === OAUTH_METADATA || path === '/oauth' || path.startsWith('/oauth/') ? 'oauth' : 'api';
}

/** The path and the query string of an absolute URL, as they stand in it. */
function splitUrl(url: string): { path: string; query: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('#');
  const target = start === -1 ? '/' : url.slice(start, end === -1 ? undefined : end);
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
