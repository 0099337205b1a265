/**
 * The last calls of this browser, for all operation pages.
 *
 * What is kept: which operation, what was filled in, where to, when, the status, and the id or error code of the answer. Each call is an entry of its own in
 * localStorage, so that two tabs that write at once do not overwrite each other's list. What is not kept: keys, tokens,
 * what looks like a secret in a field or body, and answers themselves (`kept-responses.ts`).
 */
import type { RequestInput } from '../request/input/request-input.ts';
import type { EnvironmentId } from '../../session/environments.ts';
import { withoutSecretText } from '../../../text/without-secrets.ts';
import { withoutSecrets } from '../without-secrets.ts';

export interface PastCall {
  id: string;
  /** Milliseconds since 1970. */
  time: number;
  operationId: string;
  method: string;
  path: string;
  /** Path of the operation's page. */
  page: string;
  environment: EnvironmentId;
  call: RequestInput;
  /** What tells it from other calls of the operation: an email, an id, the code of an error. */
  about: string;
  /** Whether something that looked like a secret was left out of the call. */
  removed: boolean;
  /** Status of the answer, or why there was none: `offline`. */
  result: string;
  /** What the answer calls itself, for who asks about it: no secret. */
  requestId?: string | undefined;
  /** The code of the error that was answered. */
  code?: string | undefined;
}

export type HistoryStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Calls that are kept. */
export const kept = 50;

/** Characters of an entry; a longer call is not kept. */
const longestEntry = 100_000;

const prefix = 'orbinto-call:';

/** Keeps a call and forgets the oldest beyond the limit. Without storage, or with a full one, it works and forgets. */
export function remember(storage: HistoryStorage | undefined, past: PastCall): void {
  const { call, removed } = withoutSecrets(past.call);
  const about = withoutSecretText(past.about);
  const text = JSON.stringify({ ...past, call, about, removed });
  if (!storage || text.length > longestEntry) return;
  try {
    const old = list(storage).slice(kept - 1);
    for (const { id } of old) storage.removeItem(prefix + id);
    storage.setItem(prefix + past.id, text);
  } catch {
    // Full or forbidden: the call is not kept.
  }
}

/** The calls that are kept, the latest first. What cannot be read is passed over. */
export function list(storage: HistoryStorage | undefined): PastCall[] {
  try {
    return keysOf(storage)
      .flatMap((key) => read(key.slice(prefix.length), storage?.getItem(key) ?? ''))
      .toSorted((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));
  } catch {
    return [];
  }
}

export function clear(storage: HistoryStorage | undefined): void {
  try {
    for (const key of keysOf(storage)) storage?.removeItem(key);
  } catch {
    // Storage that cannot be written holds nothing of ours.
  }
}

/** The storage of this browser, where it has one. */
export function browserStorage(): HistoryStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function keysOf(storage: HistoryStorage | undefined): string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

/** Anything may stand in storage. An address that leaves this site's reference is no page of ours. */
function read(id: string, text: string): PastCall[] {
  let past: Partial<Record<keyof PastCall, unknown>>;
  try {
    past = JSON.parse(text) as typeof past;
  } catch {
    return [];
  }
  const texts = [past?.operationId, past?.method, past?.path, past?.page, past?.result];
  const isSound =
    texts.every((value) => typeof value === 'string') &&
    isTime(past.time) &&
    ['sandbox', 'mock', 'hosted', 'live'].includes(String(past.environment)) &&
    /^\/(?!\/)[\w/.-]*$/.test(String(past.page)) &&
    isCall(past.call);
  if (!isSound) return [];
  const about = typeof past.about === 'string' ? past.about : '';
  const name = (value: unknown): string | undefined =>
    typeof value === 'string' && /^\w{1,80}$/.test(value) ? value : undefined;
  const told = { requestId: name(past.requestId), code: name(past.code) };
  return [{ ...(past as PastCall), id, about, removed: past.removed === true, ...told }];
}

/** A number may be too large for a date. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function isCall(value: unknown): value is RequestInput {
  if (typeof value !== 'object' || value === null) return false;
  const { values, body, mediaType = '' } = value as Partial<Record<keyof RequestInput, unknown>>;
  if (typeof values !== 'object' || values === null) return false;
  if (typeof body !== 'string' || typeof mediaType !== 'string') return false;
  return Object.values(values).every((text) => typeof text === 'string');
}
