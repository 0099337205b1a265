import { expect, test } from 'vitest';
import { fc } from '../fast-check.ts';
import { openClient } from '../webhooks/client.ts';
import type { Client } from '../webhooks/client.ts';

interface List {
  readonly data: readonly { readonly id: string }[];
  readonly pagination: { readonly total: number; readonly has_more: boolean; readonly next_cursor: string | null };
}

/** What happens between two pages: contacts are made, and some of those that were there at first deleted. */
const meanwhile = fc.record({ inserted: fc.nat(4), deleted: fc.array(fc.nat(1000), { maxLength: 4 }) });
const walk = fc.record({ size: fc.integer({ min: 7, max: 100 }), between: fc.array(meanwhile, { maxLength: 30 }) });

const { client: root } = openClient();
let workspaces = 0;
let emails = 0;

/** A client of a workspace that nobody has used. */
function fresh(): Client {
  workspaces += 1;
  return root.as(`sk_test_paging${String(workspaces).padStart(4, '0')}`);
}

async function insert(client: Client, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    emails += 1;
    await client.ask('POST', '/v1/contacts', { email: `paging${emails}@example.com` });
  }
}

async function allIds(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1, hasMore = true; hasMore; page += 1) {
    const { data, pagination } = await client.ask<List>('GET', `/v1/contacts?per_page=100&page=${page}`);
    ids.push(...data.map(({ id }) => id));
    hasMore = pagination.has_more;
  }
  return ids;
}

test('a walk by cursor shows each contact that stays exactly once, and none twice, whatever comes and goes', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ size, between }) => {
      const client = fresh();
      const before = await allIds(client);
      const gone = new Set<string>();
      const seen: string[] = [];
      let query = `?limit=${size}`;
      for (let step = 0; query !== ''; step += 1) {
        const { data, pagination } = await client.ask<List>('GET', `/v1/contacts${query}`);
        seen.push(...data.map(({ id }) => id));
        expect(data.length).toBeLessThanOrEqual(size);
        query = pagination.next_cursor === null ? '' : `?limit=${size}&after=${pagination.next_cursor}`;
        const { inserted = 0, deleted = [] } = between[step] ?? {};
        await insert(client, inserted);
        for (const index of deleted) {
          const id = before[index % before.length] as string;
          if (gone.has(id)) continue;
          gone.add(id);
          await client.ask('DELETE', `/v1/contacts/${id}`);
        }
      }
      expect(new Set(seen).size).toBe(seen.length);
      const stayed = before.filter((id) => !gone.has(id));
      expect(seen.filter((id) => !gone.has(id))).toEqual(stayed);
      // What was made on the way is newer than the first page.
      expect(seen.every((id) => before.includes(id))).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a walk by pages shows everything exactly once while nothing changes, and misses nothing while contacts are made', async () => {
  await fc.assert(
    fc.asyncProperty(walk, fc.boolean(), async ({ size, between }, isQuiet) => {
      const client = fresh();
      const before = await allIds(client);
      const seen: string[] = [];
      let made = 0;
      for (let page = 1, hasMore = true; hasMore; page += 1) {
        const { data, pagination } = await client.ask<List>('GET', `/v1/contacts?per_page=${size}&page=${page}`);
        expect(pagination.total).toBe(before.length + made);
        seen.push(...data.map(({ id }) => id));
        hasMore = pagination.has_more;
        const inserted = isQuiet ? 0 : (between[page]?.inserted ?? 0);
        await insert(client, inserted);
        made += inserted;
      }
      if (made === 0) expect(seen).toEqual(before);
      else expect(before.every((id) => seen.includes(id))).toBe(true);
    }),
    { numRuns: 25 },
  );
}, 120_000);
