/** What an answer says of why it refuses, and for how long. */
import type { ApiResponse } from '../../../session/request/send-request.ts';
import { longestWait } from '../headers/rate-limit.ts';

/** What an error answer says of itself, as far as it is text. */
export interface ToldError {
  code?: string;
  message?: string;
  /** The field that it is about. */
  param?: string;
}

const toldErrors = new WeakMap<object, ToldError>();

/** The error of an answer; empty where it has none. It is read once, however often the answer is drawn. */
export function errorOf(answer: Pick<ApiResponse, 'text'>): ToldError {
  const error = toldErrors.get(answer) ?? readError(answer);
  toldErrors.set(answer, error);
  return error;
}

function readError({ text = '' }: Pick<ApiResponse, 'text'>): ToldError {
  try {
    const { error } = JSON.parse(text) as { error?: Partial<Record<keyof ToldError, unknown>> };
    const told = (['code', 'message', 'param'] as const).filter((name) => typeof error?.[name] === 'string');
    return Object.fromEntries(told.map((name) => [name, error?.[name]]));
  } catch {
    return {};
  }
}

/**
 * Seconds to wait before the next request; `undefined` where the answer does not say, or says what makes no sense.
 * @param now Milliseconds since the Unix epoch, for an answer that names a date.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter({ headers }: Pick<ApiResponse, 'headers'>, now = Date.now()): number | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1] ?? '';
  const isDate = /^[A-Z][a-z]+, /.test(value);
  const seconds = isDate ? Math.ceil((Date.parse(value) - now) / 1000) : /^\d+$/.test(value) ? Number(value) : NaN;
  return seconds * 1000 < longestWait ? Math.max(0, seconds) : undefined;
}
