/** Reads a request as browsers copy it for `fetch`: two values of JSON. Nothing of it is run. */
import { splitAddress, UnreadableError } from './pasted-request.ts';
import type { PastedRequest } from './pasted-request.ts';
import { isRecord } from '../../../../openapi/document/refs.ts';

export function isFetch(text: string): boolean {
  return /^\s*(?:await\s+)?(?:window\.)?fetch\s*\(/.test(text);
}

/** @throws UnreadableError where it is more than a browser copies */
export function readFetch(text: string): PastedRequest {
  const inside = /^[^(]*\(([\s\S]*)\)\s*;?\s*$/.exec(text.trim())?.[1] ?? '';
  const [url, options = {}] = values(inside);
  if (typeof url !== 'string' || !isRecord(options))
    throw new UnreadableError('The call of fetch is not as a browser copies it. Copy it as cURL instead.');
  const { method, headers, body } = options;
  const { origin, target } = splitAddress(url);
  const pairs = isRecord(headers) ? Object.entries(headers) : [];
  return {
    method: typeof method === 'string' ? method.toUpperCase() : 'GET',
    origin,
    target,
    headers: pairs.map(([name, value]): [string, string] => [name, String(value)]),
    ...(typeof body === 'string' && { body: { kind: 'text' as const, text: body } }),
    left: [],
  };
}

/** The arguments; a comma may follow the last. */
function values(inside: string): unknown[] {
  try {
    return JSON.parse(`[${inside.trim().replace(/,$/, '')}]`) as unknown[];
  } catch {
    return [];
  }
}
