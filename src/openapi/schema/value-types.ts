import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { flatten } from './flatten.ts';

/** `type` as a list, without `null`; guessed from the keywords where the schema does not say. */
export function typesOf(schema: SchemaObject): string[] {
  const given = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (given.length > 0) return given;
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ['object'];
  if (schema.items !== undefined || schema.prefixItems) return ['array'];
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  return [...new Set(values.filter((value) => value !== null).map(jsonType))];
}

/** Whether a value is the bytes of a file, which JSON could not hold. */
export function isFile(flat: SchemaObject): boolean {
  if (flat.contentEncoding !== undefined || typesOf(flat).some((type) => type !== 'string')) return false;
  return flat.format === 'binary' || flat.contentMediaType !== undefined;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** Whether `null` is among the values: by type, by enum, or by a member of its union. */
export function isNullable(document: SchemaRoot, schema: Schema): boolean {
  const flat = flatten(document, schema);
  if ([flat.type ?? []].flat().includes('null') || flat.const === null) return true;
  return [...(flat.oneOf ?? []), ...(flat.anyOf ?? [])].some((member) => isNullOnly(document, member));
}

export function isNullOnly(document: SchemaRoot, schema: Schema): boolean {
  const { type, const: constant, enum: values } = flatten(document, schema);
  return (
    constant === null ||
    (type !== undefined && [type].flat().every((name) => name === 'null')) ||
    (values?.length === 1 && values[0] === null)
  );
}
