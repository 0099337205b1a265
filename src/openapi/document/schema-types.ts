/** Types that a schema names, and those of values. */
import { isNumeric } from '../../json-text/exact-number.ts';
import type { SchemaObject } from './openapi-document.ts';

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

/** The type of a value, by its narrowest name. */
export function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (isNumeric(value)) return Number.isInteger(Number(value)) ? 'integer' : 'number';
  return typeof value;
}
