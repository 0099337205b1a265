import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { atPointer } from '../document/refs.ts';
import { refName } from './component-ref.ts';
import { join } from './join.ts';
import { sameJson } from './literal.ts';
import { acceptsNull, isNullOnly } from './null.ts';
import { perSchema } from './per-schema.ts';
import { typesOf } from '../document/schema-types.ts';

/** What `false` says: no value is allowed. */
const nothing: SchemaObject = { not: true };

/**
 * The schema with its own `$ref` followed and its `allOf` merged; what is nested in it stays as written. What cannot be merged
 * (the first of two unions, patterns, conditions) is left in `allOf`: see `conjuncts`. A union of one member and `null` reads
 * as that member, which then holds for every value but null; `null` is among the types.
 * A `$ref` circle of nothing but references reads as a schema without any keyword.
 */
export function flatten(document: SchemaRoot, schema: Schema | undefined): SchemaObject {
  if (schema === false) return nothing;
  return typeof schema === 'object' ? flattened(document, schema) : {};
}

const flattened = perSchema((document, schema): SchemaObject => {
  if (isFlat(schema)) return schema;
  return isBareReference(schema)
    ? flatten(document, atPointer(document, schema.$ref) as Schema)
    : withoutLoneAlternatives(document, evaluated(merge(document, schema)));
}, {});

/** The flat schema's own keywords and those that stand aside of them, each of which holds too. */
export function conjuncts(flat: SchemaObject): SchemaObject[] {
  return [...(flat.allOf ?? []).filter((aside) => typeof aside === 'object'), flat];
}

/** Whether no value at all is allowed. */
export function isNothing(flat: SchemaObject): boolean {
  return conjuncts(flat).some(
    ({ not, enum: values }) =>
      values?.length === 0 || not === true || (typeof not === 'object' && Object.keys(not).length === 0),
  );
}

function isFlat({ $ref, allOf, oneOf, anyOf, unevaluatedProperties, unevaluatedItems }: SchemaObject): boolean {
  return [$ref, allOf, oneOf, anyOf, unevaluatedProperties, unevaluatedItems].every((keyword) => keyword === undefined);
}

/** A `$ref` with nothing beside it is the component itself, the same object wherever it is used. */
function isBareReference(schema: SchemaObject): schema is { $ref: string } {
  return schema.$ref !== undefined && Object.keys(schema).length === 1;
}

function merge(document: SchemaRoot, schema: SchemaObject): SchemaObject {
  const { $ref, allOf = [], ...own } = schema;
  const base = $ref === undefined ? {} : flatten(document, atPointer(document, $ref) as Schema);
  const isOneOfMany = allOf.length > 1 || own.properties !== undefined;
  const parts = allOf.map((part) => asPart(flatten(document, part), isOneOfMany && refName(part) !== undefined));
  // What is said twice says no more than what is said once.
  const merged = [...new Set([base, ...parts])].reduce((a, b) => (isEmpty(a) ? b : join(a, b)));
  return isEmpty(merged) ? own : join(merged, own);
}

function isEmpty(schema: SchemaObject): boolean {
  return Object.keys(schema).length === 0;
}

/**
 * A base type's discriminator says which subtypes there are; a subtype that includes its base has none. Nor is it called as its
 * base is.
 */
function asPart(member: SchemaObject, isBase: boolean): SchemaObject {
  const { discriminator, title, ...rest } = member;
  const ofSubtypes = discriminator && !member.oneOf && !member.anyOf;
  if (!ofSubtypes && !isBase) return member;
  return {
    ...rest,
    ...(discriminator && !ofSubtypes && { discriminator }),
    ...(title !== undefined && !ofSubtypes && !isBase && { title }),
  };
}

/** `unevaluated…` is what is told of all other members and items, where nothing that depends on the value tells of some. */
function evaluated(flat: SchemaObject): SchemaObject {
  const { unevaluatedProperties: members, unevaluatedItems: items, ...rest } = flat;
  const result: SchemaObject = rest;
  const depends = conjuncts(flat).some(({ oneOf, anyOf, if: test }) => oneOf || anyOf || test !== undefined);
  if (members !== undefined && flat.additionalProperties === undefined) {
    if (depends || Object.keys(flat.dependentSchemas ?? {}).length > 0) result.unevaluatedProperties = members;
    else result.additionalProperties = members;
  }
  if (items !== undefined && flat.items === undefined) {
    if (depends || conjuncts(flat).some(({ contains }) => contains !== undefined)) result.unevaluatedItems = items;
    else result.items = items;
  }
  return result;
}

/** A union of one member, or of one and `null`, says of every other value what the member says. */
function withoutLoneAlternatives(document: SchemaRoot, flat: SchemaObject): SchemaObject {
  let result = flat;
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const members = result[keyword] ?? [];
    const others = atMostTwo(members, (member) => member !== false && !isNullOnly(document, member));
    if (members.length === 0 || others.length > 1 || (members.length === 1 && result.discriminator)) continue;
    const { [keyword]: _, discriminator: __, ...rest } = result;
    const accepts = acceptsNull(document, result);
    const only = others.length === 1 ? flatten(document, others[0]) : nothing;
    result = withNull(document, join(only, rest), accepts);
  }
  return result;
}

function atMostTwo(members: Schema[], isIn: (member: Schema) => boolean): Schema[] {
  const first = members.findIndex(isIn);
  const second = members.findIndex((member, at) => at > first && isIn(member));
  return members.filter((_, at) => at === first || at === second);
}

function withNull(document: SchemaRoot, flat: SchemaObject, accepts: boolean): SchemaObject {
  const types = typesOf(flat);
  if (accepts && isNothing(flat)) return nullWith(flat);
  if (types.length > 0)
    return { ...flat, type: accepts ? [...types, 'null'] : types.length === 1 ? (types[0] ?? '') : types };
  if (acceptsNull(document, flat) === accepts) return flat;
  if (!accepts && flat.type === 'null') return { ...flat, ...nothing };
  if (!accepts) return join(flat, { not: { type: 'null' } });
  const { allOf, ...own } = flat;
  return {
    ...orNull(document, own),
    ...(allOf && { allOf: allOf.map((aside) => (typeof aside === 'object' ? orNull(document, aside) : aside)) }),
  };
}

/** Null is all that is left; the texts stay. */
function nullWith({ allOf: _, not: __, enum: ___, const: ____, ...rest }: SchemaObject): SchemaObject {
  return { ...rest, type: 'null' };
}

/** Alternatives, and null, once; what excludes null excludes nothing else. */
function orNull(document: SchemaRoot, schema: SchemaObject): SchemaObject {
  const { oneOf, anyOf, not, ...rest } = schema;
  const nil = { type: 'null' };
  const withNil = (members: Schema[]): Schema[] =>
    members.some((member) => acceptsNull(document, member)) ? members : [...members, nil];
  return {
    ...rest,
    ...(not !== undefined && !sameJson(not, nil) && { not }),
    ...(oneOf && { oneOf: withNil(oneOf) }),
    ...(anyOf && { anyOf: withNil(anyOf) }),
  };
}
