import { isRecord } from '../document/refs.ts';
import { stringifyExact } from '../../json-text/exact-number.ts';
import { isJson } from '../document/media-types.ts';
import {
  asciiJson,
  encodeHeader,
  encodeName,
  encodeReserved,
  encodeReservedInPath,
  encodeUnreserved,
} from './percent-encoding.ts';

/** How a parameter stands on the wire. */
export interface WireParameter {
  name: string;
  in: 'path' | 'query' | 'querystring' | 'header' | 'cookie';
  style: string;
  explode: boolean;
  /** Whether reserved characters of a query value stay as they are. */
  allowReserved?: boolean;
  /** Set where the value is a serialised document. */
  mediaType?: string;
}

/** A name with its value, or with the items of one. */
export interface WirePair {
  name: string;
  items: string[];
  /** Between items, not yet percent-encoded. */
  separator: string;
}

const SEPARATORS: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * The pairs of a query: `tags=red%2C%20dark,blue`, or `tags=a` and `tags=b`. Each item is percent-encoded by itself, so that what
 * separates them can be told from what they hold.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 * @see https://www.rfc-editor.org/rfc/rfc6570#section-3.2.8
 */
export function queryPairs(parameter: WireParameter, value: unknown): string[] {
  const encode = parameter.allowReserved ? encodeReserved : encodeUnreserved;
  return wirePairs(parameter, value).map((pair) => encodedPair(pair, encode));
}

/** The same of a cookie parameter. In its own style, nothing is encoded. */
export function cookiePairs(parameter: WireParameter, value: unknown): string[] {
  if (parameter.style === 'cookie')
    return wirePairs({ ...parameter, style: 'form' }, value).map(({ name, items }) =>
      encodeHeader(`${name}=${items.join(',')}`),
    );
  return wirePairs(parameter, value).map((pair) => encodedPair(pair, encodeUnreserved));
}

function encodedPair({ name, items, separator }: WirePair, encode: (text: string) => string): string {
  return `${encodeName(name)}=${items.map(encode).join(separator === ',' ? ',' : encodeUnreserved(separator))}`;
}

/** The pairs of a query, cookie or form, not yet encoded. */
export function wirePairs(parameter: WireParameter, value: unknown): WirePair[] {
  const { name, style, explode, mediaType } = parameter;
  const separator = SEPARATORS[style] ?? ',';
  const pair = (key: string, ...items: string[]): WirePair => ({ name: key, items, separator });
  if (mediaType !== undefined) return [pair(name, documentText(value, mediaType))];
  if (Array.isArray(value)) {
    const items = value.map(text);
    if (items.length === 0) return [];
    return explode && style === 'form' ? items.map((item) => pair(name, item)) : [pair(name, ...items)];
  }
  if (!isRecord(value)) return [pair(name, text(value))];
  const entries = Object.entries(value);
  if (entries.length === 0) return [];
  if (style === 'deepObject') return entries.flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member, pair));
  if (explode) return entries.map(([key, member]) => pair(key, text(member)));
  return [pair(name, ...entries.flatMap(([key, member]) => [key, text(member)]))];
}

/** Deeper than one level OpenAPI says nothing; brackets are what servers commonly read. */
function deepPairs(name: string, value: unknown, pair: (name: string, item: string) => WirePair): WirePair[] {
  if (Array.isArray(value)) return value.map((item) => pair(name, text(item)));
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member, pair));
  return [pair(name, text(value))];
}

/** A path parameter in its place: `;color=blue,black`, each item percent-encoded. */
export function pathText(parameter: WireParameter, value: unknown): string {
  return styled(parameter, value, parameter.allowReserved ? encodeReservedInPath : encodeUnreserved);
}

/** The value of a header parameter. */
export function headerText(parameter: WireParameter, value: unknown): string {
  const { mediaType } = parameter;
  const given = mediaType !== undefined && isJson(mediaType) ? asciiJson(stringifyExact(value)) : undefined;
  return encodeHeader(given ?? styled(parameter, value, (item) => item));
}

function styled(
  { name, style, explode, mediaType }: WireParameter,
  value: unknown,
  encode: (text: string) => string,
): string {
  if (mediaType !== undefined) return encode(documentText(value, mediaType));
  const item = (part: unknown): string => encode(text(part));
  const named = (key: string, part: string): string => `;${encode(key)}${part === '' ? '' : `=${part}`}`;
  const isMatrix = style === 'matrix';
  const begin = (list: string): string => (isMatrix ? named(name, list) : (style === 'label' ? '.' : '') + list);
  const separator = explode && style === 'label' ? '.' : ',';
  if (Array.isArray(value)) {
    if (isMatrix && explode) return value.map((part) => named(name, item(part))).join('');
    return begin(value.map(item).join(separator));
  }
  if (!isRecord(value)) return begin(item(value));
  const entries = Object.entries(value);
  if (isMatrix && explode) return entries.map(([key, part]) => named(key, item(part))).join('');
  return begin(entries.map(([key, part]) => encode(key) + (explode ? '=' : ',') + item(part)).join(separator));
}

/** A value as its media type writes it. */
function documentText(value: unknown, mediaType: string): string {
  return isJson(mediaType) ? stringifyExact(value) : text(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (stringifyExact(value) ?? '');
}
