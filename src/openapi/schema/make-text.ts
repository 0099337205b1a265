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
  'idn-email': ['user@example.com', 'a@b.co'],
  hostname: ['example.com', 'a.co'],
  'idn-hostname': ['example.com', 'a.co'],
  ipv4: ['192.0.2.1'],
  ipv6: ['2001:db8::1', '::1'],
  uri: ['https://example.com', 'a:b'],
  'uri-reference': ['https://example.com', '/'],
  'uri-template': ['https://example.com/{id}', '{id}'],
  iri: ['https://example.com', 'a:b'],
  'iri-reference': ['https://example.com', '/'],
  url: ['https://example.com'],
  'json-pointer': ['/name'],
  'relative-json-pointer': ['0/name', '0'],
  regex: ['^a'],
  char: ['a'],
  decimal: ['1.5', '1'],
  int32: ['1'],
  int64: ['1'],
  uuid: ['3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  byte: ['ZXhhbXBsZQ=='],
  password: ['password'],
};
/** Of the texts of a pattern, no more are tried. */
const MOST_ALLOWED = 20;
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
  const ofFormat = Object.hasOwn(BY_FORMAT, format) ? (BY_FORMAT[format] ?? []) : [];
  for (const text of ofFormat) {
    yield text;
    yield LONGER[format]?.(text, flat.minLength ?? 0) ?? text;
  }
  if (patterns.length > 0) {
    yield* allowed(patterns, flat, matching(patterns, flat));
    for (const text of ofFormat) yield* allowed(patterns, flat, mixed(text, patterns));
  }
  const base = flat.contentEncoding === 'base64' ? 'ZXhhbXBsZQ==' : 'string';
  for (const text of [base, ...OTHERS]) yield ofLength(text, flat);
}

function ofLength(text: string, { minLength = 0, maxLength }: SchemaObject): string {
  return text.length < minLength ? text.padEnd(minLength, 'x') : text.slice(0, maxLength);
}

/** Of two patterns, a text for the first with one for the second behind it may match both; what is too short may go on at either end. */
function* matching(patterns: string[], { minLength = 0 }: SchemaObject): Generator<string> {
  const texts = [...patterns, patterns.join('')].flatMap((pattern) => [...textsOf(pattern)]);
  yield* texts;
  for (const text of texts) yield* [text.padEnd(minLength, 'x'), text.padStart(minLength, 'x')];
}

/** A text of a format with its beginning or its end as a pattern wants it: `user@example.com` with `@acme\.com$`. */
function* mixed(text: string, patterns: string[]): Generator<string> {
  yield text.toUpperCase();
  for (const part of new Set(patterns.flatMap((pattern) => [...textsOf(pattern)].slice(0, 3)))) {
    for (let at = text.length - 1; at > 0; at -= 1) yield text.slice(0, at) + part;
    for (let at = 1; at < text.length; at += 1) yield part + text.slice(at);
  }
}

/** So many of some texts that match all patterns, and are neither too short nor too long. */
function* allowed(
  patterns: string[],
  { minLength = 0, maxLength = Infinity }: SchemaObject,
  texts: Iterable<string>,
): Generator<string> {
  let left = MOST_ALLOWED;
  for (const text of texts) {
    const length = [...text].length;
    if (length < minLength || length > maxLength || !patterns.every((pattern) => matches(pattern, text))) continue;
    yield text;
    left -= 1;
    if (left === 0) return;
  }
}
