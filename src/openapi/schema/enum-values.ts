import type { SchemaObject } from '../document/openapi-document.ts';
import { literalOf } from './literal.ts';

/** An allowed value with what the document says of it. */
export interface EnumValue {
  value: string;
  description: string;
  /** Set where new code should not use it. */
  deprecated?: true;
}

/** The values of a flat schema's `enum`, without `null`. */
export function enumValues(flat: SchemaObject): EnumValue[] {
  return (flat.enum ?? []).flatMap((value, index) =>
    value === null ? [] : [{ value: literalOf(value), description: enumText(flat, value, index) }],
  );
}

/** Descriptions of values come as a map by value or as a list in the order of the values. */
function enumText(schema: SchemaObject, value: unknown, index: number): string {
  const texts: unknown =
    schema['x-enum-descriptions'] ?? schema['x-enumDescriptions'] ?? schema['x-enum-varnames'] ?? schema['x-enumNames'];
  if (Array.isArray(texts)) return String(texts[index] ?? '');
  if (typeof texts === 'object' && texts !== null)
    return String((texts as Record<string, unknown>)[String(value)] ?? '');
  return '';
}
