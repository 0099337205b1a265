/** What a request is for, and its path and query string as they stand in the URL. */
export interface Target {
  readonly kind: 'api' | 'oauth' | 'control';
  readonly path: string;
  readonly query: string;
}

/** Below this is the sandbox's own interface. */
export const CONTROL_BASE = '/_sandbox';

/** Where agents are answered, if they are, and told what answers there. */
export const MCP_PATH = '/mcp';
export const MCP_PATHS: readonly string[] = [MCP_PATH, `${MCP_PATH}/server-card`, '/.well-known/mcp/server-card.json'];

/** @see https://www.rfc-editor.org/rfc/rfc8414#section-3 */
export const OAUTH_METADATA = '/.well-known/oauth-authorization-server';

/** Of the API under `/v1`. @see https://www.rfc-editor.org/rfc/rfc9728#section-3.1 */
export const RESOURCE_METADATA = '/.well-known/oauth-protected-resource/v1';

/** What programs read before they ask for a token. */
export const METADATA_PATHS: readonly string[] = [OAUTH_METADATA, RESOURCE_METADATA];

export function targetOf(url: string): Target {
  const { path, query } = splitUrl(url);
  return { kind: kindOf(path), path, query };
}

function kindOf(path: string): Target['kind'] {
  if (path === CONTROL_BASE || path.startsWith(`${CONTROL_BASE}/`)) return 'control';
  return METADATA_PATHS.includes(path) || path === '/oauth' || path.startsWith('/oauth/') ? 'oauth' : 'api';
}

/** The path and the query string of an absolute URL, as they stand in it. */
function splitUrl(url: string): { path: string; query: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = url.indexOf('#');
  const target = start === -1 ? '/' : url.slice(start, end === -1 ? undefined : end);
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
