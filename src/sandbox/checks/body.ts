import { limits } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { Operation } from '../operations/operation.ts';
import { requireJsonType } from './media-type.ts';

/** The body of a request: its text, and what stands in it. */
export interface Body {
  /** Empty where there is none. */
  readonly text: string;
  /** Undefined where there is none. */
  readonly value: unknown;
}

export const NO_BODY: Body = { text: '', value: undefined };
const NO_BYTES = new Uint8Array();

/**
 * Reads a required JSON body.
 * @param limit how many bytes it may have
 * @throws ApiError 415, 413 or 400, in this order
 */
export async function readBody(request: Request, limit: number = limits.body_bytes): Promise<Body> {
  requireJsonType(request, 'required');
  return parseBody(request, await readBytes(request, limit), 'required');
}

/**
 * Reads the bytes of a body. A body that was announced with its length, and one in an engine whose requests have no stream
 * (there it is in memory already), is taken whole; any other is read no further than the limit.
 * @throws ApiError 413; 400 for a body that breaks off
 * @see https://developer.mozilla.org/docs/Web/API/Request/body#browser_compatibility
 */
export async function readBytes(request: Request, limit: number = limits.body_bytes): Promise<Uint8Array> {
  const length = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (length > limit) throw tooLarge(limit);
  try {
    const body = Number.isNaN(length) ? bodyOf(request) : undefined;
    if (body === null) return NO_BYTES;
    if (body) return await readStream(body, limit);
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > limit) throw tooLarge(limit);
    return bytes;
  } catch (error) {
    // Of a body that breaks off nobody is left to read the answer.
    throw error instanceof ApiError ? error : new ApiError('invalid_json');
  }
}

/** Null: there is none. Firefox's requests have no such member, so that undefined says nothing. */
export function bodyOf(request: Request): Request['body'] | undefined {
  return request.body;
}

/**
 * Parses a body; an optional one may be absent.
 * @throws ApiError 400; 415 for an optional body that is there and has no type
 */
export function parseBody(request: Request, bytes: Uint8Array, presence: Operation['body']): Body {
  if (presence === 'optional' && bytes.length === 0) return NO_BODY;
  if (presence === 'optional') requireJsonType(request, 'required');
  try {
    const text = UTF8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw new ApiError('invalid_json');
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a body of unknown length, and no further than it may be long. */
async function readStream(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

export function tooLarge(limit: number): ApiError {
  return new ApiError('payload_too_large', { values: { limit } });
}
