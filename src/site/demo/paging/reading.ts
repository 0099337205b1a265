import { search } from './directory.ts';
import type { Directory, Entry, PageAnswer } from './directory.ts';

export type Mode = 'page' | 'cursor';

/** Contacts that one request asks for: few, so that the whole list is seen. */
export const PAGE_SIZE = 3;

/** One request of a reading, and what it brought. */
export interface PageRead {
  /** The request target, `/v1/contacts?…` */
  readonly target: string;
  readonly entries: readonly Entry[];
}

/** A program that reads a list to its end, page by page, while the list changes. */
export class Reading {
  readonly mode: Mode;
  /** The list when the reading began. */
  readonly #begun: readonly Entry[];
  #reads: readonly PageRead[] = [];
  #last: PageAnswer | undefined;

  constructor(mode: Mode, begun: readonly Entry[]) {
    this.mode = mode;
    this.#begun = begun;
  }

  get reads(): readonly PageRead[] {
    return this.#reads;
  }

  get isDone(): boolean {
    return this.#last?.pagination.has_more === false;
  }

  /** Reads the next page, if there is one. */
  async readOn(directory: Directory): Promise<void> {
    if (this.isDone) return;
    const query = this.#query();
    this.#last = await directory.read(query);
    this.#reads = [...this.#reads, { target: `/v1/contacts${search(query)}`, entries: this.#last.data }];
  }

  /** What came of it. @param now the list as it is now */
  judge(now: readonly Entry[]): Verdict {
    const seen = this.#reads.flatMap(({ entries }) => entries);
    const has = (entries: readonly Entry[], { id }: Entry) => entries.some((entry) => entry.id === id);
    const isFirst = ({ id }: Entry, index: number) => seen.findIndex((entry) => entry.id === id) === index;
    return {
      doubled: seen.filter((entry, index) => !isFirst(entry, index)),
      lost: this.isDone ? this.#begun.filter((entry) => has(now, entry) && !has(seen, entry)) : [],
      late: now.filter((entry) => !has(this.#begun, entry) && !has(seen, entry)),
    };
  }

  #query(): string {
    if (this.mode === 'page') return `page=${this.#reads.length + 1}&per_page=${PAGE_SIZE}`;
    const cursor = this.#last?.pagination.next_cursor;
    return cursor == null ? `limit=${PAGE_SIZE}` : `limit=${PAGE_SIZE}&after=${cursor}`;
  }
}

export interface Verdict {
  /** Came again: once for each time that was too many. */
  readonly doubled: readonly Entry[];
  /** Was there all the time and never came. Known when the reading is done. */
  readonly lost: readonly Entry[];
  /** Came to the list after the reading began, before its place: no reading that had begun can see it. */
  readonly late: readonly Entry[];
}

/** A verdict in words: `Cleo came twice.` */
export function wordsOf({ doubled, lost, late }: Verdict, isDone: boolean): string {
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name).join(', ');
  const sentences = [
    doubled.length > 0 && `${names(doubled)} came twice.`,
    lost.length > 0 && `${names(lost)} never came.`,
    doubled.length === 0 && lost.length === 0 && (isDone ? 'each record came once.' : 'each record so far came once.'),
    late.length > 0 && `${names(late)} came to the list when its place was read already.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
