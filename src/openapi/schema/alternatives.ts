import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { isAnnotationKey } from './component-ref.ts';
import type { EnumValue } from './enum-values.ts';
import { enumValues } from './enum-values.ts';
import { flatten } from './flatten.ts';
import { perSchema } from './per-schema.ts';
import type { Union, Variant } from './union.ts';
import { unionsOf } from './union.ts';
import { typesOf } from '../document/schema-types.ts';
import { isMap } from './value-types.ts';

/** What a schema lets choose from. */
export interface Alternatives {
  /** Plain values, each with what the document says of it. */
  values: EnumValue[];
  /** Alternatives that say more than their type, which the type label tells. */
  unions: Union[];
}

/** Deeper than this, and of more alternatives, the type label says less than the type. */
const MAX_DEPTH = 2;
const MAX_NAMES = 3;
const OF_TYPE = new Set(['type', 'format', 'contentMediaType', 'items', 'additionalProperties']);

const known = perSchema((): { alternatives?: Alternatives } => ({}));

/** The values and the unions of a schema. */
export function alternativesOf(document: SchemaRoot, schema: Schema): Alternatives {
  const flat = flatten(document, schema);
  return (known(document, flat).alternatives ??= split(document, schema, flat));
}

/** The allowed values, without `null`; of an array its items' and of a map its values', where it has none itself. */
export function enumOf(document: SchemaRoot, schema: Schema, depth = 0): EnumValue[] {
  const { values } = alternativesOf(document, schema);
  const flat = flatten(document, schema);
  const { items, additionalProperties, prefixItems } = flat;
  if (values.length > 0 || depth > MAX_DEPTH) return values;
  if (typeof items === 'object' && !prefixItems) return enumOf(document, items, depth + 1);
  return typeof additionalProperties === 'object' && isMap(flat)
    ? enumOf(document, additionalProperties, depth + 1)
    : [];
}

function split(document: SchemaRoot, schema: Schema, flat: SchemaObject): Alternatives {
  const unions = unionsOf(document, schema);
  const own = enumValues(flat);
  const annotated = own.length > 0 || flat.enum ? undefined : unions.find((union) => isOfValues(document, union));
  return {
    values: annotated ? annotated.variants.flatMap((variant) => valuesOf(document, variant)) : own,
    unions: unions.filter((union, index) => union !== annotated && !(index === 0 && isOfTypes(document, flat, union))),
  };
}

/** Whether each alternative is a value with texts, no value twice. @see https://spec.openapis.org/oas/v3.1.1.html#annotated-enumerations */
function isOfValues(document: SchemaRoot, { variants, match, discriminator }: Union): boolean {
  if (discriminator !== undefined) return false;
  const values = variants.flatMap((variant) => {
    const flat = flatten(document, variant.schema);
    const isValue = Object.keys(flat).every(
      (key) => key === 'const' || key === 'enum' || key === 'type' || isAnnotationKey(key),
    );
    const list = valuesOf(document, variant);
    const types = [flat.type ?? []].flat();
    const isOfType = types.length === 0 || typesOf({ enum: listed(flat) }).every((type) => types.includes(type));
    return isValue && isOfType && list.length > 0 ? list.map(({ value }) => value) : [undefined];
  });
  return !values.includes(undefined) && (match === 'any' || new Set(values).size === values.length);
}

function listed({ const: constant, enum: values = [] }: SchemaObject): unknown[] {
  return constant === undefined ? values : [constant];
}

function valuesOf(document: SchemaRoot, { schema }: Variant): EnumValue[] {
  const flat = flatten(document, schema);
  if (flat.const !== undefined && flat.enum) return [];
  return enumValues({ ...flat, enum: listed(flat) }).map(({ value, description }) => {
    const title = flat.title === value ? undefined : flat.title;
    return {
      value,
      description: description || [title, flat.description].filter(Boolean).join(': '),
      ...(flat.deprecated && { deprecated: true }),
    };
  });
}

/** Whether the type label tells all: alternatives that differ in type, and say no more. */
function isOfTypes(document: SchemaRoot, flat: SchemaObject, { variants, match, discriminator }: Union): boolean {
  if (discriminator !== undefined || flat.properties) return false;
  if (variants.length > MAX_NAMES || !variants.every(({ schema }) => isOfType(document, schema, 0))) return false;
  const types = variants.flatMap(({ schema }) => typesOf(flatten(document, schema)));
  const kinds = types.map((type) => (type === 'integer' ? 'number' : type));
  return match === 'any' || new Set(kinds).size === kinds.length;
}

function isOfType(document: SchemaRoot, schema: Schema, depth: number): boolean {
  if (schema === true) return depth > 0;
  if (depth > MAX_DEPTH) return false;
  const flat = flatten(document, schema);
  const isType = Object.keys(flat).every((key) => OF_TYPE.has(key) || isAnnotationKey(key));
  if (!isType || flat.type === undefined || (depth === 0 && (flat.title ?? flat.description) !== undefined))
    return false;
  return [flat.items, flat.additionalProperties].every(
    (inner) => inner === undefined || isOfType(document, inner, depth + 1),
  );
}
