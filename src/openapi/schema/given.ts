import type { OpenApiDocument, Schema, SchemaObject } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';
import type { Direction } from './fields.ts';
import { appliesTo } from './fields.ts';
import { flatten } from './flatten.ts';
import { unionsOf } from './union.ts';

/** The examples that a schema itself gives, without the members that do not apply in this direction. */
export function givenExamples(document: OpenApiDocument, schema: Schema, direction: Direction): unknown[] {
  const { example, examples = [] } = flatten(document, schema);
  const given = example === undefined ? examples : [example, ...examples];
  return given.map((value) => applicable(document, schema, value, direction));
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
