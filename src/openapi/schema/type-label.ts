import type { Schema, SchemaObject, SchemaRoot } from '../document/openapi-document.ts';
import { refName, soleRef } from './component-ref.ts';
import { flatten, isNothing } from './flatten.ts';
import { acceptsNull, isNullOnly } from './null.ts';
import { isNullable } from './nullable.ts';
import { perSchema } from './per-schema.ts';
import { typesOf } from '../document/schema-types.ts';
import { isMap } from './value-types.ts';
import { pointerName } from '../document/refs.ts';
import type { Union } from './union.ts';
import { unionOf } from './union.ts';

const MAX_DEPTH = 4;
/** More alternatives than this are counted, not named. */
const MAX_NAMES = 3;
const NO_OBJECT = /\b(string|number|integer|boolean|array|tuple)\b/;

/** What is made once: by depth, as a label says less the deeper it stands. */
const known = perSchema((): string[] => []);

/** The type in words: `string (date-time) or null`, `array of Pet`, `map of integer`, `Card or Iban`. */
export function typeLabel(document: SchemaRoot, schema: Schema, depth = 0): string {
  if (typeof schema === 'boolean') return schema ? 'any' : 'nothing';
  if (depth > MAX_DEPTH) return refName(schema) ?? 'any';
  const byDepth = known(document, schema);
  return (byDepth[depth] ??= labelOf(document, schema, depth));
}

function labelOf(document: SchemaRoot, schema: SchemaObject, depth: number): string {
  const flat = flatten(document, schema);
  if (isNothing(flat)) return 'nothing';
  if (isNullOnly(document, schema) || flat.type === 'null') return acceptsNull(document, schema) ? 'null' : 'nothing';
  const name = ownLabel(document, schema, depth);
  return name !== 'any' && isNullable(document, schema) ? `${name} or null` : name;
}

function ownLabel(document: SchemaRoot, schema: SchemaObject, depth: number): string {
  const flat = flatten(document, schema);
  const types = typesOf(flat);
  const union = unionOf(document, schema);
  const isOpen = flat.type === undefined || (types.join() === 'object' && !flat.properties);
  const label = union && isOpen ? unionLabel(document, schema, union, depth) : 'any';
  if (label !== 'any' && (flat.type === undefined || !NO_OBJECT.test(label))) return label;
  const labels = types.map((type) => typeName(document, schema, flat, type, depth));
  return labels.length > 0 ? labels.join(' or ') : 'any';
}

/** `Card or Iban`; `any` where an alternative may be anything. `null` is told of the whole. */
function unionLabel(document: SchemaRoot, schema: SchemaObject, { variants }: Union, depth: number): string {
  const names = variants.map((variant) => typeLabel(document, variant.schema, depth + 1).replace(/ or null$/, ''));
  const labels = [...new Set(names)].filter((label) => label !== 'nothing');
  if (labels.includes('any') || labels.length === 0) return 'any';
  if (labels.length <= MAX_NAMES) return labels.join(' or ');
  const ref = soleRef(schema);
  return ref === undefined ? `one of ${labels.length}` : pointerName(ref);
}

function typeName(document: SchemaRoot, schema: SchemaObject, flat: SchemaObject, type: string, depth: number): string {
  if (type === 'array') return arrayName(document, flat, depth);
  if (type === 'object') return objectName(document, schema, flat, depth);
  const format = flat.format ?? flat.contentMediaType;
  return format ? `${type} (${format})` : type;
}

function arrayName(document: SchemaRoot, flat: SchemaObject, depth: number): string {
  if (flat.prefixItems) return `tuple of ${flat.prefixItems.length}`;
  if (flat.items === undefined) return 'array';
  const items = typeLabel(document, flat.items, depth + 1);
  return items === 'any' ? 'array' : `array of ${grouped(items)}`;
}

function objectName(document: SchemaRoot, schema: SchemaObject, flat: SchemaObject, depth: number): string {
  const values = flat.additionalProperties;
  if (typeof values === 'object' && isMap(flat)) return `map of ${grouped(typeLabel(document, values, depth + 1))}`;
  const ref = soleRef(schema);
  // A name stands for the members that are told below it.
  const members = Object.keys({ ...flat.properties, ...flat.patternProperties }).concat(flat.required ?? []);
  return ref !== undefined && members.length > 0 ? pointerName(ref) : 'object';
}

function grouped(label: string): string {
  return label.includes(' or ') ? `(${label})` : label;
}
