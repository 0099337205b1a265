import { bestPart, foundWords } from './best-part.ts';
import type { Page } from './best-part.ts';
import { isMeantBy, withoutOne, wordsOf } from './question.ts';

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

export interface Prose {
  pages: ProseResult[];
  /** Words of the query that no page has. */
  unknown: string[];
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

/** Pages whose text speaks of the query, as far as its words are known; `undefined` where a later query has overtaken this one. */
export async function findProse(base: string, ranking: unknown, query: string, limit = 8): Promise<Prose | undefined> {
  const pagefind = await load(base, ranking);
  const asked = wordsOf(query);
  const first = await pagefind.debouncedSearch(asked.join(' '), {}, 80).catch(async (error: unknown) => {
    // What has not come, Pagefind asks for only once: another search begins anew.
    loaded = undefined;
    await pagefind.destroy();
    throw error;
  });
  if (!first) return undefined;
  const words = await knownOf(pagefind, asked);
  const unknown = asked.filter((word) => !words.includes(word));
  if (words.length === 0) return { pages: [], unknown };
  const found = unknown.length === 0 ? first : await pagefind.search(words.join(' '));
  const nearly = found.results.length < few ? await findNearly(pagefind, words) : [];
  // A page that has all the words is found with fewer of them, too: the first tells where all are.
  const seen = new Set<string>();
  const results = [...found.results, ...nearly].filter(({ id }) => !seen.has(id) && seen.add(id));
  const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return { pages: pages.map((page) => resultOf(page, words)), unknown };
}

function resultOf(page: Page, words: readonly string[]): ProseResult {
  const { meta, url, excerpt } = page;
  const part = bestPart(page, words);
  return {
    title: meta.title ?? url,
    href: url,
    excerpt: part?.excerpt ?? excerpt,
    ...(part && { part: { title: part.title ?? '', href: part.url } }),
  };
}

/** The words that the pages have, or the beginnings of such. For any other, Pagefind takes a word that it begins with: `a`, `web`. */
async function knownOf(pagefind: Pagefind, words: readonly string[]): Promise<string[]> {
  const isKnown = async (word: string): Promise<boolean> => {
    // In quotes nothing stands in for a word but its other forms.
    if ((await pagefind.search(`"${word}"`)).results.length > 0) return true;
    const page = await (await pagefind.search(word)).results[0]?.data();
    return page !== undefined && foundWords(page).some((other) => isMeantBy(word, other));
  };
  const known = await Promise.all(words.map(isKnown));
  return words.filter((_, at) => known[at]);
}

/** Pages that lack one of the words: the firsts of each search, then the seconds, and so on. */
async function findNearly(pagefind: Pagefind, words: readonly string[]): Promise<Found['results']> {
  const lists = await Promise.all(withoutOne(words).map(async (query) => (await pagefind.search(query)).results));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => lists.flatMap((list) => list[rank] ?? [])).flat();
}
