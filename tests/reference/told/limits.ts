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
