import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { atPointer } from '../document/refs.ts';

const flattened = new WeakMap<SchemaRoot, WeakMap<object, SchemaObject>>();

/**
 * The schema with its own `$ref` followed and its `allOf` merged; what is nested in it stays as written.
 * `false` and a `$ref` circle of nothing but references read as a schema without any keyword.
 */
export function flatten(document: SchemaRoot, schema: Schema | undefined): SchemaObject {
  if (typeof schema !== 'object') return {};
  if (schema.$ref === undefined && schema.allOf === undefined) return schema;
  const cache = flattened.get(document) ?? new WeakMap<object, SchemaObject>();
  flattened.set(document, cache);
  const known = cache.get(schema);
  if (known) return known;
  cache.set(schema, {});
  const result = isBareReference(schema)
    ? flatten(document, atPointer(document, schema.$ref) as Schema)
    : merge({ document, path: new Set(), merged: new Map() }, schema);
  cache.set(schema, result);
  return result;
}

/** A `$ref` with nothing beside it is the component itself, the same object wherever it is used. */
function isBareReference(schema: SchemaObject): schema is { $ref: string } {
  return schema.$ref !== undefined && Object.keys(schema).length === 1;
}

interface Merging {
  document: SchemaRoot;
  /** The schemas we are in, to end circles. */
  path: Set<SchemaObject>;
  /** What is merged already: a schema that a document includes again and again is merged once. */
  merged: Map<SchemaObject, SchemaObject>;
}

function merge(merging: Merging, schema: SchemaObject): SchemaObject {
  const known = merging.merged.get(schema);
  if (known || merging.path.has(schema)) return known ?? {};
  merging.path.add(schema);
  const result = isBareReference(schema) ? mergePart(merging, targetOf(merging, schema)) : mergeParts(merging, schema);
  merging.path.delete(schema);
  merging.merged.set(schema, result);
  return result;
}

function targetOf({ document }: Merging, { $ref }: { $ref: string }): Schema {
  return atPointer(document, $ref) as Schema;
}

function mergePart(merging: Merging, part: Schema): SchemaObject {
  return typeof part === 'object' ? merge(merging, part) : {};
}

function mergeParts(merging: Merging, { $ref, allOf = [], ...own }: SchemaObject): SchemaObject {
  const base = $ref === undefined ? [] : [mergePart(merging, targetOf(merging, { $ref }))];
  const members = allOf.map((part) => withoutSubtypes(mergePart(merging, part)));
  // What is said twice says no more than what is said once.
  const merged = [...new Set([...base, ...members])].reduce<SchemaObject>((all, part) => join(all, part), {});
  return join(merged, own, base.length + members.length === 1);
}

/** A base type's discriminator says which subtypes there are; a subtype that includes its base has none. */
function withoutSubtypes(member: SchemaObject): SchemaObject {
  if (!member.discriminator || member.oneOf || member.anyOf) return member;
  const { discriminator: _, title: __, ...rest } = member;
  return rest;
}

/** Both must hold. The later one's texts win over a single part's; properties in both are merged by `allOf`. */
function join(a: SchemaObject, b: SchemaObject, single = false): SchemaObject {
  const result: SchemaObject = { ...a, ...b };
  if (!single && a.title !== undefined && b.title !== undefined) result.title = b.title;
  if (a.required && b.required) result.required = [...new Set([...a.required, ...b.required])];
  if (a.properties && b.properties) result.properties = joinProperties(a.properties, b.properties);
  if (a.patternProperties && b.patternProperties)
    result.patternProperties = joinProperties(a.patternProperties, b.patternProperties);
  if (a.enum && b.enum) result.enum = a.enum.filter((value) => b.enum?.includes(value));
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const [first, second] = [a[keyword], b[keyword]];
    if (first && second) result.allOf = [...(a.allOf ?? []), { [keyword]: first }];
  }
  // Two conditions cannot be one: the first stays a member of its own, and its consequences do not follow from the second.
  if (a.if !== undefined && b.if !== undefined) {
    const { if: test, then, else: otherwise } = a;
    result.allOf = [...(a.allOf ?? []), { if: test, then, else: otherwise }];
    Object.assign(result, { then: b.then, else: b.else });
  }
  return Object.assign(result, stricterBounds(a, b));
}

/** Of two bounds, both hold, so the stricter one does. */
function stricterBounds(a: object, b: object): Record<string, number> {
  const bounds: Record<string, number> = {};
  for (const [key, value] of Object.entries(b)) {
    const other: unknown = (a as Record<string, unknown>)[key];
    const [, bound] = /^(?:m|exclusiveM)(in|ax)/.exec(key) ?? [];
    if (bound && typeof value === 'number' && typeof other === 'number')
      bounds[key] = bound === 'in' ? Math.max(value, other) : Math.min(value, other);
  }
  return bounds;
}

function joinProperties(a: Record<string, Schema>, b: Record<string, Schema>): Record<string, Schema> {
  const result = { ...a };
  for (const [name, schema] of Object.entries(b)) {
    const other = Object.hasOwn(result, name) ? result[name] : undefined;
    const isTwo = typeof other === 'object' && typeof schema === 'object' && other !== schema;
    const both = isTwo ? { allOf: [other, schema] } : schema;
    Object.defineProperty(result, name, { value: both, enumerable: true, configurable: true, writable: true });
  }
  return result;
}
