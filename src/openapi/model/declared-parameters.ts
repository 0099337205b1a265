import type { OpenApiDocument, ParameterObject, Ref } from '../document/openapi-document.ts';
import { resolve } from '../document/refs.ts';
import { undeclaredNames } from './path-template.ts';

/** What says how a body is sent or who calls has a place of its own in a document. */
const IGNORED_HEADERS = /^(?:accept|content-type|authorization)$/i;

/**
 * The parameters of an operation: its own, which stand last, override the path's of the same name and place. A name in the path
 * that nobody declares is a parameter all the same.
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-name
 */
export function declaredParameters(
  document: OpenApiDocument,
  path: string,
  given: Ref<ParameterObject>[],
): ParameterObject[] {
  const merged = new Map<string, ParameterObject>();
  for (const parameter of given) {
    const resolved = resolve(document, parameter);
    if (resolved.in === 'header' && IGNORED_HEADERS.test(resolved.name)) continue;
    merged.set(`${resolved.in} ${resolved.name}`, resolved);
  }
  for (const name of undeclaredNames(path, [...merged.values()]))
    merged.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } });
  return [...merged.values()];
}
