import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations, violations } from './contract.ts';
import { recorded } from './recorded.ts';
import { exampleBodies, exampleRequest } from './requests.ts';
import { freshKey, openTransport, TRANSPORTS } from './transports.ts';
import type { Transport } from './transports.ts';
import { Random } from '../../src/sandbox/random.ts';

interface List {
  data: unknown[];
  pagination: object;
}

/** What differs between the documented answer of a write and the real one. */
const VOLATILE = new Set(['id', 'created_at', 'updated_at', 'closed_at', 'secret']);

describe.each(TRANSPORTS)('%s', (_name, open) => {
  let sandbox: Transport;
  beforeAll(async () => {
    sandbox = recorded(await open());
  });
  afterAll(() => sandbox.close());

  describe.each(operations)('$operationId', (operation) => {
    const success = operation.responses.find(({ status }) => status.startsWith('2'));

    test.each(exampleBodies(operation).map((body, index) => [index + 1, body]))(
      'answers its example %i as documented',
      async (_index, body) => {
        const response = await sandbox.send(exampleRequest(operation, sandbox.base, { key: freshKey(), body }));
        expect(String(response.status)).toBe(success?.status);
        expect(await violations(operation, response)).toEqual([]);
      },
    );

    test.each(success?.content[0]?.examples ?? [])(
      'gives what the spec shows: $summary',
      async ({ summary, value }) => {
        const query = /\(`(.*)`\)/.exec(summary)?.[1];
        const request = exampleRequest(operation, sandbox.base, { key: freshKey(), query: query ? `?${query}` : '' });
        const body: unknown = await (await sandbox.send(request)).json();
        const shown = 'the example in spec/resources/ is what the sandbox answers with its sample data';
        if (operation.method !== 'get') expect(steady(body), shown).toEqual(steady(value));
        else if (isList(value) && isList(body)) expectBeginning(body, value, shown);
        else expect(body, shown).toEqual(value);
      },
    );
  });
});

test('all examples succeed in one workspace in any order', async () => {
  const orders = [operations, operations.toReversed(), ...[1, 2, 3, 4, 5].map(shuffled)];
  const sandbox = await openTransport();
  for (const order of orders) {
    const key = freshKey();
    for (const operation of order) {
      const response = await sandbox.send(exampleRequest(operation, sandbox.base, { key }));
      expect(response.ok, `${operation.operationId}: ${await response.clone().text()}`).toBe(true);
    }
    sandbox.rest();
  }
});

function shuffled(seed: number) {
  const random = new Random(seed);
  return operations
    .map((operation) => ({ operation, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ operation }) => operation);
}

function isList(body: unknown): body is List {
  return typeof body === 'object' && body !== null && 'data' in body && 'pagination' in body;
}

/** A record without what is new with every write. */
function steady(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || isList(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !VOLATILE.has(name)));
}

/** The spec shows the first records of a page only. */
function expectBeginning(page: List, shown: List, message: string): void {
  expect(page.data.slice(0, shown.data.length), message).toEqual(shown.data);
  expect(page.pagination, message).toEqual(shown.pagination);
}
