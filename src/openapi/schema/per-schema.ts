import type { SchemaObject, SchemaRoot } from '../document/openapi-document.ts';

/**
 * A function whose result is kept for each schema, as long as its document is.
 * @param meanwhile What a schema that leads back to itself is told while the result is being made.
 */
export function perSchema<V extends NonNullable<unknown>>(
  make: (document: SchemaRoot, schema: SchemaObject) => V,
  meanwhile?: V,
): (document: SchemaRoot, schema: SchemaObject) => V {
  const kept = new WeakMap<SchemaRoot, WeakMap<SchemaObject, V>>();
  return (document, schema) => {
    const ofDocument = kept.get(document) ?? new WeakMap<SchemaObject, V>();
    kept.set(document, ofDocument);
    const known = ofDocument.get(schema);
    if (known !== undefined) return known;
    if (meanwhile !== undefined) ofDocument.set(schema, meanwhile);
    const result = make(document, schema);
    ofDocument.set(schema, result);
    return result;
  };
}
