import type { SchemaObject } from '../document/openapi-document.ts';
import { conjuncts } from './flatten.ts';
import { matches, textsOf } from './pattern-text.ts';

/** Values of the formats that say something of their text; a short one where a schema bounds their length. */
const BY_FORMAT: Record<string, string[]> = {
  date: ['2026-02-11'],
  'date-time': ['2026-02-11T10:30:00Z'],
  time: ['10:30:00Z'],
  duration: ['PT30M'],
  email: ['user@example.com', 'a@b.co'],
  hostname: ['example.com', 'a.co'],
  ipv4: ['192.0.2.1'],
  ipv6: ['2001:db8::1', '::1'],
  uri: ['https://example.com', 'a:b'],
  url: ['https://example.com'],
  uuid: ['3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  byte: ['ZXhhbXBsZQ=='],
  password: ['password'],
};
const OTHERS = ['text', 'a', 'b', 'example', 'value 1', '0', '1'];
/** What may end a text of a format, so that it gets longer. */
const LONGER: Record<string, (text: string, length: number) => string> = {
  email: (text, length) => text.padStart(length, 'x'),
  hostname: (text, length) => text.padStart(length, 'x'),
  uri: (text, length) => `${text}/`.padEnd(length, 'x'),
};

/** Texts that a flat schema may allow. */
export function* textCandidates(flat: SchemaObject): Generator<string> {
  const patterns = conjuncts(flat).flatMap(({ pattern }) => pattern ?? []);
  const format = conjuncts(flat).flatMap((part) => part.format ?? [])[0] ?? '';
  for (const text of Object.hasOwn(BY_FORMAT, format) ? (BY_FORMAT[format] ?? []) : []) {
    yield text;
    yield LONGER[format]?.(text, flat.minLength ?? 0) ?? text;
  }
  if (patterns.length > 0) yield* matching(patterns, flat);
  const base = flat.contentEncoding === 'base64' ? 'ZXhhbXBsZQ==' : 'string';
  for (const text of [base, ...OTHERS]) yield ofLength(text, flat);
}

function ofLength(text: string, { minLength = 0, maxLength }: SchemaObject): string {
  return text.length < minLength ? text.padEnd(minLength, 'x') : text.slice(0, maxLength);
}

/** Of two patterns, a text for the first with one for the second behind it may match both. */
function* matching(patterns: string[], { minLength = 0, maxLength = Infinity }: SchemaObject): Generator<string> {
  let left = 8;
  for (const text of [...patterns, patterns.join('')].flatMap((pattern) => [...textsOf(pattern)])) {
    const length = [...text].length;
    if (length < minLength || length > maxLength || !patterns.every((pattern) => matches(pattern, text))) continue;
    yield text;
    left -= 1;
    if (left === 0) return;
  }
}
