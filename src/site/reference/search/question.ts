/** What a question asks for: its words without those that any sentence has. */

/** Words that tell nothing of what is looked for. A search wants all words on one page, so these only hide pages. */
const fillers = new Set(
  `a about an and any are as at be by can could do does for from get gets has have how i if in into is it its me my need of on
  or our out should so that the their them there this to try use using want was we what when where which who why will with would
  you your`.split(/\s+/),
);

/** The words that tell what is looked for; all of them where none stands out. `get` alone is the method. */
export function wordsOf(question: string): string[] {
  const words = question.split(/\s+/).filter((word) => word !== '');
  const telling = words.filter((word) => !fillers.has(plain(word)) || words.length < 2);
  return telling.length > 0 ? telling.map((word) => word.replace(/[?!.,;]+$/, '') || word) : words;
}

/** The question with one of its words left out, each in turn: for pages that speak of nearly all. */
export function withoutOne(words: readonly string[]): string[] {
  return words.length < 2 ? [] : words.map((_, out) => words.filter((_, at) => at !== out).join(' '));
}

/** Whether two words are forms of one: `retry` and `retries`, `webhook` and `webhooks`. */
export function areAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3) return a === b;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  return same >= Math.max(3, shorter - 2);
}

/** Whether a word, or a part of a compound one, may be meant by a word of a page: as its beginning or its other form. */
export function isMeantBy(word: string, said: string): boolean {
  const other = plain(said);
  if (other.startsWith(plain(word))) return true;
  const parts = plain(word).split(/[^\p{L}\p{N}]+/u);
  return parts.some(
    (part) => part.length > 2 && (other.includes(part) || (areAlike(part, other) && !part.startsWith(other))),
  );
}

/**
 * Words of a vocabulary that a word may be a slip of the keys for: at most one letter of six is wrong, missing or too much.
 * The nearest first.
 */
export function nearWords(word: string, vocabulary: Iterable<string>): string[] {
  const wanted = plain(word);
  const most = Math.floor(wanted.length / 6) + (wanted.length > 3 ? 1 : 0);
  return [...new Set([...vocabulary].map((known) => known.toLowerCase()))]
    .map((known) => ({ known, distance: editDistance(wanted, known, most) }))
    .filter(({ known, distance }) => distance <= most && known !== wanted)
    .toSorted((a, b) => a.distance - b.distance || (a.known < b.known ? -1 : 1))
    .map(({ known }) => known);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Letters to change, add, take away or swap; more than `most` where it is more. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
