import { isLarger, isNumeric } from '../../json-text/exact-number.ts';
import type { Schema, SchemaObject } from '../document/openapi-document.ts';

/** A keyword or value that OpenAPI 3.0 cannot say; `pointer` is its place in the document. */
export class DowngradeError extends Error {
  override readonly name = 'DowngradeError';
  readonly pointer: string;

  constructor(pointer: string, reason: string) {
    super(`${pointer}: ${reason}`);
    this.pointer = pointer;
  }
}

type Node = Record<string, unknown>;

/** Keywords that both versions write alike. */
const SAME = new Set([
  ...['title', 'description', 'format', 'enum', 'default', 'example', 'readOnly', 'writeOnly', 'deprecated'],
  ...['required', 'minProperties', 'maxProperties', 'minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength'],
  ...['pattern', 'minimum', 'maximum', 'multipleOf', 'discriminator', 'externalDocs', 'xml'],
]);

/** Keywords that `rewrite` turns into others before the walk. */
const REWRITTEN = ['type', 'const', 'examples', 'exclusiveMinimum', 'exclusiveMaximum', 'prefixItems', '$comment'];

/** The only schema of 3.0 that null alone passes: there is no type `null`. */
const ONLY_NULL: SchemaObject = { type: 'string', nullable: true, enum: [null] };

/**
 * Turns a JSON Schema of OpenAPI 3.1 into a Schema Object of 3.0 that accepts the same values; a tuple (`prefixItems`)
 * becomes an array of any of its members, which is as near as 3.0 comes.
 * @throws {DowngradeError} on a keyword that 3.0 has no words for
 * @see https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function toSchema30(schema: Schema, pointer: string): SchemaObject {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const { $ref, ...siblings } = schema;
  if ($ref !== undefined) {
    if (Object.keys(siblings).length === 0) return { $ref };
    // 3.0 ignores what stands beside a $ref.
    const allOf = [{ $ref }, ...(siblings.allOf ?? [])];
    return toSchema30({ ...siblings, allOf }, pointer);
  }
  return walk(rewrite(schema, pointer), pointer);
}

function walk(schema: SchemaObject, pointer: string): SchemaObject {
  const result: Node = {};
  for (const [key, value] of Object.entries(schema)) {
    const place = `${pointer}/${key}`;
    if (SAME.has(key) || key === 'nullable' || key === 'type' || key.startsWith('x-')) result[key] = value;
    else if (key.startsWith('exclusive')) result[key] = value;
    else if (key === 'properties') result[key] = mapValues(value as Record<string, Schema>, place);
    else if (key === 'items' || key === 'not') result[key] = toSchema30(value as Schema, place);
    else if (key === 'additionalProperties')
      result[key] = typeof value === 'boolean' ? value : toSchema30(value as Schema, place);
    else if (key === 'allOf' || key === 'anyOf' || key === 'oneOf')
      result[key] = (value as Schema[]).map((member, index) => toSchema30(member, `${place}/${index}`));
    else throw new DowngradeError(pointer, `OpenAPI 3.0 has no keyword '${key}'`);
  }
  return result;
}

function mapValues(schemas: Record<string, Schema>, pointer: string): Record<string, SchemaObject> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, toSchema30(schema, `${pointer}/${name}`)]),
  );
}

/** Replaces the keywords of 3.1 on this level; the schemas below are left to the walk. */
function rewrite(schema: SchemaObject, pointer: string): SchemaObject {
  refuseKeywordsOf30(schema, pointer);
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => !REWRITTEN.includes(key))) as SchemaObject;
  if (schema.examples?.length && kept.example === undefined) kept.example = schema.examples[0];
  if (schema.const !== undefined) kept.enum = [schema.const];
  rewriteBound(schema, kept, 'exclusiveMinimum', 'minimum');
  rewriteBound(schema, kept, 'exclusiveMaximum', 'maximum');
  rewriteTuple(schema, kept);
  return rewriteType(schema, rewriteNullMember(kept));
}

/** A document that says it is 3.1 but mixes in the older dialect would change its meaning in silence. */
function refuseKeywordsOf30(schema: SchemaObject, pointer: string): void {
  const old = ['nullable', 'exclusiveMinimum', 'exclusiveMaximum'] as const;
  const found = old.find((keyword) => typeof schema[keyword] === 'boolean');
  if (found) throw new DowngradeError(pointer, `a boolean '${found}' belongs to OpenAPI 3.0, not 3.1`);
}

function rewriteBound(
  schema: SchemaObject,
  kept: SchemaObject,
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  inclusive: 'minimum' | 'maximum',
): void {
  const bound = schema[exclusive];
  if (!isNumeric(bound)) return;
  const other = schema[inclusive];
  const looser = other !== undefined && (inclusive === 'minimum' ? isLarger(other, bound) : isLarger(bound, other));
  if (!looser) Object.assign(kept, { [inclusive]: bound, [exclusive]: true });
}

function rewriteTuple(schema: SchemaObject, kept: SchemaObject): void {
  const { prefixItems, items } = schema;
  if (!prefixItems) return;
  if (items === false) kept.maxItems = Math.min(prefixItems.length, schema.maxItems ?? Infinity);
  // Without `items`, what follows the tuple can be anything, and so any member can.
  const rest = items === false ? [] : [items ?? true];
  kept.items = rest[0] === true ? {} : { anyOf: [...prefixItems, ...rest] };
}

/** A union with `type: null`: typed members become nullable; a `$ref` cannot, so null keeps a member of its own. */
function rewriteNullMember(schema: SchemaObject): SchemaObject {
  for (const union of ['anyOf', 'oneOf'] as const) {
    const members = schema[union];
    if (!members?.some(isNull)) continue;
    const others = members.filter((member) => !isNull(member));
    // Two nullable members would both match null, which oneOf forbids.
    const foldable = others.every(isTyped) && (union === 'anyOf' || others.length === 1);
    const folded = others.map((member) => ({ ...(member as SchemaObject), type: withNull(member as SchemaObject) }));
    return { ...schema, [union]: foldable ? folded : [...others, { type: 'null' }] };
  }
  return schema;
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && (schema.type === 'null' || schema.const === null);
}

/** Null passes a nullable member only if no other keyword of it keeps null out. */
function isTyped(schema: Schema): boolean {
  if (typeof schema !== 'object' || schema.type === undefined) return false;
  const closed = ['enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not'] as const;
  return closed.every((keyword) => schema[keyword] === undefined);
}

function withNull(schema: SchemaObject): string[] {
  return [...new Set([schema.type ?? []].flat()), 'null'];
}

function rewriteType(schema: SchemaObject, kept: SchemaObject): SchemaObject {
  const types = new Set([schema.type ?? []].flat());
  const nullable = types.delete('null');
  if (schema.const === null || (nullable && types.size === 0)) return { ...kept, ...ONLY_NULL };
  const [type, ...more] = types;
  if (type === undefined) return kept;
  if (more.length === 0) return { ...typed(type), ...kept, ...(nullable && { nullable }) };
  const anyOf = [type, ...more].map((each) => ({ type: nullable ? [each, 'null'] : each }));
  return kept.anyOf ? { ...kept, allOf: [...(kept.allOf ?? []), { anyOf }] } : { ...kept, anyOf };
}

/** 3.0 wants `items` on every array. */
function typed(type: string): SchemaObject {
  return type === 'array' ? { type, items: {} } : { type };
}
