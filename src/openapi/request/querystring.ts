/** The whole query as one value. @see https://spec.openapis.org/oas/v3.2.0.html#parameter-locations */
import { stringifyExact } from '../../json-text/exact-number.ts';
import { isRecord } from '../document/refs.ts';
import { isForm, isJson } from '../document/media-types.ts';
import type { BodyPart } from './body-parts.ts';
import type { ValueKind } from './deserialize.ts';
import { decoded, encodedPairs } from './deserialize.ts';
import { encodeUnreserved } from './percent-encoding.ts';
import type { WireParameter } from './serialize.ts';
import { queryPairs } from './serialize.ts';

/** A parameter whose value is the query: it is written as its media type says, and percent-encoded unless that is a form. */
export interface Querystring extends Pick<WireParameter, 'mediaType'> {
  /** How members of a form are sent that are not plain text, by name. */
  parts?: Record<string, BodyPart>;
}

/** What stands behind the question mark. */
export function querystringText({ mediaType = '', parts = {} }: Querystring, value: unknown): string {
  if (isForm(mediaType) && isRecord(value))
    return Object.entries(value)
      .flatMap(([name, member]) => formPairs(name, member, Object.hasOwn(parts, name) ? parts[name] : undefined))
      .join('&');
  if (isForm(mediaType)) return textOf(value);
  return encodeUnreserved(isJson(mediaType) ? stringifyExact(value) : textOf(value));
}

function formPairs(name: string, value: unknown, part: BodyPart | undefined): string[] {
  const { style, explode = false, allowReserved = false } = part ?? {};
  if (style !== undefined) return queryPairs({ name, in: 'query', style, explode, allowReserved }, value);
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) =>
    new URLSearchParams([[name, part?.json ? stringifyExact(item).toWellFormed() : textOf(item)]]).toString(),
  );
}

function textOf(value: unknown): string {
  return (typeof value === 'string' ? value : (stringifyExact(value) ?? '')).toWellFormed();
}

/** The value of a query, as a reader would write it: of JSON the text. */
export function querystringValue({ mediaType = '' }: Querystring, text: string, kind: ValueKind): unknown {
  if (text === '') return undefined;
  // Outside of a form, a plus sign is one.
  if (!isForm(mediaType)) return decoded(text.replaceAll('+', '%2B'));
  if (kind !== 'object') return text;
  const values = new Map<string, string[]>();
  for (const [name, value] of encodedPairs(text))
    values.set(decoded(name), [...(values.get(decoded(name)) ?? []), decoded(value)]);
  return Object.fromEntries(
    [...values].map(([name, [only, ...others]]) => [name, others.length === 0 ? only : [only, ...others]]),
  );
}
