import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import type { MediaType, NamedExample } from '../model/media-type.ts';
import { isXml } from '../model/media-type.ts';
import type { Header } from '../model/operations.ts';
import type { Direction } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { flatten } from './flatten.ts';
import { typesOf } from './value-types.ts';
import { unionOf } from './union.ts';
import { xmlOf } from './example-xml.ts';

/** Deeper than this, an object or array made from its schema is empty: the first depth at which few enough members are made. */
const DEPTHS = [6, 5, 4, 3, 2] as const;
const MAX_MADE = 600;
/** A made-up object below the first level has no more members than this, required ones first. */
const MAX_MEMBERS = 12;

const BY_FORMAT: Record<string, string> = {
  date: '2026-02-11',
  'date-time': '2026-02-11T10:30:00Z',
  time: '10:30:00Z',
  duration: 'PT30M',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  byte: 'ZXhhbXBsZQ==',
  password: 'password',
};

/** The examples of a body: the document's own, else one made from the schema. Empty where there is no schema either. */
export function examplesOf(document: OpenApiDocument, media: MediaType, direction: Direction): NamedExample[] {
  const given = media.examples.filter((example) => example.value !== undefined || example.externalValue);
  const { schema } = media;
  if (schema === undefined) return given;
  const list =
    given.length > 0
      ? given
      : [{ name: '', summary: '', description: '', value: exampleOf(document, schema, direction) }];
  if (!isXml(media.mediaType)) return list;
  return list.map((example) =>
    typeof example.value === 'object' ? { ...example, value: xmlOf(document, schema, example.value) } : example,
  );
}

/** The value to show for a parameter or header; `undefined` where the document gives none and none is needed. */
export function parameterExample(document: OpenApiDocument, parameter: Header): unknown {
  const given =
    parameter.examples.find((example) => example.value !== undefined)?.value ??
    givenValue(flatten(document, parameter.schema));
  if (given !== undefined) return given;
  return parameter.required ? exampleOf(document, parameter.schema, 'request') : undefined;
}

/** An instance of the schema: its own examples and defaults where it has them, plain values where not. */
export function exampleOf(document: OpenApiDocument, schema: Schema, direction: Direction): unknown {
  for (const depth of DEPTHS) {
    const made = { left: MAX_MADE };
    const value = make({ document, direction, path: [], depth, made }, schema);
    if (made.left >= 0) return value;
  }
  return make({ document, direction, path: [], depth: 1, made: { left: Infinity } }, schema);
}

interface Context {
  document: OpenApiDocument;
  direction: Direction;
  /** The schemas we are in, to end recursion. */
  path: SchemaObject[];
  depth: number;
  /** How many more members may be made; what is begun below zero is thrown away. */
  made: { left: number };
}

function make(context: Context, schema: Schema): unknown {
  const flat = flatten(context.document, schema);
  const given = givenValue(flat);
  if (given !== undefined) return given;
  if (context.path.includes(flat)) return undefined;
  const inner = { ...context, path: [...context.path, flat] };
  const variant = unionOf(context.document, schema)?.variants[0]?.schema;
  const base = makeOwn(inner, flat);
  if (variant === undefined) return base;
  const chosen = make(inner, variant);
  return isPlainObject(base) && isPlainObject(chosen) ? { ...base, ...chosen } : (chosen ?? base);
}

function givenValue(flat: SchemaObject): unknown {
  if (flat.example !== undefined) return flat.example;
  if (flat.examples?.[0] !== undefined) return flat.examples[0];
  if (flat.const !== undefined) return flat.const;
  if (flat.default !== undefined && flat.default !== null) return flat.default;
  return flat.enum?.find((value) => value !== null) ?? flat.enum?.[0];
}

function makeOwn(context: Context, flat: SchemaObject): unknown {
  const [type] = typesOf(flat);
  if (type === 'object') return makeObject(context, flat);
  if (type === 'array') return makeArray(context, flat);
  if (type === 'integer' || type === 'number') return makeNumber(flat, type);
  if (type === 'boolean') return true;
  if (type === 'string') return makeString(flat);
  return flat.type === undefined ? undefined : null;
}

function makeObject(context: Context, flat: SchemaObject): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (context.path.length > context.depth) return result;
  const fields = fieldsOf(context.document, flat, context.direction).filter(
    ({ kind, required, schema }) => kind !== 'pattern' && (required || !flatten(context.document, schema).deprecated),
  );
  const nested = context.path.length > 1;
  const chosen = nested
    ? fields.toSorted((a, b) => Number(b.required) - Number(a.required)).slice(0, MAX_MEMBERS)
    : fields;
  for (const field of fields.filter((candidate) => chosen.includes(candidate))) {
    context.made.left -= 1;
    if (context.made.left < 0) return result;
    const value = make(context, field.schema);
    if (value === undefined && !field.required) continue;
    const name = field.kind === 'additional' ? 'key' : field.name;
    Object.defineProperty(result, name, { value: value ?? null, enumerable: true, configurable: true, writable: true });
  }
  return result;
}

function makeArray(context: Context, flat: SchemaObject): unknown[] {
  if (context.path.length > context.depth) return [];
  if (flat.prefixItems)
    return flat.prefixItems.map((item) => (context.made.left-- > 0 ? make(context, item) : null) ?? null);
  if (flat.items === undefined) return [];
  const item = make(context, flat.items);
  return item === undefined ? [] : [item];
}

function makeNumber(flat: SchemaObject, type: string): number {
  const step = flat.multipleOf ?? (type === 'integer' ? 1 : 0.5);
  const low = typeof flat.exclusiveMinimum === 'number' ? flat.exclusiveMinimum + step : flat.minimum;
  const high = typeof flat.exclusiveMaximum === 'number' ? flat.exclusiveMaximum - step : flat.maximum;
  return low ?? Math.min(high ?? step, step);
}

function makeString(flat: SchemaObject): string {
  const value =
    (flat.format && BY_FORMAT[flat.format]) || (flat.contentEncoding === 'base64' ? 'ZXhhbXBsZQ==' : 'string');
  return flat.minLength !== undefined && value.length < flat.minLength
    ? value.padEnd(flat.minLength, 'x')
    : value.slice(0, flat.maxLength);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
