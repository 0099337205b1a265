import { limits } from '../generated/policies.ts';
import { ApiError } from '../http/api-error.ts';
import type { RequestContext } from '../http/request-context.ts';
import { NO_BODY, bodyOf, readBytes, tooLarge } from './body.ts';
import type { Body } from './body.ts';

const UTF8 = new TextDecoder();

/**
 * Reads the body of a request to an operation that takes none.
 * @throws ApiError 413
 */
export async function readUnaskedBody(context: RequestContext): Promise<Body> {
  if (!hasBody(context)) return NO_BODY;
  const { request, client } = context;
  // The Fetch standard gives no body to these; the server that took the request has it.
  const isHidden = request.method === 'GET' || request.method === 'HEAD';
  const bytes = isHidden ? await client.readBody?.(limits.body_bytes + 1) : await readBytes(request);
  if (bytes && bytes.length > limits.body_bytes) throw tooLarge(limits.body_bytes);
  const text = UTF8.decode(bytes).trim();
  return text === '' ? NO_BODY : { text, value: parse(text) };
}

/**
 * Refuses a body that says something; an object without members says nothing.
 * @throws ApiError 422
 */
export function refuseUnaskedBody({ text, value }: Body): void {
  if (text === '') return;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const [name] = isObject ? Object.keys(value) : [];
  if (name !== undefined) throw new ApiError('unknown_parameter', { param: name });
  if (!isObject) throw new ApiError('unknown_parameter', { message: 'This operation takes no request body.' });
}

/** Over HTTP the headers tell. @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function hasBody({ request, client: { address } }: RequestContext): boolean {
  if (address === undefined) return bodyOf(request) !== null;
  const length = request.headers.get('Content-Length');
  return (length !== null && length !== '0') || request.headers.has('Transfer-Encoding');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
