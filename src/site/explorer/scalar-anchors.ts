/** Scalar names an operation `#tag/contacts/createContact`; the site links to it as `#createContact`. */
import { METHODS } from '../../openapi/document/openapi-document.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';

/** Scalar's address of each operation, by operationId. */
export function operationAnchors(document: OpenApiDocument): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const item of Object.values(document.paths ?? {})) {
    for (const { operationId, tags } of METHODS.flatMap((method) => item[method] ?? [])) {
      if (operationId !== undefined && tags?.[0] !== undefined)
        anchors.set(operationId, `tag/${tags[0]}/${operationId}`);
    }
  }
  return anchors;
}

/** The hash that Scalar understands, or undefined where the given one is not an operation's id. */
export function scalarHash(hash: string, anchors: ReadonlyMap<string, string>): string | undefined {
  const anchor = anchors.get(decode(hash.replace(/^#/, '')));
  return anchor === undefined ? undefined : `#${anchor}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
