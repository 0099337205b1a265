import type { Schema, SchemaRoot } from '../document/openapi-document.ts';
import { conjuncts, flatten } from './flatten.ts';
import { acceptsNull } from './null.ts';
import { perSchema } from './per-schema.ts';

/** Whether `null` is allowed and the schema says so: by a type, a value or an alternative. */
export function isNullable(document: SchemaRoot, schema: Schema): boolean {
  return namesNull(document, schema) && acceptsNull(document, schema);
}

function namesNull(document: SchemaRoot, schema: Schema): boolean {
  return flatNamesNull(document, flatten(document, schema));
}

const flatNamesNull = perSchema(
  (document, flat) =>
    [flat.type ?? []].flat().includes('null') ||
    flat.const === null ||
    flat.enum?.includes(null) === true ||
    conjuncts(flat).some(({ oneOf = [], anyOf = [] }) =>
      [...oneOf, ...anyOf].some((member) => namesNull(document, member)),
    ),
  false,
);
