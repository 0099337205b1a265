import { isJson } from '../../../../openapi/document/media-types.ts';
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { parseJson } from '../../../../json-text/tree.ts';
import type { JsonNode } from '../../../../json-text/tree.ts';

/** Characters of the longest body that is shown as a tree; a longer one is shown as it was sent. */
const longestTree = 5_000_000;

/** The body as a tree where it is JSON, whether its media type says so or not. */
export function bodyTree({ mediaType, text }: ApiResponse): JsonNode | undefined {
  if (text === undefined || text.length > longestTree) return undefined;
  if (!isJson(mediaType) && !/^\s*[{[]/.test(text)) return undefined;
  return parseJson(text);
}
