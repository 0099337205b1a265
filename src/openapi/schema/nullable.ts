import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { conjuncts, flatten } from './flatten.ts';
import { acceptsNull } from './null.ts';

const naming = new WeakMap<SchemaRoot, WeakMap<SchemaObject, boolean>>();

/** Whether `null` is allowed and the schema says so: by a type, a value or an alternative. */
export function isNullable(document: SchemaRoot, schema: Schema): boolean {
  return namesNull(document, schema) && acceptsNull(document, schema);
}

function namesNull(document: SchemaRoot, schema: Schema): boolean {
  const flat = flatten(document, schema);
  const cache = naming.get(document) ?? new WeakMap<SchemaObject, boolean>();
  naming.set(document, cache);
  const known = cache.get(flat);
  if (known !== undefined) return known;
  cache.set(flat, false);
  const result =
    [flat.type ?? []].flat().includes('null') ||
    flat.const === null ||
    flat.enum?.includes(null) === true ||
    conjuncts(flat).some(({ oneOf = [], anyOf = [] }) =>
      [...oneOf, ...anyOf].some((member) => namesNull(document, member)),
    );
  cache.set(flat, result);
  return result;
}
