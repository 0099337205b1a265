import type { KeyLevel, PlanId } from '../generated/policies.ts';

export const REPLAY_FORMAT = 'orbinto-replay';
export const REPLAY_VERSION = 1;

/** Whose a request is: a key of this level; nobody's, without a key; or sent with a key that opens nothing. The key itself is never told. */
export const CALLERS = ['read', 'write', 'admin', 'nobody', 'unknown'] as const;
export type ReplayCaller = KeyLevel | 'nobody' | 'unknown';

export const REPLAY_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type ReplayMethod = (typeof REPLAY_METHODS)[number];

/** The request headers that an answer may depend on, besides `Authorization`, which `as` stands for. */
export const REPLAY_HEADERS = ['Accept', 'Content-Type', 'Content-Encoding'] as const;

/** One request of a session. */
export interface ReplayStep {
  /** How long after the request before it was sent; 0 when left out. */
  readonly after_ms?: number;
  readonly as: ReplayCaller;
  /** The plan of the key; Professional when left out. */
  readonly plan?: PlanId;
  readonly method: ReplayMethod;
  /** Path and query string, as they stand in a URL. */
  readonly path: string;
  readonly headers?: Readonly<Partial<Record<(typeof REPLAY_HEADERS)[number], string>>>;
  /** A body of JSON; it is sent as `application/json` unless the headers say otherwise. */
  readonly body?: unknown;
  /** A body that is none, as text. */
  readonly body_text?: string;
}

/**
 * A session with a sandbox as a document: played on a workspace with nothing changed and a clock of its own, it gives the same
 * answers everywhere, to the byte. `/replay.schema.json` describes it.
 */
export interface ReplayFile {
  readonly format: typeof REPLAY_FORMAT;
  readonly version: typeof REPLAY_VERSION;
  /** The number that the seeded records are made from. */
  readonly seed: number;
  /** What time it is when the first request is sent: RFC 3339, in UTC. */
  readonly start: string;
  /** How many requests of the session are not in the file: sign-ins, and what was sent with an access token. */
  readonly left_out?: number;
  /** True where something that looked like a secret was taken out of a request. */
  readonly secrets_removed?: boolean;
  readonly steps: readonly ReplayStep[];
}

/** The workspace that a replay is played in. Nobody else is in it: it lives in a sandbox of its own. */
export const REPLAY_WORKSPACE = 'replayed';

/** What cannot be replayed: a sign-in and what makes workspaces give out what nobody can foresee. @param path without the query string */
export function isReplayable(path: string): boolean {
  if (/^\/_sandbox\/(?:workspaces$|snapshots\/[^/]*\/branch$)/.test(path)) return false;
  return /^\/(?:v1|_sandbox)(?:\/|$)/.test(path);
}
