import { describe, expect, test } from 'vitest';
import { operations, violations } from './contract.ts';
import { exampleRequest } from './requests.ts';
import { recorded } from './recorded.ts';
import { freshKey, openTransport } from './transports.ts';

interface List {
  data: Record<string, unknown>[];
  pagination: { has_more: boolean; next_cursor?: string | null };
}

const lists = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'after'));

describe.each([1, 2])('with seed %i', (seed) => {
  test.each(lists)('$operationId gives the same valid records in both paging modes, each once', async (operation) => {
    const sandbox = recorded(await openTransport({ seed }));
    const key = freshKey('_enterprise');
    const ask = async (query: string): Promise<List> => {
      const response = await sandbox.send(exampleRequest(operation, sandbox.base, { key, query }));
      expect(await violations(operation, response.clone())).toEqual([]);
      sandbox.rest();
      return (await response.json()) as List;
    };

    const byPage: object[] = [];
    for (let page = 1, hasMore = true; hasMore; page += 1) {
      const { data, pagination } = await ask(`?page=${page}&per_page=7`);
      byPage.push(...data);
      hasMore = pagination.has_more;
    }
    const byCursor: object[] = [];
    for (let query = '?limit=11'; query !== '';) {
      const { data, pagination } = await ask(query);
      byCursor.push(...data);
      query = pagination.next_cursor ? `?limit=11&after=${pagination.next_cursor}` : '';
    }
    expect(byCursor).toEqual(byPage);
    expect(new Set(byPage.map((record) => JSON.stringify(record))).size).toBe(byPage.length);
    expect(byPage.length).toBeGreaterThan(0);
  });
});

test('a cursor whose record was deleted still works', async () => {
  const sandbox = recorded(await openTransport());
  const key = freshKey();
  const [list, remove] = ['listContacts', 'deleteContact'].map((id) =>
    operations.find(({ operationId }) => operationId === id),
  );
  if (!list || !remove) throw new Error('The spec lacks an operation');
  const page = async (query: string) =>
    (await (await sandbox.send(exampleRequest(list, sandbox.base, { key, query }))).json()) as List;
  const before = await page('?after=con_def456&limit=2');
  await sandbox.send(exampleRequest(remove, sandbox.base, { key, path: { id: 'con_def456' } }));
  expect(await page('?after=con_def456&limit=2')).toEqual(before);
});
