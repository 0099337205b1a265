import { findJsonError } from '../../json-text/error.ts';
import { jsonFaults } from '../../json-text/faults.ts';
import { parseDateTime } from '../checks/date-time.ts';
import { ControlError, invalid } from '../control/control-error.ts';
import { membersOf, readBoolean, readInteger, readText } from '../control/members.ts';
import type { Members } from '../control/members.ts';
import { plans, sandbox as policy } from '../generated/policies.ts';
import { CALLERS, isReplayable, REPLAY_FORMAT, REPLAY_HEADERS, REPLAY_METHODS, REPLAY_VERSION } from './replay-file.ts';
import type { ReplayFile, ReplayStep } from './replay-file.ts';

/** A file that cannot be played; the message is one line that names what is wrong. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

const FILE = ['$schema', 'format', 'version', 'seed', 'start', 'left_out', 'secrets_removed', 'steps'];
const STEP = ['after_ms', 'as', 'plan', 'method', 'path', 'headers', 'body', 'body_text'];
const MOST = Number.MAX_SAFE_INTEGER;
/** A year. */
const LONGEST_WAIT = 366 * 86_400_000;
/** What a session of the longest waits ends in is a time that can be written. */
const LATEST_START = Date.parse('8999-12-31T23:59:59Z');
const WITHOUT_BODY = ['GET', 'HEAD'];
/** What stands in a header. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const HEADER = /^[\t\x20-\x7e]*$/;

/**
 * Reads a replay file. Anybody may have written it.
 * @throws ReplayError in one line that names the member that is wrong
 */
export function parseReplay(text: string): ReplayFile {
  try {
    return readFile(readJson(text));
  } catch (error) {
    if (error instanceof ControlError) throw new ReplayError(error.message, { cause: error });
    throw error;
  }
}

function readJson(text: string): unknown {
  if (text.length > policy.replay_characters) {
    throw new ReplayError(
      `The file has more than ${policy.replay_characters} characters, as many as a replay may have.`,
    );
  }
  const mistake = findJsonError(text);
  if (mistake) {
    throw new ReplayError(`This is not JSON: line ${mistake.line}, column ${mistake.column}: ${mistake.message}`);
  }
  for (const fault of jsonFaults(text)) {
    if (fault?.kind === 'repeated') throw invalid(placeOf(fault.path), 'stands there twice');
  }
  return JSON.parse(text);
}

function placeOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part}]`;
    return place === '' ? part : `${place}.${part}`;
  }, '');
}

function readFile(value: unknown): ReplayFile {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ReplayError('The file must be a JSON object.');
  }
  const { format, version } = value as { format?: unknown; version?: unknown };
  if (format !== REPLAY_FORMAT) throw invalid('format', `must be '${REPLAY_FORMAT}': this is no replay file`);
  if (typeof version === 'number' && version > REPLAY_VERSION) {
    throw new ReplayError(
      `The file is of version ${version}; this sandbox plays version ${REPLAY_VERSION}. Open it on a newer one.`,
    );
  }
  const members = membersOf(value, FILE, '');
  if (version !== REPLAY_VERSION) throw invalid('version', `must be ${REPLAY_VERSION}`);
  const seed = required(readInteger(members, 'seed', [0, MOST]), 'seed', 'a whole number');
  const start = parseDateTime(readText(members, 'start') ?? '');
  if (start === undefined || start < 0 || start > LATEST_START) {
    throw invalid('start', 'must be a time of RFC 3339 from 1970 to 8999, such as 2026-03-02T09:00:00Z');
  }
  const left_out = readInteger(members, 'left_out', [0, MOST]);
  return {
    format: REPLAY_FORMAT,
    version: REPLAY_VERSION,
    seed,
    start: new Date(Math.floor(start)).toISOString(),
    ...(left_out !== undefined && { left_out }),
    ...(readBoolean(members, 'secrets_removed') && { secrets_removed: true }),
    steps: readSteps(members['steps']),
  };
}

function readSteps(value: unknown): ReplayStep[] {
  if (!Array.isArray(value)) throw invalid('steps', 'must be a list of requests');
  if (value.length > policy.replay_steps)
    throw invalid('steps', `must hold no more than ${policy.replay_steps} requests`);
  return value.map((step: unknown, index) => inStep(`steps[${index}]`, step));
}

/** Reads one step; what is wrong in it is told with its place. */
function inStep(where: string, value: unknown): ReplayStep {
  const members = membersOf(value, STEP, where);
  try {
    return readStep(members);
  } catch (error) {
    if (!(error instanceof ControlError) || error.param === undefined) throw error;
    const { param } = error;
    throw invalid(`${where}.${param}`, error.message.slice(`The '${param}' member `.length, -1));
  }
}

function readStep(members: Members): ReplayStep {
  const after_ms = readInteger(members, 'after_ms', [0, LONGEST_WAIT]);
  const as = oneOf(members, 'as', CALLERS);
  const plan =
    members['plan'] === undefined ? undefined : oneOf(members, 'plan', Object.keys(plans) as (keyof typeof plans)[]);
  const method = oneOf(members, 'method', REPLAY_METHODS);
  const body_text = readText(members, 'body_text');
  const hasBody = members['body'] !== undefined;
  if (hasBody && body_text !== undefined) throw invalid('body_text', "cannot be combined with 'body'");
  if ((hasBody || body_text !== undefined) && WITHOUT_BODY.includes(method)) {
    throw invalid(hasBody ? 'body' : 'body_text', `cannot be sent with ${method}`);
  }
  const headers = members['headers'] === undefined ? undefined : readHeaders(members['headers']);
  return {
    ...(after_ms !== undefined && { after_ms }),
    as,
    ...(plan && { plan }),
    method,
    path: readPath(members),
    ...(headers && { headers }),
    ...(hasBody && { body: members['body'] }),
    ...(body_text !== undefined && { body_text }),
  };
}

function readPath(members: Members): string {
  const path = readText(members, 'path') ?? '';
  const url =
    path.startsWith('/') && URL.canParse(path, 'http://sandbox') ? new URL(path, 'http://sandbox') : undefined;
  if (url?.host !== 'sandbox' || `${url.pathname}${url.search}` !== path) {
    throw invalid('path', 'must be a path as it stands in a URL, such as /v1/contacts?limit=10');
  }
  if (!isReplayable(url.pathname)) {
    throw invalid('path', 'must be below /v1 or /_sandbox, and nothing that makes a workspace');
  }
  return path;
}

function readHeaders(value: unknown): NonNullable<ReplayStep['headers']> {
  const members = membersOf(value, REPLAY_HEADERS, 'headers');
  for (const [name, text] of Object.entries(members)) {
    if (typeof text !== 'string' || !HEADER.test(text))
      throw invalid(`headers.${name}`, 'must be a text of visible ASCII');
  }
  return members;
}

function oneOf<T extends string>(members: Members, name: string, values: readonly T[]): T {
  const value = values.find((one) => one === members[name]);
  if (value === undefined) throw invalid(name, `must be one of ${values.join(', ')}`);
  return value;
}

function required<T>(value: T | undefined, name: string, what: string): T {
  if (value === undefined) throw invalid(name, `must be ${what}`);
  return value;
}
