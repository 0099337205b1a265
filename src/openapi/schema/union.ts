import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import { soleRef } from './component-ref.ts';
import { flatten } from './flatten.ts';
import { isNullOnly, typesOf } from './value-types.ts';

/** The alternatives of a schema. */
export interface Union {
  /** `one`: exactly one holds. `any`: one or more. */
  match: 'one' | 'any';
  /** The property that tells which one it is. */
  discriminator?: string;
  variants: Variant[];
}

export interface Variant {
  /** Unique among its siblings. */
  name: string;
  schema: Schema;
  /** Values of the discriminator that choose it. */
  values: string[];
}

/** The alternatives of a schema without `null`, or `undefined` where there are none. */
export function unionOf(document: SchemaRoot, schema: Schema): Union | undefined {
  const flat = flatten(document, schema);
  const members = (flat.oneOf ?? flat.anyOf)?.filter((member) => !isNullOnly(document, member)) ?? subtypes(flat);
  if (members.length === 0) return undefined;
  const variants = members.map((member, index) => variantOf(document, flat, member, index));
  return {
    match: flat.oneOf || !flat.anyOf ? 'one' : 'any',
    ...(flat.discriminator && { discriminator: flat.discriminator.propertyName }),
    variants: distinct(variants),
  };
}

/** A union of one member and `null` is that member. */
export function soleVariant(document: SchemaRoot, schema: Schema): Schema | undefined {
  const flat = flatten(document, schema);
  if (!flat.oneOf && !flat.anyOf) return undefined;
  const variants = unionOf(document, schema)?.variants ?? [];
  return variants.length === 1 ? variants[0]?.schema : undefined;
}

/** A base type without `oneOf` names its subtypes by the mapping alone. */
function subtypes(flat: SchemaObject): Schema[] {
  const targets = new Set(Object.values(flat.discriminator?.mapping ?? {}).map(toRef));
  return [...targets].map(($ref) => ({ $ref }));
}

/** A mapping may hold a `$ref` or the bare name of a schema. */
function toRef(target: string): string {
  return target.startsWith('#') ? target : `#/components/schemas/${target}`;
}

function variantOf(document: SchemaRoot, union: SchemaObject, schema: Schema, index: number): Variant {
  const ref = soleRef(schema);
  const mapping = Object.entries(union.discriminator?.mapping ?? {});
  const values = mapping.filter(([, target]) => toRef(target) === ref).map(([value]) => value);
  const flat = flatten(document, schema);
  const own = union.discriminator && flat.properties?.[union.discriminator.propertyName];
  const constant = own === undefined ? undefined : flatten(document, own);
  const fixed = constant?.const ?? (constant?.enum?.length === 1 ? constant.enum[0] : undefined);
  if (values.length === 0 && typeof fixed === 'string') values.push(fixed);
  const name =
    flat.title ?? (ref === undefined ? undefined : pointerName(ref)) ?? values[0] ?? madeUpName(document, flat, index);
  return { name, schema, values };
}

function madeUpName(document: SchemaRoot, flat: SchemaObject, index: number): string {
  if (flat.const !== undefined) return JSON.stringify(flat.const);
  const required = flat.required ?? [];
  const types = typesOf(flat);
  if (types.includes('array') && flat.items !== undefined) {
    const items = soleRef(flat.items);
    return `array of ${items === undefined ? (flatten(document, flat.items).type ?? 'items').toString() : pointerName(items)}`;
  }
  if (types.length > 0 && !types.includes('object'))
    return types.join(' or ') + (flat.format ? ` (${flat.format})` : '');
  if (required.length > 0) return `with ${required.slice(0, 3).join(', ')}`;
  return types[0] ?? `option ${index + 1}`;
}

function distinct(variants: Variant[]): Variant[] {
  const seen = new Map<string, number>();
  return variants.map((variant) => {
    const count = (seen.get(variant.name) ?? 0) + 1;
    seen.set(variant.name, count);
    return count === 1 ? variant : { ...variant, name: `${variant.name} (${count})` };
  });
}
