import { visibleJson } from '../../../sandbox/mcp/visible-text.ts';
import type { IdentifierIndex } from '../../reference/search/identifiers.ts';
import { lazy } from '../../lazy.ts';
import { names, searchBase } from '../known-operations.ts';
import type { PageTool } from '../page-tool.ts';

/** What the search dialog searches with. */
const dialog = lazy(() => import('../../reference/search/dialog.ts'));

/** Finds what the search of the page finds: names of the reference, then pages. */
export const search: PageTool['call'] = async ({ query, limit = 6 }) => {
  const words = String(query);
  const { findIdentifiers, findPages } = await dialog.load();
  const [index, prose] = await Promise.all([
    names.load().catch(() => undefined),
    findPages(searchBase(), words).catch(() => undefined),
  ]);
  const named = index ? findIdentifiers(index, words) : [];
  const hits = [
    ...named.map(({ name, kind, page, href }) => ({
      title: page,
      path: href,
      ...(index && idOf(index, href)),
      excerpt: `${kind} ${name}`,
    })),
    ...(prose?.pages ?? []).map(({ title, href, excerpt, part }) => ({
      title: part ? `${title}: ${part.title}` : title,
      path: part?.href ?? href,
      ...(index && idOf(index, href)),
      excerpt: textOf(excerpt),
    })),
  ];
  const seen = new Set<string>();
  const best = hits.filter(({ path }) => !seen.has(path) && seen.add(path)).slice(0, Number(limit));
  if (best.length === 0) return { text: 'Nothing was found. Try fewer, or other words.' };
  return { text: best.map(visibleJson).join('\n') };
};

/** The operation that a page is of. */
function idOf({ operations, pages }: IdentifierIndex, href: string): { operationId: string } | undefined {
  const [address = ''] = href.split('#');
  const found = operations.find(([, , , page]) => pages[page]?.[1] === address);
  return found && { operationId: found[0] };
}

/** An excerpt is HTML. */
function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
