import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { atPointer } from '../document/refs.ts';

const accepting = new WeakMap<SchemaRoot, WeakMap<object, boolean>>();

/** Whether `null` is a value of the schema, by all that the schema says. */
export function acceptsNull(document: SchemaRoot, schema: Schema | undefined): boolean {
  if (typeof schema !== 'object') return schema !== false;
  const cache = accepting.get(document) ?? new WeakMap<object, boolean>();
  accepting.set(document, cache);
  const known = cache.get(schema);
  if (known !== undefined) return known;
  cache.set(schema, true);
  const result = decide(document, schema);
  cache.set(schema, result);
  return result;
}

function decide(document: SchemaRoot, schema: SchemaObject): boolean {
  const { $ref, type, const: constant, enum: values, allOf = [], anyOf, oneOf, not, if: test } = schema;
  const accepts = (member: Schema | undefined): boolean => acceptsNull(document, member);
  if (type !== undefined && ![type].flat().includes('null')) return false;
  if ((constant !== undefined && constant !== null) || (values && !values.includes(null))) return false;
  if ($ref !== undefined && !accepts(atPointer(document, $ref) as Schema)) return false;
  if (!allOf.every(accepts) || (anyOf && !anyOf.some(accepts))) return false;
  if (oneOf && oneOf.filter(accepts).length !== 1) return false;
  if (not !== undefined && accepts(not)) return false;
  return test === undefined || accepts(accepts(test) ? schema.then : schema.else);
}

const only = new WeakMap<SchemaRoot, WeakMap<object, boolean>>();

/** Whether `null` is its only value, as far as a look at the schema itself and the components it refers to tells. */
export function isNullOnly(document: SchemaRoot, schema: Schema): boolean {
  if (typeof schema !== 'object') return false;
  const cache = only.get(document) ?? new WeakMap<object, boolean>();
  only.set(document, cache);
  const known = cache.get(schema);
  if (known !== undefined) return known;
  cache.set(schema, false);
  const { $ref, type, const: constant, enum: values } = schema;
  const isNull =
    constant === null ||
    (values?.length === 1 && values[0] === null) ||
    (type !== undefined && [type].flat().every((name) => name === 'null'));
  const result = isNull || ($ref !== undefined && isNullOnly(document, atPointer(document, $ref) as Schema));
  cache.set(schema, result);
  return result;
}
