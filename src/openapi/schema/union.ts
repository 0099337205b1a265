import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { pointerName } from '../document/refs.ts';
import { soleRef } from './component-ref.ts';
import { conjuncts, flatten } from './flatten.ts';
import { literalOf } from './literal.ts';
import { isNullOnly } from './null.ts';
import { subtypesOf } from './subtypes.ts';
import { typesOf } from '../document/schema-types.ts';

/** The alternatives of a schema. */
export interface Union {
  /** `one`: exactly one holds. `any`: one or more. `subtypes`: those of a base type, of which there may be others. */
  match: 'one' | 'any' | 'subtypes';
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
  /** Set where it is what a value is that names none of them. */
  isDefault?: true;
}

/** The first alternatives of a schema without `null`, or `undefined` where there are none. */
export function unionOf(document: SchemaRoot, schema: Schema): Union | undefined {
  return unionsOf(document, schema)[0];
}

/** All alternatives of a schema without `null`: `oneOf`, `anyOf` and those of its `allOf` each say something. */
export function unionsOf(document: SchemaRoot, schema: Schema): Union[] {
  return conjuncts(flatten(document, schema)).flatMap((flat) => {
    const { oneOf, anyOf, discriminator } = flat;
    if (!oneOf && !anyOf) return union(document, 'subtypes', subtypes(document, flat), discriminator);
    return [
      ...union(document, 'one', oneOf, discriminator),
      ...union(document, 'any', anyOf, oneOf ? undefined : discriminator),
    ];
  });
}

function union(
  document: SchemaRoot,
  match: Union['match'],
  members: Schema[] = [],
  discriminator: SchemaObject['discriminator'],
): Union[] {
  const others = members.filter((member) => !isNullOnly(document, member));
  if (others.length === 0) return [];
  const variants = distinct(others.map((member, index) => variantOf(document, discriminator, member, index)));
  return [{ match, ...(discriminator && { discriminator: discriminator.propertyName }), variants }];
}

/** A base type without `oneOf` has the subtypes that its mapping names and the components that include it. */
function subtypes(document: SchemaRoot, { discriminator }: SchemaObject): Schema[] {
  if (!discriminator) return [];
  const { mapping = {}, defaultMapping } = discriminator;
  const named = [...Object.values(mapping), ...(defaultMapping === undefined ? [] : [defaultMapping])];
  const mapped = named.map(toRef);
  return [...new Set([...mapped, ...subtypesOf(document, discriminator)])].map(($ref) => ({ $ref }));
}

/** A mapping may hold a `$ref` or the bare name of a schema. */
function toRef(target: string): string {
  return target.startsWith('#') ? target : `#/components/schemas/${target}`;
}

function variantOf(
  document: SchemaRoot,
  discriminator: SchemaObject['discriminator'],
  schema: Schema,
  index: number,
): Variant {
  const ref = soleRef(schema);
  const flat = flatten(document, schema);
  const values = discriminator ? chosenBy(document, discriminator, schema) : [];
  const name =
    flat.title ?? (ref === undefined ? undefined : pointerName(ref)) ?? values[0] ?? madeUpName(document, flat, index);
  return { name, schema, values, ...(isDefault(discriminator, schema) && { isDefault: true as const }) };
}

/** Whether a value is of this alternative that has no discriminator, or one that chooses none. */
export function isDefault(discriminator: SchemaObject['discriminator'], schema: Schema): boolean {
  const { defaultMapping } = discriminator ?? {};
  return defaultMapping !== undefined && toRef(defaultMapping) === soleRef(schema);
}

/** The values that choose an alternative: those of the mapping, else those that it allows, else the name of the component. */
export function chosenBy(
  document: SchemaRoot,
  { propertyName, mapping = {} }: NonNullable<SchemaObject['discriminator']>,
  schema: Schema,
): string[] {
  const ref = soleRef(schema);
  const mapped = Object.entries(mapping).filter(([, target]) => toRef(target) === ref);
  if (mapped.length > 0) return mapped.map(([value]) => value);
  const { properties = {} } = flatten(document, schema);
  const own = Object.hasOwn(properties, propertyName) ? flatten(document, properties[propertyName]) : {};
  const fixed = own.const ?? (own.enum?.length === 1 ? own.enum[0] : undefined);
  if (typeof fixed === 'string') return [fixed];
  return ref === undefined ? [] : [pointerName(ref)];
}

function madeUpName(document: SchemaRoot, flat: SchemaObject, index: number): string {
  if (flat.const !== undefined) return literalOf(flat.const);
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
