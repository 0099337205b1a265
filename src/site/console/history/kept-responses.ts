/**
 * Answers of past calls, to compare them. All are held in the memory of the page. Those of the in-page sandbox are kept for
 * the tab, too: what they tell stands in this browser's storage anyway. Answers of a mock or of live end with the page, and
 * so does one with something in it that looks like a secret.
 */
import type { EnvironmentId } from '../../session/environments.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { withoutSecrets } from '../without-secrets.ts';
import { browserStorage, kept, list } from './history.ts';

/** What is compared of an answer. */
export type PastResponse = Pick<ApiResponse, 'status' | 'headers' | 'mediaType' | 'text' | 'size'>;

/** Characters: of one answer that is kept for the tab, and of all. */
export const limits = { one: 100_000, all: 1_000_000 };

const prefix = 'orbinto-answer:';

const responses = new Map<string, PastResponse>();

export function keepResponse(id: string, response: ApiResponse, environment: EnvironmentId): void {
  const { status, headers, mediaType, text, size } = response;
  const past = { status, headers, mediaType, text, size };
  responses.set(id, past);
  for (const oldest of responses.keys()) if (responses.size > kept) responses.delete(oldest);
  const { removed: isSecret } = withoutSecrets({ values: Object.fromEntries(headers), body: text ?? '' });
  if (environment !== 'sandbox' || isSecret) return;
  try {
    keepForTab(sessionStorage, id, JSON.stringify(past));
  } catch {
    // Storage is full or forbidden: the answer then ends with the page.
  }
}

/** Keeps an answer unless it is too long; the oldest make room, and those whose call has left the history go. */
function keepForTab(storage: Storage, id: string, response: string): void {
  if (response.length > limits.one) return;
  const known = new Set(list(browserStorage()).map((past) => prefix + past.id));
  let room = limits.all - response.length;
  // Ids begin with the time: sorted, the latest are last.
  for (const key of keysOf(storage).sort().reverse()) {
    room -= storage.getItem(key)?.length ?? 0;
    if (room < 0 || !known.has(key)) storage.removeItem(key);
  }
  storage.setItem(prefix + id, response);
}

export function hasResponse(id: string): boolean {
  return responses.has(id) || stored(id) !== null;
}

export function responseTo(id: string): PastResponse | undefined {
  return responses.get(id) ?? read(stored(id) ?? '');
}

export function forgetResponses(): void {
  responses.clear();
  try {
    for (const key of keysOf(sessionStorage)) sessionStorage.removeItem(key);
  } catch {
    // Storage that cannot be written holds nothing of ours.
  }
}

function stored(id: string): string | null {
  try {
    return sessionStorage.getItem(prefix + id);
  } catch {
    return null;
  }
}

function keysOf(storage: Storage): string[] {
  return Object.keys(storage).filter((key) => key.startsWith(prefix));
}

/** Anything may stand in storage. */
function read(text: string): PastResponse | undefined {
  try {
    const response = JSON.parse(text) as Partial<Record<keyof PastResponse, unknown>>;
    const { status, headers, mediaType, text: body, size } = response;
    const isHeader = (header: unknown) => Array.isArray(header) && header.every((part) => typeof part === 'string');
    const isSound =
      [status, size].every(Number.isInteger) &&
      [mediaType, body ?? ''].every((part) => typeof part === 'string') &&
      Array.isArray(headers) &&
      headers.every(isHeader);
    return isSound ? (response as PastResponse) : undefined;
  } catch {
    return undefined;
  }
}
