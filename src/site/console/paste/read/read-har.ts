/** Reads requests of an HTTP archive: a whole one, one entry, or one request. @see http://www.softwareishard.com/blog/har-12-spec/ */
import { isRecord } from '../../../../openapi/document/refs.ts';
import { splitAddress, UnreadableError } from './pasted-request.ts';
import type { PastedBody, PastedPart, PastedRequest } from './pasted-request.ts';

export function isHar(text: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(text);
}

/** All requests, in their order. @throws UnreadableError */
export function readHar(text: string): PastedRequest[] {
  const found = requestsIn(parse(text)).flatMap((request) => read(request) ?? []);
  if (found.length === 0)
    throw new UnreadableError('The JSON is no HAR file, and no entry of one: it holds no request.');
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new UnreadableError('The JSON is damaged: part of it is missing or was changed.');
  }
}

function requestsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(requestsIn);
  if (!isRecord(value)) return [];
  if (isRecord(value['log'])) return requestsIn(value['log']);
  if (Array.isArray(value['entries'])) return requestsIn(value['entries']);
  return [isRecord(value['request']) ? value['request'] : value];
}

function read(request: unknown): PastedRequest | undefined {
  if (!isRecord(request) || typeof request['url'] !== 'string' || typeof request['method'] !== 'string')
    return undefined;
  const body = bodyOf(request['postData']);
  const headers = namedValues(request['headers']);
  const type = isRecord(request['postData']) ? request['postData']['mimeType'] : undefined;
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  // Of parts, it says no more than that they are.
  if (!isTyped && typeof type === 'string' && type !== '' && body?.kind !== 'parts')
    headers.push(['Content-Type', type]);
  const { origin, target } = splitAddress(request['url']);
  return { method: request['method'].toUpperCase(), origin, target, headers, ...(body && { body }), left: [] };
}

/** Headers that begin with a colon are HTTP/2's first line. */
function namedValues(list: unknown): [string, string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((header): [string, string][] =>
    isRecord(header) && typeof header['name'] === 'string' && !header['name'].startsWith(':')
      ? [[header['name'], String(header['value'] ?? '')]]
      : [],
  );
}

function bodyOf(data: unknown): PastedBody | undefined {
  if (!isRecord(data)) return undefined;
  const { mimeType, params, text } = data;
  const list = Array.isArray(params) ? params.filter(isRecord) : [];
  if (String(mimeType).startsWith('multipart/') && list.length > 0) return { kind: 'parts', parts: list.map(partOf) };
  if (typeof text === 'string' && text !== '') return { kind: 'text', text };
  if (list.length === 0) return undefined;
  const pairs = list.map(({ name, value }): [string, string] => [String(name), String(value ?? '')]);
  return { kind: 'text', text: new URLSearchParams(pairs).toString() };
}

function partOf({ name, value, fileName, contentType }: Record<string, unknown>): PastedPart {
  return {
    name: String(name),
    ...(typeof fileName === 'string' ? { file: fileName } : { text: String(value ?? '') }),
    ...(typeof contentType === 'string' && contentType !== '' && { type: contentType }),
  };
}
