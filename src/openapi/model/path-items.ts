import type { OpenApiDocument, PathItem } from '../document/openapi-document.ts';
import { resolve } from '../document/refs.ts';

/** What stands under `paths`, `webhooks` or in a callback, but for extensions. */
export function pathItems(
  document: OpenApiDocument,
  paths: OpenApiDocument['webhooks'] = {},
): [path: string, item: PathItem][] {
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith('x-'))
    .map(([path, item]) => [path, resolve(document, item)]);
}
