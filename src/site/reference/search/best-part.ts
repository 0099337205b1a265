/** The place within a page that answers a question best. */
import { areAlike } from './question.ts';

/** A page as Pagefind tells of it, as far as it is used here. @see https://pagefind.app/docs/api-reference/ */
export interface Page extends Part {
  /** The text, whose words the locations count. */
  raw_content?: string;
  content?: string;
  meta: { title?: string };
  sub_results: Part[];
}

export interface Part {
  title?: string;
  url: string;
  /** HTML: text with `<mark>`. */
  excerpt: string;
  weighted_locations?: { balanced_score: number; location: number }[];
}

/**
 * The part that speaks of the most words of a question, in its title or its text, best in one sentence; `undefined` where the page as
 * a whole does.
 */
export function bestPart(page: Page, words: readonly string[]): Part | undefined {
  const text = textOf(page);
  let ends = 0;
  const sentences = text.map((word) => {
    const own = ends;
    if (/[.!?]\W*$/.test(word)) ends += 1;
    return own;
  });
  const ofPage = titleWords(page.meta.title);
  const news = words.filter((word) => !ofPage.some((other) => areAlike(word, other)));
  const rated = page.sub_results.map((part) => {
    const places = (part.weighted_locations ?? []).map(({ location }) => location);
    const toldAt = (among: number[]) =>
      words.filter((word) => among.some((place) => areAlike(word, text[place] ?? ''))).length;
    const inSentenceOf = (place: number) => places.filter((other) => sentences[other] === sentences[place]);
    const together = Math.max(0, ...places.map((place) => toldAt(inSentenceOf(place))));
    const titled = news.filter((word) => titleWords(part.title).some((other) => areAlike(word, other))).length;
    const weight = (part.weighted_locations ?? []).reduce((sum, { balanced_score }) => sum + balanced_score, 0);
    return { part, rank: toldAt(places) + titled, together, weight };
  });
  const [best] = rated.toSorted((a, b) => b.rank - a.rank || b.together - a.together || b.weight - a.weight);
  return best?.part.url.includes('#') && best.part.title !== page.meta.title ? best.part : undefined;
}

/** The words of a page for which it was found. */
export function foundWords(page: Page): string[] {
  const text = textOf(page);
  return (page.weighted_locations ?? []).map(({ location }) => text[location] ?? '');
}

function textOf({ raw_content: raw, content = '' }: Page): string[] {
  return (raw ?? content).split(/\s+/);
}

function titleWords(title = ''): string[] {
  return title.split(/\s+/).filter((word) => word !== '');
}
