/** What the search has to offer beside what it found. */
import type { IdentifierIndex } from './identifiers.ts';
import { nearWords, wordsOf } from './question.ts';
import { pageRow, queryRow } from './rows.ts';
import type { Group } from './rows.ts';

/** Other ways to write a query are at most this many. */
const most = 3;

/** Pages to begin with. */
export function suggestions(index: IdentifierIndex | undefined): Group {
  const rows = (index?.suggestions ?? []).map((at) => {
    const [title = '', href = ''] = index?.pages[at] ?? [];
    return pageRow(title, href, sectionOf(index, href));
  });
  return { title: 'Suggestions', rows };
}

/** Other ways to write a query with words that no page has. */
export function corrections(index: IdentifierIndex | undefined, query: string, unknown: readonly string[]): Group {
  const rows = index ? correctedQueries(index, query, unknown).map(queryRow) : [];
  return { title: 'Did you mean', rows };
}

/** What a page is: `Guide`, `Reference`; '' where nothing is said of it. */
export function sectionOf(index: IdentifierIndex | undefined, href: string): string {
  return index?.sections.find(([address]) => href.startsWith(address))?.[1] ?? '';
}

/** A query with one of its unknown words as a page's title or a name of the reference has it, where it may be a slip of the keys. */
function correctedQueries(index: IdentifierIndex, query: string, unknown: readonly string[]): string[] {
  const titles = index.pages.flatMap(([title]) => title.split(/[^\p{L}\p{N}_.-]+/u));
  const vocabulary = new Set([...titles, ...Object.keys(index.names)].filter((word) => word.length > 2));
  const words = wordsOf(query);
  return words
    .flatMap((word, at) =>
      unknown.includes(word) ? nearWords(word, vocabulary).map((near) => words.with(at, near).join(' ')) : [],
    )
    .slice(0, most);
}
