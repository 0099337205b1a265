import { isRecord } from '../document/refs.ts';

/** A file that is no HAR; the message is one line that names what is wrong. */
export class HarError extends Error {
  override readonly name = 'HarError';
}

/** One request of a HAR and its response, as far as they say what of an API is used. */
export interface Exchange {
  /** In upper case. */
  method: string;
  url: URL;
  /** In the order of the file; names as they were sent. */
  headers: [name: string, value: string][];
  mediaType: string;
  /** Undefined: none was sent. */
  body?: string;
  /** 0: no response came. */
  status: number;
  responseHeaders: [name: string, value: string][];
  responseType: string;
  /** Undefined: none came, or it was not kept. */
  responseBody?: string;
}

/**
 * The exchanges of a HAR. Anybody may have written it.
 * @param text The file
 * @throws {HarError}
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function parseHar(text: string): Exchange[] {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new HarError('This is not JSON: save the requests as a HAR once more.');
  }
  const entries = isRecord(file) && isRecord(file.log) ? file.log.entries : undefined;
  if (!Array.isArray(entries)) throw new HarError("This is no HAR: it has no list 'log.entries'.");
  return entries.map((entry: unknown, index) => readEntry(entry, `log.entries[${index}]`));
}

function readEntry(entry: unknown, at: string): Exchange {
  const request = memberOf(entry, 'request', at);
  const response = isRecord(entry) && isRecord(entry.response) ? entry.response : {};
  const { method, url, postData } = request;
  if (typeof method !== 'string') throw new HarError(`'${at}.request.method' must be a text.`);
  if (typeof url !== 'string' || !URL.canParse(url)) throw new HarError(`'${at}.request.url' must be an address.`);
  const content = isRecord(response.content) ? response.content : {};
  const sent = isRecord(postData) ? postData : {};
  const [body, responseBody] = [textOf(sent), textOf(content)];
  return {
    method: method.toUpperCase(),
    url: new URL(url),
    headers: pairs(request.headers),
    mediaType: typeOf(sent),
    ...(body !== undefined && { body }),
    status: typeof response.status === 'number' ? response.status : 0,
    responseHeaders: pairs(response.headers),
    responseType: typeOf(content),
    ...(responseBody !== undefined && { responseBody }),
  };
}

function memberOf(value: unknown, name: string, at: string): Record<string, unknown> {
  const member = isRecord(value) ? value[name] : undefined;
  if (!isRecord(member)) throw new HarError(`'${at}.${name}' must be an object.`);
  return member;
}

function typeOf({ mimeType }: Record<string, unknown>): string {
  return typeof mimeType === 'string' ? (mimeType.split(';')[0] ?? '').trim().toLowerCase() : '';
}

function textOf({ text, encoding }: Record<string, unknown>): string | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  if (encoding !== 'base64') return text;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function pairs(value: unknown): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown): [string, string][] =>
    isRecord(pair) && typeof pair.name === 'string' && typeof pair.value === 'string' ? [[pair.name, pair.value]] : [],
  );
}
