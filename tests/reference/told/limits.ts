/** What the reference tells less of than a document says, and why: nowhere does it say what is not so. */
import type { OpenApiDocument } from '../../../src/openapi/document/openapi-document.ts';
import { atPointer, isRecord } from '../../../src/openapi/document/refs.ts';

export interface Limit {
  keyword: string;
  reason: string;
  /** Whether a schema meets it. */
  applies: (schema: Record<string, unknown>, document: OpenApiDocument) => boolean;
}

export const LIMITS: Limit[] = [
  {
    keyword: 'additionalProperties beside allOf or $ref',
    reason:
      'A part that closes itself closes the whole on the page: generators write it of a subtype and mean the whole. By the letter, it excludes the members of the other parts.',
    applies: (schema, document) =>
      (schema['allOf'] !== undefined || schema['$ref'] !== undefined) &&
      Object.keys(schema).length + count(schema['allOf']) > 1 &&
      closes(schema, document, 0),
  },
  {
    keyword: 'unevaluatedProperties in a part',
    reason: 'As with additionalProperties: what a part closes is closed for what the whole names.',
    applies: (schema) =>
      ['allOf', 'anyOf', 'oneOf'].some((key) => schema[key] !== undefined) &&
      JSON.stringify(schema).includes('"unevaluatedProperties":false'),
  },
  {
    keyword: 'unevaluatedProperties beside required',
    reason: 'A member that is required and told nowhere else is told as a member, though nothing evaluates it.',
    applies: (schema) => schema['unevaluatedProperties'] === false && Array.isArray(schema['required']),
  },
];

function count(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

/** Whether a schema or what stands for a part of it says something of members without a name. */
function closes(schema: unknown, document: OpenApiDocument, depth: number): boolean {
  if (!isRecord(schema) || depth > 5) return false;
  const { $ref, allOf, oneOf, anyOf, additionalProperties: rest, unevaluatedProperties: others } = schema;
  if ([rest, others].some((one) => one !== undefined && one !== true)) return true;
  const target = typeof $ref === 'string' ? [atPointer(document, $ref)] : [];
  const parts = [allOf, oneOf, anyOf, target].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return parts.some((part) => closes(part, document, depth + 1));
}

/** The limits that a document meets. */
export function limitsIn(document: OpenApiDocument, node: unknown = document): Limit[] {
  if (Array.isArray(node)) return node.flatMap((one) => limitsIn(document, one));
  if (!isRecord(node)) return [];
  const own = LIMITS.filter(({ applies }) => applies(node, document));
  return [...own, ...Object.values(node).flatMap((one) => limitsIn(document, one))];
}

/**
 * A schema with the type that its keywords are about, where it names none. Authors who write `properties` or `items` without
 * `type` mean an object or a list, so the reference says so; by the letter, any other value is allowed, too.
 */
export function withImpliedTypes(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withImpliedTypes);
  if (!isRecord(schema)) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, MAPS.has(key) ? mapped(value) : impliedBelow(key, value)]),
  );
  const has = (...keys: string[]): boolean => keys.some((key) => Object.hasOwn(schema, key));
  if (has('type', 'enum', 'const')) return copy;
  if (has('properties', 'additionalProperties', 'patternProperties', 'unevaluatedProperties', 'required'))
    return { type: 'object', ...copy };
  return has('items', 'prefixItems', 'unevaluatedItems') ? { type: 'array', ...copy } : copy;
}

const MAPS = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

function mapped(schemas: unknown): unknown {
  if (!isRecord(schemas)) return schemas;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withImpliedTypes(schema)]));
}

function impliedBelow(key: string, value: unknown): unknown {
  return key === 'enum' || key === 'const' || key === 'default' ? value : withImpliedTypes(value);
}
