import { isNumeric } from '../../json-text/exact-number.ts';
import type { SchemaObject } from '../document/openapi-document.ts';

/** `type` as a list, without `null`; guessed from the keywords where the schema does not say. */
export function typesOf(schema: SchemaObject): string[] {
  if (schema.type !== undefined) return [schema.type].flat().filter((type) => type !== 'null');
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  if (values.length > 0) return [...new Set(values.filter((value) => value !== null).map(jsonType))];
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ['object'];
  return schema.items !== undefined || schema.prefixItems ? ['array'] : [];
}

/** Whether values of a type are among those of a list of types: each integer is a number. */
export function includesType(types: string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

/** Whether a value is the bytes of a file, which JSON could not hold. */
export function isFile(flat: SchemaObject): boolean {
  // What is described as a value of its own is text in which that value is written.
  if (flat.contentEncoding !== undefined || flat.contentSchema !== undefined) return false;
  if (typesOf(flat).some((type) => type !== 'string')) return false;
  return flat.format === 'binary' || flat.contentMediaType !== undefined;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (isNumeric(value)) return Number.isInteger(Number(value)) ? 'integer' : 'number';
  return typeof value;
}

/** Whether all members are alike, none named. */
export function isMap({ properties, patternProperties, additionalProperties }: SchemaObject): boolean {
  return !properties && !patternProperties && typeof additionalProperties === 'object';
}
