import { ApiError } from '../http/api-error.ts';
import type { Operation } from '../operations/operation.ts';

const JSON_TYPE = 'application/json';
/** What a PATCH is, said in so many words. @see https://www.rfc-editor.org/rfc/rfc7396#section-4 */
const MERGE_PATCH_TYPE = 'application/merge-patch+json';
/** UTF-8 by its names, and what is UTF-8 as well. @see https://encoding.spec.whatwg.org/#names-and-labels */
const UTF8_NAMES = ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'us-ascii', 'ascii'];
const PARAMETER = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))\s*/g;

/**
 * Refuses a body that is not declared as JSON in UTF-8, and one that is compressed. Parameters that JSON does not have are ignored, as
 * its registration asks.
 * @throws ApiError 415 that says what is taken
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-11
 */
export function requireJsonType(request: Request, presence: Operation['body']): void {
  if (presence === 'none') return;
  const type = request.headers.get('Content-Type');
  if (presence === 'optional' && type === null) return;
  refuseEncoded(request);
  const types = request.method === 'PATCH' ? [JSON_TYPE, MERGE_PATCH_TYPE] : [JSON_TYPE];
  if (type !== null && isOneOf(types, type)) return;
  throw new ApiError('unsupported_media_type', {
    values: { types: types.join("' or '") },
    ...(request.method === 'PATCH' && { headers: { 'Accept-Patch': types.join(', ') } }),
  });
}

function refuseEncoded({ headers }: Request): void {
  const encoding = headers.get('Content-Encoding');
  if (encoding === null || encoding.toLowerCase() === 'identity') return;
  throw new ApiError('unsupported_content_encoding', {
    values: { encoding },
    headers: { 'Accept-Encoding': 'identity' },
  });
}

function isOneOf(types: readonly string[], header: string): boolean {
  if (types.includes(header)) return true;
  const [type = ''] = header.split(';', 1);
  if (!types.includes(type.trim().toLowerCase())) return false;
  const rest = header.slice(type.length);
  if (!/^[\s;]*$/.test(rest.replaceAll(PARAMETER, ''))) return false;
  const charsets = [...rest.matchAll(PARAMETER)].filter(([, name]) => name?.toLowerCase() === 'charset');
  return charsets.every(([, , quoted, plain]) => UTF8_NAMES.includes((quoted ?? plain ?? '').toLowerCase()));
}
