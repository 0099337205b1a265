import { areEqual, beginsWith, join, readUtf8, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { MistakeId } from '../mistakes.ts';
import { charsetForms } from './charset-forms.ts';
import {
  compact,
  escapeCharacters,
  escapeSlashes,
  sorted,
  spaced,
  writeCharacters,
  writeSlashes,
} from './json-forms.ts';

/** Something that may have stood in place of what was pasted. */
export interface Form<Value> {
  readonly value: Value;
  /** What was done wrong, if this is it; undefined for what was pasted itself. */
  readonly mistake: MistakeId | undefined;
}

type TextForm = readonly [MistakeId, string];

const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);
/** What Go and Rails escape in JSON, to be safe in HTML. */
const OF_HTML = /[<>&\u2028\u2029]/g;

/** The body as it was pasted, then what it may have been before or after somebody changed it, each once. */
export function bodyForms(body: Bytes): Form<Bytes>[] {
  const text = readUtf8(body);
  const forms: (readonly [MistakeId | undefined, Bytes])[] = [
    [undefined, body],
    ['bom', beginsWith(body, BOM) ? body.slice(BOM.length) : join(BOM, body)],
    ...(text === undefined ? [] : textForms(text)).map(([id, form]) => [id, utf8(form)] as const),
    ...charsetForms(body).map((form) => ['latin-1', form] as const),
  ];
  const seen: Bytes[] = [];
  return forms.flatMap(([mistake, value]) => {
    if (seen.some((other) => areEqual(other, value))) return [];
    seen.push(value);
    return [{ mistake, value }];
  });
}

function textForms(text: string): TextForm[] {
  const bare = text.replace(/^\ufeff/, '');
  return [
    ['trailing-newline', text.endsWith('\n') ? text.slice(0, -1) : `${text}\n`],
    ['crlf', text.replace(/\r\n$/, '')],
    ['crlf', text.replaceAll('\r\n', '\n')],
    ['crlf', text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')],
    ['crlf', `${text}\r\n`],
    ['whitespace', bare.trim()],
    ['escaped-slashes', writeSlashes(text)],
    ['escaped-slashes', escapeSlashes(text)],
    ['escaped-characters', writeCharacters(text)],
    ['escaped-characters', escapeCharacters(text)],
    ['escaped-characters', escapeCharacters(text, OF_HTML)],
    // As PHP escapes: both at once.
    ['escaped-slashes', writeSlashes(writeCharacters(text))],
    ...parsedForms(bare),
  ];
}

/** What a parser and a printer make of it: nothing where it is no JSON, or too deep for them. */
function parsedForms(text: string): TextForm[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? [['double-encoded', value]] : printedForms(text, value);
  } catch {
    return [];
  }
}

function printedForms(text: string, value: unknown): TextForm[] {
  const plain = compact(text);
  const wide = spaced(writeSlashes(text));
  return [
    ['re-serialised', plain],
    ['re-serialised', escapeCharacters(plain)],
    // Of a text without slashes it is one of the two above.
    ['escaped-slashes', escapeSlashes(escapeCharacters(writeSlashes(plain)))],
    ['re-serialised', JSON.stringify(value)],
    ['re-serialised', wide],
    ['re-serialised', escapeCharacters(wide)],
    ['re-serialised', JSON.stringify(value, null, 2)],
    ['re-serialised', JSON.stringify(value, null, 4)],
    ['re-serialised', JSON.stringify(sorted(value))],
    ['re-serialised', escapeCharacters(JSON.stringify(sorted(value)), OF_HTML)],
    ['double-encoded', JSON.stringify(text)],
  ];
}
