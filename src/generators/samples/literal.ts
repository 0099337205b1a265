import type { SecretText } from './request.ts';
import { BodyText } from './request.ts';
import { isExact, isNumeric, stringifyExact } from '../../json-text/exact-number.ts';

/** How a language writes a JSON value. */
export interface Dialect {
  null: string;
  true: string;
  false: string;
  string: (text: string) => string;
  /** A string with variables in it, in languages that print such bodies. */
  filled?: (text: SecretText) => string;
  /** A key of a map with what separates it from its value: `"name": `. */
  key: (name: string) => string;
  list: [open: string, close: string];
  /** Chosen by the names in the map: PHP writes an empty one, or one that looks like a list, in another way. */
  map: (names: string[]) => [open: string, close: string];
  /** One level of indentation. */
  indent: string;
  /** Whether the last member may be followed by a comma on its own line (Go needs it). */
  trailingComma: boolean;
  /** Whether it calculates with whole numbers of any length. */
  anyInteger?: boolean;
}

/**
 * Whether the language's own writer of JSON gives a literal of the value as it stands: every digit of its numbers, and
 * texts that UTF-8 can hold. If not, the body is printed as the text that is sent.
 */
export function isWritable(value: unknown, dialect: Dialect): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (isNumeric(value)) return isPlainNumber(value, dialect);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([name, member]) => name.isWellFormed() && !name.startsWith('\0') && isWritable(member, dialect),
  );
}

/** Not all write other doubles alike: `1e21`, `0.00001`. */
function isPlainNumber(value: number, { anyInteger = false }: Dialect): boolean {
  const text = String(value);
  if (/^-?\d+$/.test(text)) return anyInteger ? text !== '-0' : Number.isSafeInteger(value);
  return !isExact(value) && /^-?\d+\.\d+$/.test(text) && Math.abs(value) >= 0.0001;
}

/** A body of JSON as text with two spaces a level. */
export function jsonText(body: unknown): string {
  return stringifyExact(body, 2);
}

/** A JSON value as a literal, members on lines of their own below `depth`. */
export function literal(value: unknown, dialect: Dialect, depth = 0): string {
  if (value === null || value === undefined) return dialect.null;
  if (typeof value === 'string') return dialect.string(value);
  if (typeof value === 'boolean') return value ? dialect.true : dialect.false;
  if (value instanceof BodyText && dialect.filled) return dialect.filled(value.text);
  if (typeof value !== 'object' || isExact(value)) return String(value);
  if (Array.isArray(value))
    return block(
      value.map((item) => literal(item, dialect, depth + 1)),
      dialect.list,
      dialect,
      depth,
    );
  const members = Object.entries(value).map(
    ([name, member]) => dialect.key(name) + literal(member, dialect, depth + 1),
  );
  return block(members, dialect.map(Object.keys(value)), dialect, depth);
}

function block(members: string[], [open, close]: [string, string], dialect: Dialect, depth: number): string {
  if (members.length === 0) return open + close;
  const inner = dialect.indent.repeat(depth + 1);
  const comma = dialect.trailingComma ? ',' : '';
  return `${open}\n${members.map((member) => inner + member).join(',\n')}${comma}\n${dialect.indent.repeat(depth)}${close}`;
}

/** A JSON string is a string literal in most languages, once the few things they differ in are escaped. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Puts text at the start of every line but the first. */
export function indentRest(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}
