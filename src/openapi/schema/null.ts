import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { atPointer } from '../document/refs.ts';
import { perSchema } from './per-schema.ts';

/** Whether `null` is a value of the schema, by all that the schema says. */
export function acceptsNull(document: SchemaRoot, schema: Schema | undefined): boolean {
  return typeof schema === 'object' ? accepting(document, schema) : schema !== false;
}

const accepting = perSchema(decide, true);

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

/** Whether `null` is its only value, as far as a look at the schema itself and the components it refers to tells. */
export function isNullOnly(document: SchemaRoot, schema: Schema): boolean {
  return typeof schema === 'object' && only(document, schema);
}

const only = perSchema((document, { $ref, type, const: constant, enum: values }) => {
  const isNull =
    constant === null ||
    (values?.length === 1 && values[0] === null) ||
    (type !== undefined && [type].flat().every((name) => name === 'null'));
  return isNull || ($ref !== undefined && isNullOnly(document, atPointer(document, $ref) as Schema));
}, false);
