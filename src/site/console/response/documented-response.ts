/** What a document says of an answer. */
import type { Schema } from '../../../openapi/document/openapi-document.ts';
import type { BundledOperation, BundledResponse } from '../../../openapi/bundle/bundled-operation.ts';

export interface DocumentedResponse extends BundledResponse {
  /** As the document has it: `200`, `4XX`, `default`. */
  key: string;
}

/** The response that a status belongs to: its own, else its range's, else the default. */
export function documentedResponse({ responses }: BundledOperation, status: number): DocumentedResponse | undefined {
  const range = String(status).charAt(0);
  for (const key of [String(status), `${range}XX`, `${range}xx`, 'default']) {
    const response = Object.hasOwn(responses, key) ? responses[key] : undefined;
    if (response) return { key, ...response };
  }
  return undefined;
}

/**
 * The documented format that a media type belongs to, exact ones before ranges.
 * @param mediaType Without parameters.
 */
export function documentedContent(
  { content }: BundledResponse,
  mediaType: string,
): { mediaType: string; schema?: Schema } | undefined {
  const sent = mediaType.toLowerCase();
  const [type] = sent.split('/');
  const named = content.map((media) => [media.mediaType.split(';')[0]?.trim().toLowerCase(), media] as const);
  for (const wanted of [sent, `${type}/*`, '*/*']) {
    const found = named.find(([name]) => name === wanted);
    if (found) return found[1];
  }
  return undefined;
}
