import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { atPointer, isRecord } from '../document/refs.ts';
import type { Direction } from './fields.ts';
import { appliesTo } from './fields.ts';
import { flatten } from './flatten.ts';
import { satisfies } from './satisfies.ts';
import { asSubtype } from './subtype-value.ts';
import { unionsOf } from './union.ts';

/** The examples that a schema itself gives, without the members that do not apply in this direction. */
export function givenExamples(document: OpenApiDocument, schema: Schema, direction: Direction): unknown[] {
  const { example, examples = [] } = flatten(document, schema);
  const given = example === undefined ? examples : [example, ...examples];
  return given.map((value) => applicable(document, schema, value, direction));
}

/**
 * The example that a schema gives. One of what it is made of (a base in `allOf`, a `$ref` with more beside it) is none where it is
 * right for that part and not for the whole; an example that is right nowhere is what the document wants to show.
 */
export function givenExample(document: OpenApiDocument, schema: Schema, direction: Direction): unknown {
  const whole = target(document, schema);
  const given = givenExamples(document, schema, direction);
  if (typeof whole === 'boolean' || whole.example !== undefined || whole.examples !== undefined) return given[0];
  const { $ref, allOf = [] } = whole;
  const parts: Schema[] = [...allOf, ...($ref === undefined ? [] : [{ $ref }])];
  const isOfPart = (value: unknown): boolean => parts.some((part) => satisfies(document, part, value, direction));
  const told = asSubtype(document, schema);
  return given.find((value) => satisfies(document, told, value, direction) || !isOfPart(value));
}

/** The schema that a `$ref` with nothing beside it leads to. */
function target(document: OpenApiDocument, schema: Schema): Schema {
  const passed = new Set<Schema>();
  let found = schema;
  while (
    typeof found === 'object' &&
    found.$ref !== undefined &&
    Object.keys(found).length === 1 &&
    !passed.has(found)
  ) {
    passed.add(found);
    found = atPointer(document, found.$ref) as Schema;
  }
  return found;
}

/** The values that a schema fixes or prefers. */
export function* fixedValues({
  const: constant,
  default: preset,
  enum: values = [],
}: SchemaObject): Generator<unknown> {
  if (constant !== undefined) yield constant;
  if (preset !== undefined && preset !== null) yield preset;
  yield* values.filter((value) => value !== null);
  if (values.includes(null)) yield null;
}

/** A value without the members that are only read, or only written. */
function applicable(document: OpenApiDocument, schema: Schema, value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) {
    const { items = true, prefixItems = [] } = flatten(document, schema);
    return value.map((item, at) => applicable(document, prefixItems[at] ?? items, item, direction));
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const told = memberSchemas(document, schema, name);
    if (told.some((one) => !appliesTo(flatten(document, one), direction))) return [];
    return [[name, told.reduce<unknown>((rest, one) => applicable(document, one, rest, direction), member)] as const];
  });
  return Object.fromEntries(members);
}

/** What a schema and its alternatives say of a member. */
function memberSchemas(document: OpenApiDocument, schema: Schema, name: string, depth = 0): Schema[] {
  const { properties = {}, additionalProperties } = flatten(document, schema);
  const variants = depth < 2 ? unionsOf(document, schema).flatMap((union) => union.variants) : [];
  const below = variants.flatMap((variant) => memberSchemas(document, variant.schema, name, depth + 1));
  if (Object.hasOwn(properties, name)) return [properties[name] ?? true, ...below];
  return additionalProperties === undefined || below.length > 0 ? below : [additionalProperties];
}
