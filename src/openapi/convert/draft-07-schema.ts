import type { Schema } from '../document/openapi-document.ts';
import { DowngradeError } from './downgrade-schema.ts';

/** Keywords that mean the same in draft 7 as in 2020-12, or that say nothing of what passes. */
const SAME = new Set([
  ...['title', 'description', 'type', 'format', 'enum', 'const', 'default', 'examples', 'readOnly', 'writeOnly'],
  ...['required', 'minProperties', 'maxProperties', 'minItems', 'maxItems', 'uniqueItems', 'minLength', 'maxLength'],
  ...['pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'deprecated'],
  ...['contentMediaType', 'contentEncoding', '$comment', 'externalDocs'],
]);
const ONE = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'propertyNames', 'contains']);
const LIST = new Set(['allOf', 'anyOf', 'oneOf']);
const MAP = new Set(['properties', 'patternProperties']);

/**
 * Turns a schema of OpenAPI 3.1 into one of JSON Schema draft 7, of which AsyncAPI's are made, that accepts the same
 * values. OpenAPI's `discriminator` only hints at what the branches say themselves, and is left out.
 * @param pointer the place of the schema, for errors
 * @throws {DowngradeError} on a keyword that draft 7 has no words for
 */
export function toDraft07(schema: Schema, pointer: string): Schema {
  if (typeof schema === 'boolean') return schema;
  const { $ref, ...siblings } = schema;
  if ($ref !== undefined) {
    if (Object.keys(siblings).length === 0) return { $ref };
    // Draft 7 ignores what stands beside a $ref.
    return toDraft07({ ...siblings, allOf: [{ $ref }, ...(siblings.allOf ?? [])] }, pointer);
  }
  const entries = Object.entries(schema).filter(([key]) => key !== 'discriminator' && key !== 'xml');
  return Object.fromEntries(entries.map(([key, value]) => [key, member(key, value, `${pointer}/${key}`)]));
}

function member(key: string, value: unknown, pointer: string): unknown {
  if (SAME.has(key) || key.startsWith('x-')) return value;
  if (ONE.has(key)) return toDraft07(value as Schema, pointer);
  if (LIST.has(key)) return (value as Schema[]).map((each, index) => toDraft07(each, `${pointer}/${index}`));
  if (MAP.has(key))
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([name, each]) => [
        name,
        toDraft07(each, `${pointer}/${name}`),
      ]),
    );
  throw new DowngradeError(pointer, `JSON Schema draft 7 has no keyword '${key}'`);
}
