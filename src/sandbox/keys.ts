import type { KeyLevel, PlanId, Scope } from './generated/policies.ts';

/** What a request may do and in whose name. */
export type Credential = KeyCredential | TokenCredential;

interface Grant {
  /** The workspace it opens. */
  readonly workspace: string;
  readonly plan: PlanId;
  /** Requests with the same one share a rate limit. */
  readonly limitKey: string;
}

export interface KeyCredential extends Grant {
  readonly kind: 'key';
  readonly level: KeyLevel;
}

/** An OAuth access token. */
export interface TokenCredential extends Grant {
  readonly kind: 'token';
  readonly clientId: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** The workspace of the keys that name none. Shorter than any name a key can give. */
export const SEEDED_WORKSPACE = 'seeded';

const NAMED = /^sk_test_([A-Za-z0-9]{8,64})(?:_(read|write|admin))?(?:_(free|basic|professional|enterprise))?$/;
const SEEDED: ReadonlyMap<string, KeyCredential> = new Map(
  (
    [
      ['sk_test_read', 'read', 'professional'],
      ['sk_test_write', 'write', 'professional'],
      ['sk_test_admin', 'admin', 'professional'],
      ['sk_test_free', 'admin', 'free'],
      ['sk_test_basic', 'admin', 'basic'],
      ['sk_test_professional', 'admin', 'professional'],
      ['sk_test_enterprise', 'admin', 'enterprise'],
    ] as const
  ).map(([key, level, plan]) => [key, { kind: 'key', workspace: SEEDED_WORKSPACE, limitKey: key, level, plan }]),
);

/** What a workspace is called that was made for a while: 26 digits of five bits each. */
const TEMPORARY = /^temporary[0-9a-hjkmnp-tv-z]{26}$/;
const WORKSPACE_NAME = /^[A-Za-z0-9]{8,64}$/;

/** The keys of the seeded workspace, for a start-up message. */
export const SEEDED_KEYS: readonly string[] = [...SEEDED.keys()];

/**
 * What a sandbox API key opens; undefined for any other text.
 * `sk_test_<name>[_level][_plan]` opens the workspace of that name (default: admin, Professional).
 */
export function parseKey(key: string): KeyCredential | undefined {
  const seeded = SEEDED.get(key);
  if (seeded) return seeded;
  const named = NAMED.exec(key);
  if (!named?.[1]) return undefined;
  return {
    kind: 'key',
    workspace: named[1],
    limitKey: key,
    level: (named[2] ?? 'admin') as KeyLevel,
    plan: (named[3] ?? 'professional') as PlanId,
  };
}

/** True for a name that a key can give to a workspace. */
export function isWorkspaceName(name: string): boolean {
  return WORKSPACE_NAME.test(name);
}

/** True for the name of a workspace that is there only from when it was made to its end. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

/** The key that opens a workspace, for everything. */
export function keyOf(workspace: string): string {
  return workspace === SEEDED_WORKSPACE ? 'sk_test_admin' : `sk_test_${workspace}`;
}

/** What the requests of one OAuth client in one workspace are counted under. */
export function tokenLimitKey(clientId: string, workspace: string): string {
  return `client ${clientId} ${workspace}`;
}

/** The workspace whose key or token is counted under a limit key; empty for an address. */
export function workspaceOf(limitKey: string): string {
  return parseKey(limitKey)?.workspace ?? /^client \S+ (\S+)$/.exec(limitKey)?.[1] ?? '';
}

/** True for a key of the live API, which the sandbox must not take. */
export function isLiveKey(key: string): boolean {
  return key.startsWith('sk_live_');
}
