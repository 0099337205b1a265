import type { BodyPart } from '../../openapi/request/body-parts.ts';
import { concreteType } from '../../openapi/document/media-types.ts';
import { isRecord } from '../../openapi/document/refs.ts';
import { queryPairs, wirePairs } from '../../openapi/request/serialize.ts';
import { stringifyExact } from '../../json-text/exact-number.ts';
import { typeOfFile } from './file-name.ts';
import { formText } from './form-text.ts';
import type { FormFields, FormValue } from './request.ts';

type Parts = Record<string, BodyPart>;

/**
 * The members of a form as its fields: each item of a list is a field of its own, an object is JSON, and of `application/json`
 * where parts have media types. Where the document chooses styles for a form that is one text, the text: a style has its own way
 * to encode.
 * @param parts How members are sent that are not plain text, by name.
 * @see https://spec.openapis.org/oas/v3.1.1#encoding-object
 */
export function formBody(
  body: Record<string, unknown>,
  format: 'form' | 'multipart',
  parts: Parts = {},
): FormFields | string {
  const members = Object.entries(body).map(([name, value]) => ({ name, value, part: partOf(parts, name) }));
  if (format === 'multipart' || !members.some(({ part }) => encodesItself(part)))
    return members.flatMap(({ name, value, part }) => fieldsOf(name, value, format, part));
  return members
    .map(({ name, value, part }) => {
      const { style, explode = false, allowReserved = false } = part;
      if (style === undefined) return formText(fieldsOf(name, value, format, part));
      return queryPairs({ name, in: 'query', style, explode, allowReserved }, value).join('&');
    })
    .filter((text) => text !== '')
    .join('&');
}

/** Whether a style says what is not encoded: what stands between items, or reserved characters. */
function encodesItself({ style, explode, allowReserved }: BodyPart): boolean {
  return style !== undefined && (allowReserved === true || (explode !== true && style !== 'deepObject'));
}

function partOf(parts: Parts, name: string): BodyPart {
  return Object.hasOwn(parts, name) ? (parts[name] ?? {}) : {};
}

function fieldsOf(name: string, value: unknown, format: 'form' | 'multipart', part: BodyPart): FormFields {
  const { style, explode = false } = part;
  if (style !== undefined)
    return wirePairs({ name, in: 'query', style, explode }, value).map(({ name: key, items, separator }) => [
      wellFormed(key),
      wellFormed(items.join(separator)),
    ]);
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => [wellFormed(name), fieldValue(name, item, format, part)]);
}

function fieldValue(name: string, item: unknown, format: 'form' | 'multipart', part: BodyPart): FormValue {
  const type = concreteType(part.contentType);
  const headers = part.headers && { headers: part.headers };
  if (part.file) {
    const file = typeof item === 'string' && item !== '' ? item : `${name}.bin`;
    const known = type ?? typeOfFile(file);
    return { file: wellFormed(file), ...(known && { type: known }), ...headers };
  }
  const text = wellFormed(typeof item === 'string' && !part.json ? item : stringifyExact(item));
  if (format === 'form') return text;
  const ownType = type ?? (isRecord(item) ? 'application/json' : headers && 'text/plain');
  // So browsers send the lines of a plain field.
  return ownType === undefined ? text.replace(/\r\n|\r|\n/g, '\r\n') : { text, type: ownType, ...headers };
}

/** What UTF-8 can hold. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}
