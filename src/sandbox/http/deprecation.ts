import type { Deprecation } from '../operations/operation.ts';
import { CORS_HEADERS } from '../checks/cors.ts';

const EXPOSE = 'Access-Control-Expose-Headers';

/**
 * What every answer of a deprecated operation carries besides: since when it is deprecated and, where that is settled, when it may
 * stop working. A page of another origin may read both.
 * @see https://www.rfc-editor.org/rfc/rfc9745 Deprecation
 * @see https://www.rfc-editor.org/rfc/rfc8594 Sunset
 */
export function deprecationHeaders({ since, sunset }: Deprecation): Record<string, string> {
  const headers: Record<string, string> = { Deprecation: `@${since}` };
  if (sunset !== undefined) headers['Sunset'] = new Date(sunset * 1000).toUTCString();
  return { ...headers, [EXPOSE]: [CORS_HEADERS[EXPOSE], ...Object.keys(headers)].join(', ') };
}
