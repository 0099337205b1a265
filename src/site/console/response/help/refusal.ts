/** What an answer says of why it refuses, and for how long. */
import type { ApiResponse } from '../../../session/request/send-request.ts';

/** The code of an error answer, undefined where it has none. */
export function errorCode({ text = '' }: Pick<ApiResponse, 'text'>): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' ? error.code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Seconds to wait before the next request, 0 where the answer does not say.
 * @param now Milliseconds since the Unix epoch, for an answer that names a date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter({ headers }: Pick<ApiResponse, 'headers'>, now = Date.now()): number {
  const value = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1] ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, Math.ceil((date - now) / 1000));
}
