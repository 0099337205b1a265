import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';

/** Name of the component that a schema refers to. */
export function refName(schema: Schema): string | undefined {
  return typeof schema === 'object' && schema.$ref !== undefined ? pointerName(schema.$ref) : undefined;
}

/** Keywords that only tell about a schema, or that a bundler leaves beside a `$ref`. */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
]);

/** The `$ref` a schema stands for: its own, or that of the only member of its `allOf` that says more than a text. */
export function soleRef(schema: Schema): string | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return schema.$ref;
  if (!schema.allOf || !isAnnotation(schema, 'allOf')) return undefined;
  const [only, ...others] = schema.allOf.filter((member) => typeof member !== 'object' || !isAnnotation(member));
  return only !== undefined && others.length === 0 ? soleRef(only) : undefined;
}

function isAnnotation(schema: SchemaObject, besides = ''): boolean {
  return Object.keys(schema).every((key) => key === besides || ANNOTATIONS.has(key) || key.startsWith('x-'));
}
