import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { refName, soleRef } from './component-ref.ts';
import { flatten } from './flatten.ts';
import { isNullable, typesOf } from './value-types.ts';
import { pointerName } from '../document/refs.ts';
import { soleVariant, unionOf } from './union.ts';

const MAX_DEPTH = 4;
/** More alternatives than this are counted, not named. */
const MAX_NAMES = 3;

/** What is made once: by depth, as a label says less the deeper it stands. */
const labels = new WeakMap<SchemaRoot, WeakMap<SchemaObject, string[]>>();

/** The type in words: `string (date-time) or null`, `array of Pet`, `map of integer`, `Card or Iban`. */
export function typeLabel(document: SchemaRoot, schema: Schema, depth = 0): string {
  if (typeof schema === 'boolean') return schema ? 'any' : 'nothing';
  if (depth > MAX_DEPTH) return refName(schema) ?? 'any';
  const known = labels.get(document) ?? new WeakMap<SchemaObject, string[]>();
  labels.set(document, known);
  const byDepth = known.get(schema) ?? [];
  known.set(schema, byDepth);
  return (byDepth[depth] ??= labelOf(document, schema, depth));
}

function labelOf(document: SchemaRoot, schema: SchemaObject, depth: number): string {
  const sole = soleVariant(document, schema);
  const name =
    sole === undefined
      ? ownLabel(document, schema, depth)
      : typeLabel(document, sole, depth + 1).replace(/ or null$/, '');
  return isNullable(document, schema) ? (name === 'any' ? 'null' : `${name} or null`) : name;
}

function ownLabel(document: SchemaRoot, schema: SchemaObject, depth: number): string {
  const flat = flatten(document, schema);
  const union = unionOf(document, schema);
  if (union && !flat.properties)
    return unionLabel(
      document,
      schema,
      union.variants.map((variant) => variant.schema),
      depth,
    );
  const names = typesOf(flat).map((type) => typeName(document, schema, flat, type, depth));
  return names.length > 0 ? names.join(' or ') : 'any';
}

function unionLabel(document: SchemaRoot, union: SchemaObject, members: Schema[], depth: number): string {
  const names = [...new Set(members.map((member) => typeLabel(document, member, depth + 1)))];
  if (names.length <= MAX_NAMES) return names.join(' or ');
  const ref = soleRef(union);
  return ref === undefined ? `one of ${names.length}` : pointerName(ref);
}

function typeName(document: SchemaRoot, schema: SchemaObject, flat: SchemaObject, type: string, depth: number): string {
  if (type === 'array') return arrayName(document, flat, depth);
  if (type === 'object') return objectName(document, schema, flat, depth);
  const format = flat.format ?? flat.contentMediaType;
  return format ? `${type} (${format})` : type;
}

function arrayName(document: SchemaRoot, flat: SchemaObject, depth: number): string {
  if (flat.prefixItems) return `tuple of ${flat.prefixItems.length}`;
  if (flat.items === undefined || flat.items === true) return 'array';
  const items = typeLabel(document, flat.items, depth + 1);
  return items === 'any' ? 'array' : `array of ${items.includes(' or ') ? `(${items})` : items}`;
}

function objectName(document: SchemaRoot, schema: SchemaObject, flat: SchemaObject, depth: number): string {
  const ref = soleRef(schema);
  if (ref !== undefined) return pointerName(ref);
  const values = flat.additionalProperties;
  const isMap = !flat.properties && values !== undefined && typeof values !== 'boolean';
  if (isMap) return `map of ${typeLabel(document, values, depth + 1)}`;
  return 'object';
}
