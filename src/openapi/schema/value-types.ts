import { typesOf } from '../document/schema-types.ts';
import type { SchemaObject } from '../document/openapi-document.ts';

/** Whether a value is the bytes of a file, which JSON could not hold. */
export function isFile(flat: SchemaObject): boolean {
  // What is described as a value of its own is text in which that value is written.
  if (flat.contentEncoding !== undefined || flat.contentSchema !== undefined) return false;
  if (typesOf(flat).some((type) => type !== 'string')) return false;
  return flat.format === 'binary' || flat.contentMediaType !== undefined;
}

/** Whether all members are alike, none named. */
export function isMap({ properties, patternProperties, additionalProperties }: SchemaObject): boolean {
  return !properties && !patternProperties && typeof additionalProperties === 'object';
}
