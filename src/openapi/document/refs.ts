import type { OpenApiDocument, Ref, Reference, SchemaRoot } from './openapi-document.ts';
import { isExact } from '../../json-text/exact-number.ts';
import { unescapeStep } from '../../json-text/json-pointer.ts';

/** A `$ref` that names nothing, or only itself. The message has the pointer. */
export class PointerError extends Error {
  override name = 'PointerError';
}

/** One step of a JSON Pointer as it is written in a `$ref`. @see https://www.rfc-editor.org/rfc/rfc6901 */
function unescapePointer(step: string): string {
  const decoded = /%[0-9a-f]{2}/i.test(step) ? decodeURIComponent(step) : step;
  return unescapeStep(decoded);
}

/** The last step of a pointer: `#/components/schemas/Pet` → `Pet`. */
export function pointerName(ref: string): string {
  return unescapePointer(ref.slice(ref.lastIndexOf('/') + 1));
}

/** What a local `$ref` points at. Throws `PointerError`. */
export function atPointer(document: SchemaRoot | Record<string, unknown>, ref: string): unknown {
  if (!ref.startsWith('#')) throw new PointerError(`$ref "${ref}" is not local to the document`);
  let node: unknown = document;
  for (const step of ref.slice(1).split('/').filter(Boolean)) {
    const key = unescapePointer(step);
    node = hasMember(node, key) ? node[key] : undefined;
    if (node === undefined) throw new PointerError(`$ref "${ref}" points at nothing`);
  }
  return node;
}

function hasMember(node: unknown, key: string): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key);
}

/** Follows `$ref`s until something that is none; siblings of a `$ref` (summary, description) win. */
export function resolve<T extends object>(document: OpenApiDocument, value: Ref<T>): T {
  const seen = new Set<string>();
  let node: Ref<T> = value;
  let texts: Partial<Reference> = {};
  while (isReference(node)) {
    const { $ref, ...siblings } = node;
    if (seen.has($ref)) throw new PointerError(`$ref "${$ref}" leads back to itself`);
    seen.add($ref);
    texts = { ...siblings, ...texts };
    node = atPointer(document, $ref) as Ref<T>;
  }
  return Object.keys(texts).length > 0 ? { ...node, ...texts } : node;
}

export function isReference(value: unknown): value is Reference {
  return isRecord(value) && typeof value.$ref === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExact(value);
}
