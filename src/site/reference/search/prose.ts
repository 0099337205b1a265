import { bestPart } from './best-part.ts';
import type { Page } from './best-part.ts';
import { withoutOne, wordsOf } from './question.ts';

interface Found {
  results: { id: string; data(): Promise<Page> }[];
}

/** Pagefind's own API, as far as it is used here. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<Found>;
  /** `null` where a later call has overtaken it. */
  debouncedSearch(query: string, options: object, wait: number): Promise<Found | null>;
  destroy(): Promise<void>;
}

export interface ProseResult {
  title: string;
  href: string;
  excerpt: string;
  /** The best place within the page, where one stands out. */
  part?: { title: string; href: string };
}

/** Fewer pages than these, and those that speak of nearly all words are shown, too. */
const few = 3;

let loaded: Promise<Pagefind> | undefined;

function load(base: string, ranking: unknown): Promise<Pagefind> {
  loaded ??= (async () => {
    const address = `${base}/pagefind/pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ baseUrl: `${base}/`, ranking });
    return pagefind;
  })();
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** Pages whose text speaks of the query; `undefined` where a later query has overtaken this one. */
export async function findProse(
  base: string,
  ranking: unknown,
  query: string,
  limit = 8,
): Promise<ProseResult[] | undefined> {
  const pagefind = await load(base, ranking);
  const words = wordsOf(query);
  const found = await pagefind.debouncedSearch(words.join(' '), {}, 80).catch(async (error: unknown) => {
    // What has not come, Pagefind asks for only once: another search begins anew.
    loaded = undefined;
    await pagefind.destroy();
    throw error;
  });
  if (!found) return undefined;
  const nearly = found.results.length < few ? await findNearly(pagefind, words) : [];
  // A page that has all the words is found with fewer of them, too: the first tells where all are.
  const seen = new Set<string>();
  const results = [...found.results, ...nearly].filter(({ id }) => !seen.has(id) && seen.add(id));
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return pages.map((page) => {
    const { meta, url, excerpt } = page;
    const part = bestPart(page, words);
    return {
      title: meta.title ?? url,
      href: url,
      excerpt: part?.excerpt ?? excerpt,
      ...(part && { part: { title: part.title ?? '', href: part.url } }),
    };
  });
}

/** Pages that lack one of the words: the firsts of each search, then the seconds, and so on. */
async function findNearly(pagefind: Pagefind, words: readonly string[]): Promise<Found['results']> {
  const lists = await Promise.all(withoutOne(words).map(async (query) => (await pagefind.search(query)).results));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
