/** Numbers that keep the digits they were written with. */

/** A number as JSON writes it. @see https://www.rfc-editor.org/rfc/rfc8259#section-6 */
export const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;

const TOKEN = new RegExp(String.raw`"(?:[^"\\]|\\.)*"|${NUMBER}`, 'g');

/** Where the engine has it, `JSON.stringify` writes its result as it stands. */
const { rawJSON } = JSON as { rawJSON?: (text: string) => unknown };

/**
 * A number as it was written, made only where a double would be written otherwise: `9007199254740993`, `10.50`, `1e400`.
 * It calculates and compares as the nearest double, and prints as it was written, in JSON too.
 */
export class ExactNumber extends Number {
  readonly source: string;

  constructor(source: string) {
    super(source);
    this.source = source;
  }

  override toString(): string {
    return this.source;
  }

  toJSON(): unknown {
    return rawJSON ? rawJSON(this.source) : Number(this.source);
  }
}

/** A number of JSON: a double where it is written as the text is, else an `ExactNumber`. */
export function exactNumber(source: string): number | ExactNumber {
  return String(Number(source)) === source ? Number(source) : new ExactNumber(source);
}

/** Whether a value is a number with digits of its own. A bundle may hold this class anew, so its parent is asked for. */
export function isExact(value: unknown): value is ExactNumber {
  return value instanceof Number;
}

/** Whether a value is a number, in either way. */
export function isNumeric(value: unknown): value is number {
  return typeof value === 'number' || isExact(value);
}

/** Whether the first of two numbers is larger; whole ones are compared to the last digit. */
export function isLarger(a: number | ExactNumber, b: number | ExactNumber): boolean {
  const texts = [String(a), String(b)] as const;
  return texts.every((text) => /^-?\d+$/.test(text)) ? BigInt(texts[0]) > BigInt(texts[1]) : Number(a) > Number(b);
}

/** `JSON.parse` that keeps every digit. */
export function parseExact(text: string): unknown {
  const mark = unusedMark(text);
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || !isExact(exactNumber(token)) ? token : `"${mark}${token}"`,
  );
  if (marked === text) return JSON.parse(text) as unknown;
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value,
  ) as unknown;
}

/** `JSON.stringify` that keeps every digit, in engines that cannot write a number as it stands too. */
export function stringifyExact(value: unknown, indent?: number): string {
  if (rawJSON) return JSON.stringify(value, null, indent);
  const mark = unusedMark(JSON.stringify(value) ?? '');
  const marked = JSON.stringify(
    value,
    function (this: Record<string, unknown>, key, member: unknown) {
      const own = this[key];
      return isExact(own) ? mark + own.source : member;
    },
    indent,
  );
  return marked?.replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1');
}

/** The value with plain numbers: what knows no others, such as a validator, can read it. */
export function asDoubles(value: unknown): unknown {
  if (isExact(value)) return Number(value);
  if (Array.isArray(value)) return value.map(asDoubles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asDoubles(member)]));
}

/** A copy with every digit, in which no object is one of the value's or stands twice. `structuredClone` would keep doubles only. */
export function copyExact<T>(value: T): T {
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null || isExact(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

/** A text that another does not hold. */
export function unusedMark(text: string): string {
  let mark = '_';
  while (text.includes(mark)) mark += '_';
  return mark;
}
