import type { ResponseInfo } from './answer.ts';
import type { Call } from './call.ts';
import { InvalidResponseError } from './errors.ts';
import type { CursorPagination, PagePagination } from './generated/types.ts';

export interface Page<Item, Pagination> {
  data: Item[];
  pagination: Pagination;
}

/** Pages by number, with a total. A record that comes in between moves all others by one. */
export interface PageMode {
  /** From 1. */
  page?: number | undefined;
  per_page?: number | undefined;
  after?: never;
  limit?: never;
}

/** Pages by cursor: each record exactly once, whatever is added meanwhile. */
export interface CursorMode {
  /** The cursor to go on from: `pagination.next_cursor` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
  page?: never;
  per_page?: never;
}

/** Neither: one page comes by number, items and pages by cursor. */
export interface NoMode {
  page?: never;
  per_page?: never;
  after?: never;
  limit?: never;
}

interface Choice {
  page?: number | undefined;
  per_page?: number | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

/** Members of a list: read with `for await`, or awaited as an array. */
export class Items<Item> implements AsyncIterable<Item>, PromiseLike<Item[]> {
  readonly #read: () => AsyncGenerator<Item, void, undefined>;

  constructor(read: () => AsyncGenerator<Item, void, undefined>) {
    this.#read = read;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    return this.#read();
  }

  then<A = Item[], B = never>(
    fulfilled?: ((value: Item[]) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const all = async (): Promise<Item[]> => {
      const items: Item[] = [];
      for await (const item of this) items.push(item);
      return items;
    };
    return all().then(fulfilled, rejected);
  }
}

/**
 * A list that nothing is asked of before it is read: `await` gives one page, `for await` every item.
 * An `async` function that returns a list gives its caller one page, as with everything that can be awaited.
 * `One` is the pagination of the awaited page, `Each` that of `pages()`.
 */
export class List<Item, One = PagePagination, Each = One> implements AsyncIterable<Item>, PromiseLike<Page<Item, One>> {
  readonly #ask: (query: object) => Call<Page<Item, unknown>>;
  readonly #query: Choice;
  #one: Call<Page<Item, One>> | undefined;

  constructor(ask: (query: object) => Call<Page<Item, unknown>>, query: object = {}) {
    this.#ask = ask;
    this.#query = query;
  }

  #page(): Call<Page<Item, One>> {
    return (this.#one ??= this.#ask(this.#query) as Call<Page<Item, One>>);
  }

  /** One page: the first, or the one that the query names. */
  then<A = Page<Item, One>, B = never>(
    fulfilled?: ((value: Page<Item, One>) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#page().then(fulfilled, rejected);
  }

  /** One page, and the status and headers that it came with. */
  withResponse(): Promise<{ data: Page<Item, One>; response: ResponseInfo }> {
    return this.#page().withResponse();
  }

  /** Every page from the one that the query names, each asked for when it is wanted. */
  pages(): AsyncGenerator<Page<Item, Each>, void, undefined> {
    const { page, per_page } = this.#query;
    return page === undefined && per_page === undefined ? this.#byCursor() : this.#byNumber(page ?? 1);
  }

  /** Every item, over all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    const { page, per_page } = this.#query;
    const isByNumber = page !== undefined || per_page !== undefined;
    const seen = new Set<unknown>();
    for await (const { data } of this.pages()) {
      if (!Array.isArray(data)) continue;
      for (const item of data) {
        const id = isByNumber && (item as { id?: unknown } | null)?.id;
        // What has come in since has pushed it to the next page.
        if (id && seen.has(id)) continue;
        if (id) seen.add(id);
        yield item;
      }
    }
  }

  /** The first `count` items; no page is asked for that they do not need. */
  take(count: number): Items<Item> {
    const first = async function* (items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
      let left = count;
      if (left < 1) return;
      for await (const item of items) {
        yield item;
        left -= 1;
        if (left < 1) return;
      }
    };
    return new Items(() => first(this));
  }

  async *#byNumber(first: number): AsyncGenerator<Page<Item, Each>, void, undefined> {
    for (let page = first; ; page += 1) {
      const answer = (await this.#ask({ ...this.#query, page })) as Page<Item, Each & PagePagination>;
      yield answer;
      if (!answer.pagination?.has_more || !answer.data?.length) return;
    }
  }

  async *#byCursor(): AsyncGenerator<Page<Item, Each>, void, undefined> {
    let { after } = this.#query;
    const seen = new Set([after]);
    for (;;) {
      const query = { ...this.#query, limit: this.#query.limit ?? 100, after };
      const answer = (await this.#ask(query)) as Page<Item, Each & CursorPagination>;
      yield answer;
      if (!answer.pagination?.has_more) return;
      after = answer.pagination.next_cursor ?? undefined;
      if (seen.has(after))
        throw new InvalidResponseError('The list says that there is more, but its cursor does not move');
      seen.add(after);
    }
  }
}
