import { findJsonError } from '../../json-text/error.ts';
import { jsonFaults } from '../../json-text/faults.ts';
import { isSecretName, names, withoutSecretText } from '../../text/without-secrets.ts';
import { sandbox as policy } from '../generated/policies.ts';
import { counterOf, recordId } from '../ids.ts';
import type { IdPrefix } from '../ids.ts';
import { KIND_OF } from '../records/collections.ts';
import { parseKey } from '../keys.ts';
import type { KeyCredential } from '../keys.ts';
import { isReplayable, REPLAY_FORMAT, REPLAY_HEADERS, REPLAY_METHODS, REPLAY_VERSION } from './replay-file.ts';
import { REPLAY_WORKSPACE } from './replay-file.ts';
import type { ReplayFile, ReplayMethod, ReplayStep } from './replay-file.ts';

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  readonly headers: Headers;
  /** Empty where there is none. */
  readonly body: string;
  /** When, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Where a session takes place. */
export interface SessionPlace {
  readonly seed: number;
  /** The workspace's name; it is not told. */
  readonly workspace: string;
}

/**
 * How far a session on its way to a file has come. Its steps stand beside it, so that what is kept of a long one need not be read to add
 * to it. Neither holds a secret, and both are JSON: they can be put away and taken up again.
 */
export interface Recording {
  /** All of the file but its steps. */
  readonly header: Omit<ReplayFile, 'steps'>;
  /** How many steps there are, and characters of JSON in them, commas included. */
  readonly steps: number;
  readonly characters: number;
  /** When the last request was sent, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** A recording that has come further, and its new step; none for a request that cannot be replayed. */
export interface Recorded {
  readonly recording: Recording;
  readonly step?: ReplayStep;
}

const ID = new RegExp(String.raw`\b(${Object.keys(KIND_OF).join('|')})_k[0-9a-hjkmnp-tv-z]{13,18}\b`, 'g');
/** A parameter of a query string or a form whose name says that its value is secret; the user name and password of an address. */
const SECRET_PARAMETER = new RegExp(String.raw`((?:^|[?&])[\w.%[\]-]*(?:${names})[\w.%[\]-]*=)[^&#\s"']+`, 'gi');
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"'@?#]+@/gi;
/** A file holds no more than the time that one request may move the clock. */
const LONGEST_WAIT = 366 * 86_400_000;

/** Begins a recording. @param at what time it is in the workspace, in milliseconds since the Unix epoch */
export function beginRecording(seed: number, at: number): Recording {
  const start = new Date(at).toISOString();
  const header = { format: REPLAY_FORMAT, version: REPLAY_VERSION, seed, start } as const;
  return { header, steps: 0, characters: 0, at };
}

/** The file of a recording. */
export function fileOf({ header }: Recording, steps: readonly ReplayStep[]): ReplayFile {
  return { ...header, steps };
}

/**
 * Adds a request to a recording: without its key, of which the level is told, and without what looks like a secret in its path or
 * body. Ids that the workspace gave out become those that the replay's workspace gives out in their place.
 * @returns undefined where the file would be longer than one may be
 */
export function addRequest(recording: Recording, sent: SentRequest, place: SessionPlace): Recorded | undefined {
  const { header, at } = recording;
  const made = stepOf(sent, place);
  if (!made) return { recording: { ...recording, header: { ...header, left_out: (header.left_out ?? 0) + 1 } } };
  const after_ms = Math.min(LONGEST_WAIT, Math.max(0, Math.round(sent.at - at)));
  const step = { ...(after_ms > 0 && { after_ms }), ...made.step };
  const next = {
    header: made.isClean ? header : { ...header, secrets_removed: true },
    steps: recording.steps + 1,
    characters: recording.characters + JSON.stringify(step).length + Math.sign(recording.steps),
    at: Math.max(at, sent.at),
  };
  const length = JSON.stringify(fileOf(next, [])).length + next.characters;
  if (next.steps > policy.replay_steps || length > policy.replay_characters) return undefined;
  return { recording: next, step };
}

/** @returns undefined for what cannot be replayed */
function stepOf(sent: SentRequest, place: SessionPlace): { step: ReplayStep; isClean: boolean } | undefined {
  const { method, headers } = sent;
  const [path = ''] = sent.path.split('?', 1);
  const caller = callerOf(headers);
  if (!caller || !isReplayable(path) || !REPLAY_METHODS.includes(method as ReplayMethod)) return undefined;
  const cleanPath = withoutSecrets(sent.path);
  const { body, isClean } = bodyOf(sent, place);
  const kept = REPLAY_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    const isPlain = name === 'Content-Type' && value === 'application/json' && 'body' in body;
    return value === null || isPlain ? [] : [[name, withoutSecrets(value)] as const];
  });
  const step = {
    ...caller,
    method: method as ReplayMethod,
    path: withReplayIds(cleanPath, place),
    ...(kept.length > 0 && { headers: Object.fromEntries(kept) }),
    ...body,
  };
  return { step, isClean: isClean && cleanPath === sent.path };
}

/** Whose a request is. @returns undefined for an app's, which has a token */
function callerOf(headers: Headers): Pick<ReplayStep, 'as' | 'plan'> | undefined {
  const authorization = headers.get('Authorization')?.trim() ?? '';
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined) return { as: 'nobody' };
  const key = parseKey(secret);
  if (key) return levelOf(key);
  return secret.startsWith('sk_') ? { as: 'unknown' } : undefined;
}

function levelOf({ level, plan }: KeyCredential): Pick<ReplayStep, 'as' | 'plan'> {
  return { as: level, ...(plan !== 'professional' && { plan }) };
}

interface CleanBody {
  readonly body: Pick<ReplayStep, 'body' | 'body_text'>;
  /** Whether nothing was taken out. */
  readonly isClean: boolean;
}

function bodyOf({ body: text }: SentRequest, place: SessionPlace): CleanBody {
  if (text === '') return { body: {}, isClean: true };
  if (!isPlainJson(text)) {
    const clean = withoutSecrets(text);
    return { body: { body_text: withReplayIds(clean, place) }, isClean: clean === text };
  }
  const whole = JSON.stringify(JSON.parse(text));
  const clean = withoutSecrets(JSON.stringify(JSON.parse(text, withoutSecretMember)));
  return { body: { body: JSON.parse(withReplayIds(clean, place)) as unknown }, isClean: clean === whole };
}

/** Whether a text is JSON that is the same after it was read and written. */
function isPlainJson(text: string): boolean {
  return findJsonError(text) === undefined && [...jsonFaults(text)].every((fault) => fault === undefined);
}

/** A text without what looks like a secret. */
function withoutSecrets(text: string): string {
  return withoutSecretText(text.replace(SECRET_PARAMETER, '$1').replace(USER_INFO, '$1'));
}

/** Leaves a blank in place of a value whose name says that it is secret. */
function withoutSecretMember(name: string, value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || !isSecretName(name)) return value;
  return Array.isArray(value) ? [] : typeof value === 'object' ? {} : '';
}

/** The ids in a text that the session's workspace gave out, as the replay's workspace gives them out. */
function withReplayIds(text: string, { seed, workspace }: SessionPlace): string {
  return text.replaceAll(ID, (id, prefix: IdPrefix) => {
    const counter = counterOf(id);
    const isOurs = recordId(prefix, seed, workspace, counter) === id;
    return isOurs ? recordId(prefix, seed, REPLAY_WORKSPACE, counter) : id;
  });
}
