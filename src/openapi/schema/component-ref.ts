import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';

/** Name of the component that a schema refers to. */
export function refName(schema: Schema): string | undefined {
  return typeof schema === 'object' && schema.$ref !== undefined ? pointerName(schema.$ref) : undefined;
}

/** Keywords that only tell about a schema, or that a bundler leaves beside a `$ref`. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
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
  '$comment',
]);

/**
 * The `$ref` a schema stands for, with texts beside it at most: its own, that of the only member of its `allOf` that says more
 * than a text, or that of its only alternative to `null`.
 */
export function soleRef(schema: Schema): string | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return isAnnotation(schema, '$ref') ? schema.$ref : undefined;
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const members = schema[keyword];
    if (!members || !isAnnotation(schema, keyword)) continue;
    const saysLittle = keyword === 'allOf' ? (member: Schema) => isAnnotation(member) : isNull;
    const [only, ...others] = members.filter((member) => !saysLittle(member));
    return only !== undefined && others.length === 0 ? soleRef(only) : undefined;
  }
  return undefined;
}

/** Whether a keyword says nothing of a schema's values. */
export function isAnnotationKey(key: string): boolean {
  return ANNOTATIONS.has(key) || key.startsWith('x-');
}

/** Whether a schema says nothing of its values, besides by one keyword. */
export function isAnnotation(schema: Schema, besides = ''): boolean {
  if (typeof schema === 'boolean') return schema;
  return Object.keys(schema).every((key) => key === besides || isAnnotationKey(key));
}

function isNull(schema: Schema): boolean {
  if (typeof schema !== 'object') return false;
  const { type, const: constant, enum: values }: SchemaObject = schema;
  return type === 'null' || constant === null || (values?.length === 1 && values[0] === null);
}
