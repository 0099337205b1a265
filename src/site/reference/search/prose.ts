/** Pagefind's own API, as far as it is used here. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  /** `null` where a later call has overtaken it. */
  debouncedSearch(
    query: string,
    options: object,
    wait: number,
  ): Promise<{ results: { data(): Promise<Fragment> }[] } | null>;
}

interface Fragment extends Part {
  meta: { title?: string };
  sub_results: Part[];
}

interface Part {
  title?: string;
  url: string;
  /** HTML: text with `<mark>`. */
  excerpt: string;
  weighted_locations?: { balanced_score: number }[];
}

export interface ProseResult {
  title: string;
  href: string;
  excerpt: string;
  /** The best place within the page, where one stands out. */
  part?: { title: string; href: string };
}

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
  const found = await pagefind.debouncedSearch(query, {}, 80);
  if (!found) return undefined;
  const pages = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
  return pages.map(({ meta, url, excerpt, sub_results: parts }) => {
    const [best] = parts.toSorted((a, b) => weightOf(b) - weightOf(a));
    const part = best?.url.includes('#') && best.title !== meta.title ? best : undefined;
    return {
      title: meta.title ?? url,
      href: url,
      excerpt: part?.excerpt ?? excerpt,
      ...(part && { part: { title: part.title ?? '', href: part.url } }),
    };
  });
}

function weightOf({ weighted_locations: locations = [] }: Part): number {
  return locations.reduce((sum, location) => sum + location.balanced_score, 0);
}
