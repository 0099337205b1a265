import type { OpenApiDocument, Schema, SchemaObject } from './openapi-document.ts';
import { isRecord } from './refs.ts';
import { SCHEMA_MAPS } from './schema-maps.ts';

/** Members that hold data, not description: nothing below them is a schema. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping', 'dataValue']);
const SCHEMA_LISTS = ['allOf', 'oneOf', 'anyOf', 'prefixItems'] as const;
const SCHEMAS = [
  ...['items', 'additionalProperties', 'not', 'propertyNames', 'contains', 'if', 'then', 'else', 'additionalItems'],
  ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
] as const;

/** Writes all schemas of a document in the words of 3.1, in place: `nullable`, boolean exclusive bounds, and lists of `items`. */
export function upgradeSchemas(document: OpenApiDocument): void {
  visit(document);
}

/** Finds the schemas of a document or a part of one, and upgrades each in place. */
function visit(node: unknown): void {
  if (Array.isArray(node)) return node.forEach(visit);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (DATA.has(key) || key.startsWith('x-')) continue;
    if (key === 'schema' || key === 'itemSchema') upgrade(value);
    else if (key === 'schemas' && isRecord(value)) Object.values(value).forEach(upgrade);
    else visit(value);
  }
}

type Keywords = SchemaObject & Record<string, unknown>;

function upgrade(value: unknown): void {
  if (!isRecord(value)) return;
  const schema = value as Keywords;
  upgradeTuple(schema);
  for (const key of SCHEMA_MAPS) if (isRecord(schema[key])) Object.values(schema[key]).forEach(upgrade);
  for (const key of SCHEMA_LISTS) if (Array.isArray(schema[key])) schema[key].forEach(upgrade);
  for (const key of SCHEMAS) upgrade(schema[key]);
  upgradeBounds(schema);
  upgradeNullable(schema);
}

/** A list of `items` describes a tuple, `additionalItems` what follows it. */
function upgradeTuple(schema: Keywords): void {
  const { items, additionalItems } = schema;
  delete schema.additionalItems;
  if (!Array.isArray(items)) return;
  schema.prefixItems = items as Schema[];
  delete schema.items;
  if (additionalItems !== undefined) schema.items = additionalItems as Schema;
}

function upgradeBounds(schema: SchemaObject): void {
  if (schema.exclusiveMinimum === true) setBound(schema, 'exclusiveMinimum', 'minimum');
  else if (schema.exclusiveMinimum === false) delete schema.exclusiveMinimum;
  if (schema.exclusiveMaximum === true) setBound(schema, 'exclusiveMaximum', 'maximum');
  else if (schema.exclusiveMaximum === false) delete schema.exclusiveMaximum;
}

/** Without the bound that it makes an exclusive one, `true` says nothing. */
function setBound(
  schema: SchemaObject,
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  bound: 'minimum' | 'maximum',
): void {
  const value = schema[bound];
  delete schema[bound];
  if (value === undefined) delete schema[exclusive];
  else schema[exclusive] = value;
}

function upgradeNullable(schema: SchemaObject): void {
  const { nullable, type } = schema;
  delete schema.nullable;
  if (nullable !== true) return;
  if (type !== undefined) schema.type = [...new Set([type, 'null'].flat())];
  else if (schema.allOf || schema.oneOf || schema.anyOf || schema.$ref) orNull(schema);
}

/** `{ allOf: […], description }` → `{ description, anyOf: [{ allOf: […] }, { type: 'null' }] }`. */
function orNull(schema: SchemaObject): void {
  const { description, title, deprecated, readOnly, writeOnly, default: preset, ...rest } = schema;
  const kept = { description, title, deprecated, readOnly, writeOnly, default: preset };
  for (const key of Object.keys(schema)) delete (schema as Record<string, unknown>)[key];
  for (const [key, value] of Object.entries(kept)) if (value !== undefined) Object.assign(schema, { [key]: value });
  schema.anyOf = [rest, { type: 'null' }];
}
