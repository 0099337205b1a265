import type { OpenApiDocument, SchemaObject } from '../document/openapi-document.ts';
import { isRecord } from '../document/refs.ts';

/** Members that hold data, not description: nothing below them is a schema. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);
const SCHEMA_MAPS = ['properties', 'patternProperties', '$defs', 'dependentSchemas'] as const;
const SCHEMA_LISTS = ['allOf', 'oneOf', 'anyOf', 'prefixItems'] as const;
const SCHEMAS = ['items', 'additionalProperties', 'not', 'propertyNames', 'contains', 'if', 'then', 'else'] as const;

/**
 * Writes a 3.0 document in the dialect of 3.1, so that all other code knows one: `nullable`, boolean exclusive bounds
 * and `x-webhooks` become what they are in 3.1. A 3.1 document comes back as it is. The input is not changed.
 * @see https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
 */
export function toOpenApi31(document: OpenApiDocument): OpenApiDocument {
  if (!document.openapi.startsWith('3.0')) return document;
  const { 'x-webhooks': webhooks, ...copy } = structuredClone(document);
  if (isRecord(webhooks)) copy.webhooks = webhooks as NonNullable<OpenApiDocument['webhooks']>;
  visit(copy);
  return { ...copy, openapi: '3.1.0' };
}

/** Finds the schemas of a document or a part of one, and upgrades each in place. */
function visit(node: unknown): void {
  if (Array.isArray(node)) return node.forEach(visit);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (DATA.has(key) || key.startsWith('x-')) continue;
    if (key === 'schema') upgrade(value);
    else if (key === 'schemas' && isRecord(value)) Object.values(value).forEach(upgrade);
    else visit(value);
  }
}

function upgrade(value: unknown): void {
  if (!isRecord(value)) return;
  const schema = value as SchemaObject & Record<string, unknown>;
  for (const key of SCHEMA_MAPS) if (isRecord(schema[key])) Object.values(schema[key]).forEach(upgrade);
  for (const key of SCHEMA_LISTS) if (Array.isArray(schema[key])) schema[key].forEach(upgrade);
  for (const key of SCHEMAS) upgrade(schema[key]);
  upgradeBounds(schema);
  upgradeNullable(schema);
}

function upgradeBounds(schema: SchemaObject): void {
  if (schema.exclusiveMinimum === true) schema.exclusiveMinimum = take(schema, 'minimum');
  else if (schema.exclusiveMinimum === false) delete schema.exclusiveMinimum;
  if (schema.exclusiveMaximum === true) schema.exclusiveMaximum = take(schema, 'maximum');
  else if (schema.exclusiveMaximum === false) delete schema.exclusiveMaximum;
}

function take(schema: SchemaObject, key: 'minimum' | 'maximum'): number | undefined {
  const bound = schema[key];
  delete schema[key];
  return bound;
}

function upgradeNullable(schema: SchemaObject): void {
  const { nullable } = schema;
  delete schema.nullable;
  if (nullable !== true) return;
  if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
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
