import { isRecord } from '../document/refs.ts';

/** How a parameter stands on the wire. */
export interface WireParameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  style: string;
  explode: boolean;
  /** Set where the value is a serialised document. */
  mediaType?: string;
}

const SEPARATORS: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * The name–value pairs of a query or cookie parameter, not yet percent-encoded: `tags=a`, `tags=b` or `filter[status]=open`.
 * @see https://spec.openapis.org/oas/v3.1.1#style-examples
 */
export function wirePairs({ name, style, explode, mediaType }: WireParameter, value: unknown): [string, string][] {
  if (mediaType) return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) {
    if (explode && style === 'form') return value.map((item) => [name, text(item)]);
    return [[name, value.map(text).join(SEPARATORS[style] ?? ',')]];
  }
  if (isRecord(value)) return objectPairs(name, style, explode, value);
  return [[name, text(value)]];
}

function objectPairs(
  name: string,
  style: string,
  explode: boolean,
  value: Record<string, unknown>,
): [string, string][] {
  const entries = Object.entries(value);
  if (style === 'deepObject') return entries.flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member));
  if (explode) return entries.map(([key, member]) => [key, text(member)]);
  return [[name, entries.flatMap(([key, member]) => [key, text(member)]).join(SEPARATORS[style] ?? ',')]];
}

/** Deeper than one level OpenAPI says nothing; brackets are what servers commonly read. */
function deepPairs(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((item) => [name, text(item)]);
  if (isRecord(value)) return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member));
  return [[name, text(value)]];
}

/** The value of a path or header parameter as one text, not yet percent-encoded. */
export function wireText({ name, style, explode, mediaType }: WireParameter, value: unknown): string {
  if (mediaType) return JSON.stringify(value);
  const prefix = style === 'label' ? '.' : style === 'matrix' ? `;${name}=` : '';
  if (style === 'matrix' && explode && Array.isArray(value))
    return value.map((item) => `;${name}=${text(item)}`).join('');
  const separator = explode && style === 'label' ? '.' : ',';
  if (Array.isArray(value)) return prefix + value.map(text).join(separator);
  if (!isRecord(value)) return prefix + text(value);
  const entries = Object.entries(value);
  if (explode && style === 'matrix') return entries.map(([key, member]) => `;${key}=${text(member)}`).join('');
  return prefix + entries.map(([key, member]) => `${key}${explode ? '=' : ','}${text(member)}`).join(separator);
}

/** Percent-encodes a path parameter's text; the signs of the styles stay readable. */
export function encodePath(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3B|3D)/g, (code) => decodeURIComponent(code));
}

/** Percent-encodes for a query string; brackets, commas and colons stay readable, as servers read them. */
export function encodeQuery(value: string): string {
  return encodeURIComponent(value).replace(/%(5B|5D|2C|3A)/g, (code) => decodeURIComponent(code));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
