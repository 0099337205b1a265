import { describe, expect, test } from 'vitest';
import { fc } from '../../../tests/fast-check.ts';
import { comparePositions, Row } from '../records/row.ts';
import type { ListPosition } from '../records/row.ts';
import { paginate } from './pagination.ts';
import type { PageQuery } from './pagination.ts';

interface Item {
  readonly id: string;
  readonly at: string;
}

interface Answer {
  data: Item[];
  pagination: { total?: number; has_more: boolean; next_cursor?: string | null };
}

const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    at: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);

function rowsOf(list: readonly Item[]): Row<Item>[] {
  return list.map((item) => new Row(item, item.at)).sort(comparePositions);
}

function ask(rows: readonly Row<Item>[], query: PageQuery, cursor?: ListPosition): Answer {
  return JSON.parse(paginate(rows, query, cursor).json) as Answer;
}

test('page mode gives every record once, newest first', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 20 }), (list, per_page) => {
      const rows = rowsOf(list);
      const seen: Item[] = [];
      for (let page = 1, hasMore = true; hasMore; page += 1) {
        const answer = ask(rows, { page, per_page });
        expect(answer.pagination.total).toBe(list.length);
        seen.push(...answer.data);
        hasMore = answer.pagination.has_more;
      }
      expect(seen).toEqual(rows.map(({ value }) => value).reverse());
    }),
  );
});

test('cursor mode gives every record that stays once, while others come and go', () => {
  fc.assert(
    fc.property(
      items,
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      (list, limit, chances) => {
        let rows = rowsOf(list);
        const gone = new Set<string>();
        const deleted = new Map<string, ListPosition>();
        const seen: string[] = [];
        let after: string | null | undefined;
        for (let turn = 0; after !== null; turn += 1) {
          const position =
            rows.find(({ id }) => id === after) ?? (after === undefined ? undefined : deleted.get(after));
          const answer = ask(rows, after === undefined ? { limit } : { limit, after }, position);
          seen.push(...answer.data.map(({ id }) => id));
          after = answer.pagination.next_cursor ?? null;
          expect(answer.pagination.has_more).toBe(after !== null);
          const victim = rows[(chances[turn] ?? 0) % Math.max(1, rows.length)];
          if (victim && chances[turn] !== undefined) {
            deleted.set(victim.id, victim);
            gone.add(victim.id);
            rows = rows.filter((row) => row !== victim);
          }
          rows = [...rows, new Row({ id: `new ${turn}`, at: '2026-02-01' }, '2026-02-01')].sort(comparePositions);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(list.filter(({ id }) => !gone.has(id) && !seen.includes(id))).toEqual([]);
      },
    ),
  );
});

describe('a page', () => {
  const rows = rowsOf([
    { id: 'a', at: '2026-01-01' },
    { id: 'b', at: '2026-01-02' },
  ]);

  test('beyond the end is empty', () => {
    expect(ask(rows, { page: 9, per_page: 25 })).toEqual({
      data: [],
      pagination: { page: 9, per_page: 25, total: 2, has_more: false },
    });
  });

  test('has 25 records unless told otherwise', () => {
    expect(ask(rows, {}).pagination).toEqual({ page: 1, per_page: 25, total: 2, has_more: false });
    expect(ask(rows, { after: 'b' }, rows[1]).pagination).toEqual({ limit: 25, next_cursor: null, has_more: false });
  });

  test('counts only what matches', () => {
    const page = paginate(rows, {}, undefined, ({ id }) => id === 'a');
    expect(JSON.parse(page.json)).toMatchObject({ data: [{ id: 'a' }], pagination: { total: 1 } });
  });
});
