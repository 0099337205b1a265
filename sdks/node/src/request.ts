import type { ReadAnswer } from './answer.ts';
import type { APIError } from './api-errors.ts';
import type { Config } from './config.ts';
import { ConfigurationError } from './errors.ts';
import type { CallOptions } from './options.ts';
import { userAgent } from './runtime.ts';

/** What is to be called. */
export interface Operation {
  method: string;
  /** Below the base URL, with names in the place of ids: `/contacts/{id}`. */
  path: string;
  /** In the order of the path. */
  ids?: readonly string[] | undefined;
  query?: object | undefined;
  body?: unknown;
  /** Sent as a form in the place of a body. */
  form?: URLSearchParams | undefined;
  /** Whether it only reads, though its method says nothing of it. */
  repeatable?: boolean | undefined;
  /** The error that an answer is, where the API's own form does not tell. */
  fail?: ((answer: ReadAnswer) => APIError) | undefined;
  /** Whether a success may have nothing in it, whatever its status. */
  acceptsEmpty?: boolean | undefined;
}

/** Each id is one part of the path, whatever is in it. */
export function pathOf({ path, ids = [] }: Operation): string {
  let index = 0;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[index++];
    if (typeof id !== 'string' || /^\.{0,2}$/.test(id))
      throw new ConfigurationError(`The path needs an id: ${name} must be a text, and neither empty nor "." or ".."`);
    try {
      return encodeURIComponent(id);
    } catch {
      throw new ConfigurationError(`${name} has half a character in it`);
    }
  });
}

/** @throws ConfigurationError when the path leads away from the base URL */
export function urlOf(baseUrl: string, path: string, query: object = {}): string {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]{2}/i.test(path))
    throw new ConfigurationError('The path must be relative to the base URL: /contacts, not the address of a host');
  const base = `${baseUrl}/`;
  const url = new URL(base + path.replace(/^\//, ''));
  if (!url.href.startsWith(base)) throw new ConfigurationError('The path leads out of the base URL');
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (one != null) url.searchParams.append(name, one instanceof Date ? one.toISOString() : String(one));
    }
  }
  return url.href;
}

/** Method, headers and body, as `fetch` takes them; without the credential, which may change between tries. */
export function initOf(
  { method, body, form }: Operation,
  config: Config,
  options: CallOptions,
): RequestInit & { headers: Headers } {
  if (!/^[A-Z]+$/.test(method) || (body !== undefined && /^(GET|HEAD)$/.test(method)))
    throw new ConfigurationError('The method must be a word, and GET and HEAD have no body');
  const headers = new Headers({ Accept: 'application/json' });
  const agent = userAgent();
  if (agent) headers.set('User-Agent', agent);
  const sent = body === undefined ? form : jsonOf(body);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries({ ...config.options.headers, ...options.headers }))
    setHeader(headers, name, value);
  // A redirect could carry the key to another host.
  return { method, headers, redirect: 'manual', ...(sent !== undefined && { body: sent }) };
}

function setHeader(headers: Headers, name: string, value: string): void {
  try {
    if (/[\r\n\0]/.test(value)) throw new TypeError();
    headers.set(name, value);
  } catch {
    throw new ConfigurationError(
      `The header ${JSON.stringify(name)} cannot be sent: it has a line end or another character that headers may not have`,
    );
  }
}

function jsonOf(body: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(body);
  } catch {
    // A circle, a BigInt; told below.
  }
  if (text === undefined) throw new ConfigurationError('The body cannot be written as JSON');
  return text;
}
