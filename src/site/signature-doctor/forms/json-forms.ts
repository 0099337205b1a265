/** The same JSON as different libraries write it. */
import { eachToken } from '../../../json-text/lexer.ts';

/** Without white space; numbers and texts as they are written. */
export function compact(text: string): string {
  let result = '';
  eachToken(text, (start, end) => (result += text.slice(start, end)));
  return result;
}

/** As Python's `json.dumps` separates. */
export function spaced(text: string): string {
  let result = '';
  eachToken(text, (start, end) => {
    const token = text.slice(start, end);
    result += token === ',' || token === ':' ? `${token} ` : token;
  });
  return result;
}

/** é as é, and whatever `also` finds. */
export function escapeCharacters(text: string, also = /[^\0-\x7f]/g): string {
  return text.replace(also, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** é as é: only what stands in a text without an escape. */
export function writeCharacters(text: string): string {
  return text.replace(/\\(?:u([\da-fA-F]{4})|[\s\S])/g, (whole, digits: string | undefined) => {
    const code = digits === undefined ? 0 : Number.parseInt(digits, 16);
    const needsEscape = code < 0x20 || code === 0x22 || code === 0x5c;
    return needsEscape ? whole : String.fromCharCode(code);
  });
}

export function escapeSlashes(text: string): string {
  return text.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found));
}

export function writeSlashes(text: string): string {
  return text.replace(/\\([\s\S])/g, (whole, character: string) => (character === '/' ? '/' : whole));
}

/** With the names of every object in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
