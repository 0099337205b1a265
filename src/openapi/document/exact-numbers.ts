/** Gives a parsed file the digits that its numbers were written with. */
import { parseYaml } from '@redocly/openapi-core';
import { ExactNumber, exactNumber, isExact, NUMBER, unusedMark } from '../../json-text/exact-number.ts';

/** What may be a number of YAML or JSON: it stands alone, and no colon follows as after a name. */
const CANDIDATE = new RegExp(String.raw`(?<=^|[\s[{,:])${NUMBER}(?=$|[\s\]},])(?!\s*:)`, 'gm');

/**
 * Puts an `ExactNumber` in the place of each number that a double would write otherwise. Changes what was parsed.
 * The text is parsed anew with a mark at such numbers, which makes texts of them: so the parser itself tells where they stand.
 */
export function keepDigits(text: string, parsed: unknown): void {
  const mark = unusedMark(text);
  const marked = text.replace(CANDIDATE, (token) => (isExact(exactNumber(token)) ? mark + token : token));
  if (marked === text) return;
  try {
    replaceNumbers(parsed, parseYaml(marked), mark);
  } catch {
    // A mark stood where the syntax of YAML allows none, after a tag for example: the numbers stay as they are.
  }
}

function replaceNumbers(parsed: unknown, marked: unknown, mark: string, seen = new Set<unknown>()): void {
  if (!isContainer(parsed) || !isContainer(marked) || seen.has(parsed)) return;
  seen.add(parsed);
  for (const [key, value] of Object.entries(parsed)) {
    const other = Object.hasOwn(marked, key) ? marked[key] : undefined;
    if (typeof other === 'string' && other.startsWith(mark) && isNumberOf(value, other.slice(mark.length)))
      parsed[key] = new ExactNumber(other.slice(mark.length));
    else replaceNumbers(value, other, mark, seen);
  }
}

/** The parser makes a text of a number that is too large for a double. */
function isNumberOf(value: unknown, source: string): boolean {
  return typeof value === 'number' || (value === source && !Number.isFinite(Number(source)));
}

/** Lists are objects with places for names. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
