import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import type { Operation } from '../../openapi/model/operations.ts';
import { bodyIds, collectionBody } from './body.ts';
import { pathIds } from './chained-ids.ts';
import type { ChainedId } from './chained-ids.ts';

type Chain = ReadonlyMap<string, ChainedId>;

/**
 * The tags' operations in an order in which each id is learned before it is used: a tag after those that tell it an
 * id, otherwise as in the document; within a tag first what tells an id, deletions last.
 */
export function runnableOrder(
  document: OpenApiDocument,
  tags: readonly (readonly [name: string, operations: readonly Operation[]])[],
  chained: Chain,
): [name: string, operations: Operation[]][] {
  const tagOf = new Map(tags.flatMap(([name, operations]) => operations.map((item) => [item.operationId, name])));
  const waiting = tags.map(([name, operations]) => {
    const suppliers = operations
      .flatMap((operation) => usedIds(document, operation, chained))
      .map((variable) => tagOf.get(chained.get(variable)?.operationId ?? ''));
    return { name, operations, after: new Set(suppliers.filter((supplier) => supplier !== name)) };
  });
  const ordered: [string, Operation[]][] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ after }) => !waiting.some(({ name }) => after.has(name)));
    // Tags that wait for each other keep the order of the document.
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (next) ordered.push([next.name, next.operations.toSorted(byRank(chained))]);
  }
  return ordered;
}

function usedIds(document: OpenApiDocument, operation: Operation, chained: Chain): string[] {
  const body = collectionBody(document, operation, chained);
  const inBody = body ? bodyIds(body) : [];
  return [...pathIds(operation.path).map(({ variable }) => variable), ...inBody];
}

function byRank(chained: Chain): (a: Operation, b: Operation) => number {
  const suppliers = new Set([...chained.values()].map(({ operationId }) => operationId));
  const rank = ({ method, operationId, path }: Operation) => {
    if (method === 'delete') return 2;
    return suppliers.has(operationId) || pathIds(path).length === 0 ? 0 : 1;
  };
  return (a, b) => rank(a) - rank(b);
}
