/** What stays as it is: in code the place of each character counts, scripts and styles are not read. */
const asItIs = /<(pre|script|style|template)\b[\s\S]*?<\/\1>/gi;

/** The end of a word, markup that the page sets apart by its layout alone, and the beginning of the next word. */
const joined = /([^\s<>([{“"'/])((?:<(?!wbr)\/?[a-z][^>]*>)+)(?=[\p{L}\p{N}{$])/giu;

/**
 * Sets words apart that a page shows apart without a space between them: cells of a table, terms and their descriptions,
 * labels and values. An index of the page's text would take `<dt>Cause</dt><dd>The` for one word.
 */
export function separateWords(html: string): string {
  let result = '';
  let from = 0;
  for (const { 0: kept, index } of html.matchAll(asItIs)) {
    result += spaced(html.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return result + spaced(html.slice(from));
}

function spaced(html: string): string {
  return html.replace(joined, '$1$2 ');
}
