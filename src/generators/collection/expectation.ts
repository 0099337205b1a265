import { STATUS_PHRASES } from '../status-phrases.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document/openapi-document.ts';
import type { Operation, Response } from '../../openapi/model/operations.ts';
import { flatten } from '../../openapi/schema/flatten.ts';
import { pathIds } from './chained-ids.ts';
import type { ChainedId } from './chained-ids.ts';

/** What the documented success of a request is. */
export interface Expectation {
  /** `201` */
  status: string;
  /** `201 Created` */
  title: string;
  hasBody: boolean;
  /** Members that the body always has. */
  members: string[];
  /** Those of them that are lists, with the members that each item always has. */
  lists: { name: string; members: string[] }[];
  /** The variable that the id of the answer must equal, where it is the record that the path names. */
  sameId?: string;
}

interface Context {
  document: OpenApiDocument;
  operations: readonly Operation[];
  chained: ReadonlyMap<string, ChainedId>;
}

/** Undefined where the document names no success. */
export function expectationOf(context: Context, operation: Operation): Expectation | undefined {
  const success = successOf(operation);
  if (!success) return undefined;
  const { document } = context;
  const sameId = sameRecord(context, operation, success);
  const body = flatten(document, success.content[0]?.schema);
  return {
    status: success.status,
    title: `${success.status} ${STATUS_PHRASES[statusCode(success.status) ?? 0] ?? ''}`.trim(),
    hasBody: success.content.length > 0,
    members: body.required ?? [],
    lists: (body.required ?? []).flatMap((name) => {
      const { items } = flatten(document, body.properties?.[name]);
      return items === undefined ? [] : [{ name, members: requiredOf(document, items) }];
    }),
    ...(sameId !== undefined && { sameId }),
  };
}

export function successOf({ responses }: Operation): Response | undefined {
  return responses.find(({ status }) => status.startsWith('2'));
}

/** A documented status as a number; undefined of a range, `2XX`, and of `default`. */
export function statusCode(status: string): number | undefined {
  return /^\d+$/.test(status) ? Number(status) : undefined;
}

/** A condition in JavaScript. @param code the status as a number. @param status the documented one, or a range: `2XX` */
export function isStatus(code: string, status: string): string {
  const known = statusCode(status);
  return known === undefined ? `Math.floor(${code} / 100) === ${status.charAt(0)}` : `${code} === ${known}`;
}

function requiredOf(document: OpenApiDocument, schema: Schema | undefined): string[] {
  return flatten(document, schema).required ?? [];
}

/** Where the answer is the record that the path names, the two ids must be one. */
function sameRecord({ operations, chained }: Context, operation: Operation, { content }: Response): string | undefined {
  const id = pathIds(operation.path).at(-1);
  if (!id || !chained.has(id.variable)) return undefined;
  const read = operations.find(({ method, path }) => method === 'get' && path === `${id.collection}/{${id.name}}`);
  const schema = content[0]?.schema;
  const record = read && successOf(read)?.content[0]?.schema;
  if (!schema || JSON.stringify(schema) !== JSON.stringify(record)) return undefined;
  return id.variable;
}
