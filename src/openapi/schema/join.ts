import { isLarger, isNumeric } from '../../json-text/exact-number.ts';
import type { Schema, SchemaObject } from '../document/openapi-document.ts';
import { sameJson } from './literal.ts';
import { includesType } from '../document/schema-types.ts';

/** Keywords that mean something together. The first ones say whether the group is there. */
const GROUPS: { leads: (keyof SchemaObject)[]; all: (keyof SchemaObject)[] }[] = [
  { leads: ['oneOf', 'anyOf'], all: ['oneOf', 'anyOf', 'discriminator'] },
  { leads: ['if'], all: ['if', 'then', 'else'] },
  { leads: ['contains'], all: ['contains', 'minContains', 'maxContains'] },
  ...(
    ['not', 'pattern', 'multipleOf', 'format', 'const', 'contentEncoding', 'contentMediaType', 'contentSchema'] as const
  ).map((keyword) => ({ leads: [keyword], all: [keyword] })),
];

/**
 * One schema for two that both hold. What two keywords of one name cannot say at once stays aside in `allOf`, whose members
 * hold such keywords and nothing else. The later one's texts win.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1.1
 */
export function join(a: SchemaObject, b: SchemaObject): SchemaObject {
  if (a === b) return a;
  const result: SchemaObject = { ...a, ...b };
  const asides = [...(a.allOf ?? []), ...(b.allOf ?? []), ...joinGroups(result, a, b)];
  if (a.type !== undefined && b.type !== undefined) {
    const types = commonTypes([a.type].flat(), [b.type].flat());
    result.type = types.length === 1 ? (types[0] ?? '') : types;
    if (types.length === 0) asides.push({ not: true });
  }
  if (a.required && b.required) result.required = [...new Set([...a.required, ...b.required])];
  if (a.enum && b.enum) result.enum = a.enum.filter((value) => b.enum?.some((other) => sameJson(value, other)));
  Object.assign(result, joinMembers(a, b), joinItems(a, b), stricterBounds(a, b));
  delete result.allOf;
  const kept = asides.filter(
    (aside, at) =>
      asides.findIndex((other) => sameJson(other, aside)) === at && !Object.entries(aside).every(isIn(result)),
  );
  if (kept.length > 0) result.allOf = kept;
  return result;
}

/** Of groups that both have, the later one stays and the earlier one goes aside, unless they say the same. */
function joinGroups(result: SchemaObject, a: SchemaObject, b: SchemaObject): SchemaObject[] {
  return GROUPS.flatMap(({ leads, all }) => {
    const [inA, inB] = [leads.some((lead) => a[lead] !== undefined), leads.some((lead) => b[lead] !== undefined)];
    // A discriminator without alternatives of its own belongs to those of the other.
    if ((inA || inB) && inA !== inB && !leads.includes('oneOf')) keep(result, inA ? a : b, all);
    if (!inA || !inB) return [];
    keep(result, b, all);
    const aside = pick(a, all);
    return sameJson(aside, pick(b, all)) ? [] : [aside];
  });
}

function isIn(schema: object): (entry: [string, unknown]) => boolean {
  return ([key, value]) => sameJson((schema as Record<string, unknown>)[key], value);
}

function keep(result: SchemaObject, source: SchemaObject, keywords: (keyof SchemaObject)[]): void {
  for (const keyword of keywords) delete result[keyword];
  Object.assign(result, pick(source, keywords));
}

function pick(schema: SchemaObject, keywords: (keyof SchemaObject)[]): SchemaObject {
  return Object.fromEntries(keywords.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key]]])));
}

function commonTypes(a: string[], b: string[]): string[] {
  return [...new Set([...a.filter((type) => includesType(b, type)), ...b.filter((type) => includesType(a, type))])];
}

/** A closed part closes the whole: what it names itself is not told apart from what the other names. */
function joinMembers(a: SchemaObject, b: SchemaObject): SchemaObject {
  return {
    ...bothOf(a, b, 'properties', joinNamed),
    ...bothOf(a, b, 'patternProperties', joinNamed),
    ...bothOf(a, b, 'dependentSchemas', joinNamed),
    ...bothOf(a, b, 'additionalProperties', both),
    ...bothOf(a, b, 'propertyNames', both),
    ...bothOf(a, b, 'dependentRequired', (first, second) =>
      named([...Object.entries(first), ...Object.entries(second)], (names, more) => [...new Set([...names, ...more])]),
    ),
  };
}

/** What `items` of one says holds of the `prefixItems` of the other, where that one goes on. */
function joinItems(a: SchemaObject, b: SchemaObject): SchemaObject {
  const length = Math.max(a.prefixItems?.length ?? 0, b.prefixItems?.length ?? 0);
  const at = (schema: SchemaObject, index: number): Schema => schema.prefixItems?.[index] ?? schema.items ?? true;
  return {
    ...(length > 0 && { prefixItems: Array.from({ length }, (_, index) => both(at(a, index), at(b, index))) }),
    ...bothOf(a, b, 'items', both),
  };
}

function bothOf<K extends keyof SchemaObject>(
  a: SchemaObject,
  b: SchemaObject,
  keyword: K,
  of: (a: NonNullable<SchemaObject[K]>, b: NonNullable<SchemaObject[K]>) => NonNullable<SchemaObject[K]>,
): SchemaObject {
  const [first, second] = [a[keyword], b[keyword]];
  return first === undefined || second === undefined ? {} : { [keyword]: of(first as never, second as never) };
}

function both(a: Schema, b: Schema): Schema {
  if (a === true || a === b || b === false) return b;
  if (b === true || a === false) return a;
  return { allOf: [a, b] };
}

function joinNamed(a: Record<string, Schema>, b: Record<string, Schema>): Record<string, Schema> {
  return named([...Object.entries(a), ...Object.entries(b)], both);
}

/** An object of entries; those of one name become one. A name may be `__proto__`. */
function named<V>(entries: [string, V][], of: (a: V, b: V) => V): Record<string, V> {
  const values = new Map<string, V>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    values.set(name, known === undefined ? value : of(known, value));
  }
  return Object.fromEntries(values);
}

/** Of two bounds, both hold, so the stricter one does. */
function stricterBounds(a: object, b: object): Record<string, number> {
  const bounds: Record<string, number> = {};
  for (const [key, value] of Object.entries(b)) {
    const other: unknown = (a as Record<string, unknown>)[key];
    const [, bound] = /^(?:m|exclusiveM)(in|ax)/.exec(key) ?? [];
    if (bound && !/Contains$/.test(key) && isNumeric(value) && isNumeric(other))
      bounds[key] = isLarger(value, other) === (bound === 'in') ? value : other;
  }
  return bounds;
}
