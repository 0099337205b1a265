/** Gives a parsed file the digits that its numbers were written with. */
import { parseYaml } from '@redocly/openapi-core';
import { ExactNumber, exactNumber, isExact, NUMBER, parseExact, unusedMark } from '../../json-text/exact-number.ts';

/** A number of YAML that JSON does not have too: `+49`, `01234`, `1.`, `0x1F`. */
const YAML_NUMBER = String.raw`0x[\dA-Fa-f]+|0o[0-7]+|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;

/** What may be a number of YAML or JSON: it stands alone, and no colon follows as after a name. */
const CANDIDATE = new RegExp(String.raw`(?<=^|[\s[{,:])(?:${YAML_NUMBER})(?=$|[\s\]},])(?!\s*:)`, 'gm');
const JSON_NUMBER = new RegExp(`^${NUMBER}$`);

/**
 * Puts an `ExactNumber` in the place of each number that a double would write otherwise, and what was written in the place of a text
 * that was made of one. Changes what was parsed. A number that JSON cannot write so stays one.
 */
export function keepDigits(text: string, parsed: unknown): void {
  try {
    replaceNumbers(parsed, parseExact(text), sourceOf);
  } catch {
    keepYamlDigits(text, parsed);
  }
}

/** Parses the text anew with a mark at such numbers, which makes texts of them: so the parser itself tells where they stand. */
function keepYamlDigits(text: string, parsed: unknown): void {
  const mark = unusedMark(text);
  const marked = text.replace(CANDIDATE, (token) => (isExact(exactNumber(token)) ? mark + token : token));
  if (marked === text) return;
  try {
    replaceNumbers(parsed, parseYaml(marked), (value) =>
      typeof value === 'string' && value.startsWith(mark) ? value.slice(mark.length) : undefined,
    );
  } catch {
    // A mark stood where the syntax of YAML allows none, after a tag for example: the numbers stay as they are.
  }
}

const sourceOf = (value: unknown): string | undefined => (isExact(value) ? value.source : undefined);

/** @param source How a number that stands in `exact` was written, for one whose digits are to be kept. */
function replaceNumbers(
  parsed: unknown,
  exact: unknown,
  source: (value: unknown) => string | undefined,
  seen = new Set<unknown>(),
): void {
  if (!isContainer(parsed) || !isContainer(exact) || seen.has(parsed)) return;
  seen.add(parsed);
  for (const [key, value] of Object.entries(parsed)) {
    const other = Object.hasOwn(exact, key) ? exact[key] : undefined;
    const written = source(other);
    if (written !== undefined && value === String(Number(written))) parsed[key] = written;
    else if (written !== undefined && isNumberOf(value, written)) parsed[key] = new ExactNumber(written);
    else replaceNumbers(value, other, source, seen);
  }
}

/** Items may have been left out before it. The parser makes a text of a number that is too large for a double. */
function isNumberOf(value: unknown, source: string): boolean {
  if (!JSON_NUMBER.test(source)) return false;
  return value === Number(source) || (value === source && !Number.isFinite(Number(source)));
}

/** Lists are objects with places for names. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
