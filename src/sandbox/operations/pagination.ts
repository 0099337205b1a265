import { pagination } from '../generated/policies.ts';
import { indexOfPosition } from '../records/row.ts';
import type { ListPosition, Row, Stored } from '../records/row.ts';

/** The paging parameters of a list request, checked before. */
export interface PageQuery {
  readonly page?: number;
  readonly per_page?: number;
  readonly after?: string;
  readonly limit?: number;
}

type PageInfo =
  | { page: number; per_page: number; total: number; has_more: boolean }
  | { limit: number; next_cursor: string | null; has_more: boolean };

/** One page of a list, as JSON text. */
export class Page<T> {
  readonly #items: readonly { readonly value: T; readonly json: string }[];
  readonly #info: PageInfo;

  constructor(items: readonly { readonly value: T; readonly json: string }[], info: PageInfo) {
    this.#items = items;
    this.#info = info;
  }

  get json(): string {
    const data = this.#items.map((item) => item.json).join(',');
    return `{"data":[${data}],"pagination":${JSON.stringify(this.#info)}}`;
  }

  /** The same page of other items. */
  map<U>(change: (item: T) => U): Page<U> {
    const items = this.#items.map(({ value }) => {
      const changed = change(value);
      return { value: changed, json: JSON.stringify(changed) };
    });
    return new Page(items, this.#info);
  }
}

/**
 * One page of `rows`, newest first.
 * @param rows oldest first
 * @param cursor where the record named by `after` stands, or stood
 * @param matches leaves out what does not match; omitted, everything does
 */
export function paginate<T extends Stored>(
  rows: readonly Row<T>[],
  query: PageQuery,
  cursor: ListPosition | undefined,
  matches?: (record: T) => boolean,
): Page<T> {
  const kept = matches ? rows.filter((row) => matches(row.value)) : rows;
  const isCursorMode = query.after !== undefined || query.limit !== undefined;
  return isCursorMode ? cursorPage(kept, query, cursor) : numberedPage(kept, query);
}

function numberedPage<T extends Stored>(rows: readonly Row<T>[], query: PageQuery): Page<T> {
  const { page = pagination.default_page, per_page = pagination.default_size } = query;
  const end = Math.max(0, rows.length - (page - 1) * per_page);
  const start = Math.max(0, end - per_page);
  const info = { page, per_page, total: rows.length, has_more: start > 0 };
  return new Page(rows.slice(start, end).reverse(), info);
}

function cursorPage<T extends Stored>(
  rows: readonly Row<T>[],
  query: PageQuery,
  cursor: ListPosition | undefined,
): Page<T> {
  const { limit = pagination.default_size } = query;
  const end = cursor ? indexOfPosition(rows, cursor) : rows.length;
  const start = Math.max(0, end - limit);
  const shown = rows.slice(start, end).reverse();
  const hasMore = start > 0;
  const info = { limit, next_cursor: hasMore ? (shown.at(-1)?.id ?? null) : null, has_more: hasMore };
  return new Page(shown, info);
}
