import { ApiError } from '../http/api-error.ts';
import type { IncomingRequest } from '../http/request-context.ts';
import { limits } from '../generated/policies.ts';
import { next } from '../http/and-then.ts';

/** JSON, in UTF-8 if a charset is named. */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?;?\s*$/i;

interface BodyOptions {
  /** True: an absent body is fine, with or without a Content-Type. */
  readonly optional?: boolean;
  /** How many bytes it may have. */
  readonly limit?: number;
}

/**
 * Reads a JSON body.
 * @returns the parsed value, without a promise where it has been received; undefined for an absent optional body
 * @throws ApiError 415, 413 or 400, in this order
 */
export function readBody(request: IncomingRequest, options: BodyOptions = {}): unknown {
  const { optional = false, limit = limits.body_bytes } = options;
  const { received } = request;
  const type = request.headers.get('content-type');
  const typed = type !== null && JSON_TYPE.test(type) && !isEncoded(request);
  if (!typed && !(optional && type === null)) throw new ApiError('unsupported_media_type');
  if (received && received.length > limit) throw tooLarge(limit);
  return next(received ?? readBytes(request, limit).catch(unreadable), (bytes) => {
    if (optional && bytes.length === 0) return undefined;
    if (!typed) throw new ApiError('unsupported_media_type');
    return parse(bytes);
  });
}

function isEncoded(request: IncomingRequest): boolean {
  const encoding = request.headers.get('content-encoding');
  return encoding !== null && encoding.toLowerCase() !== 'identity';
}

/** A body that breaks off is no JSON; nobody is left to read the answer. */
function unreadable(error: unknown): never {
  throw error instanceof ApiError ? error : new ApiError('invalid_json');
}

/**
 * Reads the bytes of a body. A body that was announced with its length, and one in an engine whose requests have no stream
 * (there it is in memory already), is taken whole; any other is read no further than the limit.
 * @throws ApiError 413
 * @see https://developer.mozilla.org/docs/Web/API/Request/body#browser_compatibility
 */
export async function readBytes(request: IncomingRequest, limit: number): Promise<Uint8Array> {
  const length = Number(request.headers.get('Content-Length') ?? Number.NaN);
  if (length > limit) throw tooLarge(limit);
  const { body } = request;
  if (body === null) return new Uint8Array();
  if (body !== undefined && Number.isNaN(length)) return readStream(body, limit);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
}

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

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch {
    throw new ApiError('invalid_json');
  }
}

function tooLarge(limit: number): ApiError {
  return new ApiError('payload_too_large', { values: { limit } });
}
