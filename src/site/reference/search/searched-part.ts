const BODY = 'data-pagefind-body';
/** The beginning of a page, with its language. */
const ROOT = /^<!doctype html>\s*<html\b[^>]*>/i;
const MAIN = new RegExp(`<main\\b[^>]*\\s${BODY}\\b`);
const EXAMPLES = /<aside\b[^>]*\sdata-pagefind-ignore="all"[^>]*>/g;

/**
 * Of a page what Pagefind indexes: what is marked as its body, without examples beside it. Pagefind would find the same in all of the
 * page, but reads three times as long.
 */
export function searchedPart(html: string): string {
  const [root] = ROOT.exec(html) ?? [];
  const start = html.search(MAIN);
  const isClear = root !== undefined && start !== -1 && html.indexOf(BODY) === html.lastIndexOf(BODY);
  return isClear ? root + withoutExamples(html.slice(start, html.lastIndexOf('</main>'))) : html;
}

function withoutExamples(html: string): string {
  let result = '';
  let from = 0;
  for (const { index } of html.matchAll(EXAMPLES)) {
    if (index < from) continue;
    result += html.slice(from, index);
    from = endOfAside(html, index);
  }
  return result + html.slice(from);
}

/** Where the aside that begins at a place ends, those in it included. */
function endOfAside(html: string, start: number): number {
  const tags = /<(\/?)aside\b[^>]*>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return start;
}
