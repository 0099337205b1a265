/** Which ids lead to which operation: told by the patterns of ids, in the document's own schemas. */
import type { OpenApiDocument, Schema } from '../document/openapi-document.ts';
import { isJson } from '../document/media-types.ts';
import type { Operation } from '../model/operations.ts';
import { fieldsOf } from '../schema/fields.ts';
import { flatten } from '../schema/flatten.ts';

/** Values of one kind of id, and the operation that takes them. */
export interface IdLink {
  /** A regular expression that all these ids match, and no other kind of id: it begins with fixed letters. */
  pattern: string;
  operationId: string;
  summary: string;
  /** The path parameter that takes the id. */
  parameter: string;
  /** The other path parameters, each with the pattern of the ids that it takes. */
  others: { parameter: string; pattern: string }[];
}

/** Of one path the operation that does least is the one to link to. */
const preference = ['get', 'patch', 'put', 'delete', 'post'] as const;

/**
 * The kinds of id that a document tells apart, each with the operation on the record that has it. A kind is the pattern
 * (`^pet_[a-z0-9]+$`) of the `id` in what `/pets/{id}` or, failing that, `/pets` answers.
 */
export function idLinks(document: OpenApiDocument, operations: readonly Operation[]): IdLink[] {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  /** Pattern of the last parameter of a path, by the path’s shape: the names of parameters tell nothing. */
  const patterns = new Map<string, string>();
  for (const path of byPath.keys()) {
    const pattern = /\/\{[^{}/]+\}$/.test(path) ? patternOf(document, byPath, path) : undefined;
    if (pattern !== undefined) patterns.set(shapeOf(path), pattern);
  }
  return [...byPath.keys()].flatMap((path) => {
    const pattern = patterns.get(shapeOf(path));
    const operation = preferred(byPath.get(path) ?? []);
    const places = parameterPlaces(path);
    const others = places
      .slice(0, -1)
      .map(({ parameter, upTo }) => ({ parameter, pattern: patterns.get(shapeOf(upTo)) ?? '' }));
    const parameter = places.at(-1)?.parameter;
    if (!operation || pattern === undefined || parameter === undefined || others.some((other) => other.pattern === ''))
      return [];
    return [{ pattern, operationId: operation.operationId, summary: operation.summary, parameter, others }];
  });
}

function shapeOf(path: string): string {
  return path.replace(/\{[^{}/]*\}/g, '{}');
}

function preferred(operations: readonly Operation[]): Operation | undefined {
  return preference.flatMap((method) => operations.filter((operation) => operation.method === method))[0];
}

/** `/a/{id}/b/{b}` → `id` up to `/a/{id}`, `b` up to all of it. */
function parameterPlaces(path: string): { parameter: string; upTo: string }[] {
  return [...path.matchAll(/\{([^{}/]+)\}/g)].map((match) => ({
    parameter: match[1] ?? '',
    upTo: path.slice(0, match.index + match[0].length),
  }));
}

/** Of the record's own id, where it begins with letters that no other kind begins with. */
function patternOf(document: OpenApiDocument, byPath: Map<string, Operation[]>, path: string): string | undefined {
  const collection = path.slice(0, path.lastIndexOf('/'));
  for (const operation of [...(byPath.get(path) ?? []), ...(byPath.get(collection) ?? [])]) {
    for (const { status, content } of operation.responses) {
      if (!status.startsWith('2')) continue;
      for (const { mediaType, schema } of content) {
        const pattern = schema !== undefined && isJson(mediaType) ? recordId(document, schema) : undefined;
        if (pattern !== undefined) return pattern;
      }
    }
  }
  return undefined;
}

/** The pattern of `id` in a record, in an alternative of it, or in the records of a list. */
function recordId(document: OpenApiDocument, schema: Schema, depth = 0): string | undefined {
  if (depth > 3) return undefined;
  const fields = fieldsOf(document, schema, 'response');
  const own = fields.find(({ name, kind }) => name === 'id' && kind === 'property');
  if (own) return distinctive(flatten(document, own.schema).pattern);
  const { oneOf, anyOf } = flatten(document, schema);
  const lists = fields.map((field) => flatten(document, field.schema).items).filter((items) => items !== undefined);
  const inner = oneOf ?? anyOf ?? (lists.length === 1 ? lists : []);
  return inner.map((one) => recordId(document, one, depth + 1)).find((pattern) => pattern !== undefined);
}

function distinctive(pattern: string | undefined): string | undefined {
  return pattern !== undefined && /^\^[A-Za-z]{2,}[_-]/.test(pattern) && pattern.endsWith('$') ? pattern : undefined;
}
