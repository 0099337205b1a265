import type { Operation } from '../../openapi/model/operations.ts';
import { bodyIds } from './body.ts';
import type { CollectionBody } from './body.ts';
import { pathIds } from './chained-ids.ts';
import type { ChainedId } from './chained-ids.ts';

type Chain = ReadonlyMap<string, ChainedId>;

interface Ordered {
  operation: Operation;
  body?: CollectionBody;
}

/**
 * The tags' requests in an order in which each id is learned before it is used: a tag after those that tell it an
 * id, otherwise as in the document; within a tag first what tells an id, deletions last.
 */
export function runnableOrder<Request extends Ordered>(
  tags: readonly (readonly [name: string, requests: readonly Request[]])[],
  chained: Chain,
): [name: string, requests: Request[]][] {
  const tagOf = new Map(
    tags.flatMap(([name, requests]) => requests.map(({ operation }) => [operation.operationId, name])),
  );
  const waiting = tags.map(([name, requests]) => {
    const suppliers = requests.flatMap(usedIds).map((variable) => tagOf.get(chained.get(variable)?.operationId ?? ''));
    return { name, requests, after: new Set(suppliers.filter((supplier) => supplier !== name)) };
  });
  const ordered: [string, Request[]][] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ after }) => !waiting.some(({ name }) => after.has(name)));
    // Tags that wait for each other keep the order of the document.
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (next) ordered.push([next.name, next.requests.toSorted(byRank(chained))]);
  }
  return ordered;
}

function usedIds({ operation, body }: Ordered): string[] {
  return [...pathIds(operation.path).map(({ variable }) => variable), ...(body ? bodyIds(body) : [])];
}

function byRank(chained: Chain): (a: Ordered, b: Ordered) => number {
  const suppliers = new Set([...chained.values()].map(({ operationId }) => operationId));
  const rank = ({ operation: { method, operationId, path } }: Ordered) => {
    if (method === 'delete') return 2;
    return suppliers.has(operationId) || pathIds(path).length === 0 ? 0 : 1;
  };
  return (a, b) => rank(a) - rank(b);
}
