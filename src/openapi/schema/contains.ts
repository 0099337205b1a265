import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import type { Constraint } from './facts.ts';
import { literalOf } from './literal.ts';

/** `contains at least 2 × admin`, where a word tells what is to be contained. */
export function containedOf({ contains, minContains = 1, maxContains }: SchemaObject): Constraint[] {
  const word = contains === undefined ? undefined : soleWord(contains);
  return word === undefined ? [] : [{ label: `contains ${many(minContains, maxContains)} ×`, value: word }];
}

/** `at least 2`, `1 to 3`. */
export function many(min: number, max: number | undefined): string {
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${min}` : `${min} to ${max}`;
}

/** A schema of nothing but a constant or a type. */
export function soleWord(schema: Schema): string | undefined {
  if (typeof schema === 'boolean') return schema ? 'value' : undefined;
  const { const: constant, type, ...rest } = schema;
  if (Object.keys(rest).length > 0 || (constant !== undefined && type !== undefined)) return undefined;
  if (constant !== undefined) return literalOf(constant);
  return type === undefined ? 'value' : [type].flat().join(' or ');
}
