/** What a call lacks before it is sent: compared with the operation as the API would, where a browser can know. */
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { isLiveKey, parseKey } from '../../../sandbox/keys.ts';
import type { KeyLevel } from '../../../sandbox/generated/policies.ts';
import { needsKey } from './operation-access.ts';
import type { Session } from '../session.ts';
import { scopesOf } from './operation-access.ts';

/** One click that gets what is missing. */
export type Remedy =
  | { kind: 'key'; key: string }
  | { kind: 'sign-in'; scopes: string[] }
  | { kind: 'environment'; id: 'sandbox' | 'live' };

export interface MissingPermission {
  message: string;
  remedies: Remedy[];
}

/** Levels are cumulative, in this order. A test compares them with the scopes that the spec gives to each. */
const rank: Record<KeyLevel, number> = { read: 0, write: 1, admin: 2 };

/** What the key or the sign-in of a session lacks for an operation; undefined where nothing speaks against it. */
export function missingPermissionOf(operation: BundledOperation, session: Session): MissingPermission | undefined {
  if (!needsKey(operation)) return undefined;
  const signIn = session.activeSignIn;
  if (signIn) return missingScopes(scopesOf(operation) ?? [], signIn.tokens.scopes);
  return session.environment.id === 'live' ? wrongLiveKey(session.key) : wrongSandboxKey(operation, session);
}

function missingScopes(needed: string[], granted: readonly string[]): MissingPermission | undefined {
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return undefined;
  return {
    message: `Your sign-in lacks ${missing.join(', ')}; this needs it.`,
    remedies: [{ kind: 'sign-in', scopes: missing }],
  };
}

/** What level a live key has, only the API knows. */
function wrongLiveKey(key: string): MissingPermission | undefined {
  if (!key.startsWith('sk_test_')) return undefined;
  const message = 'This is a sandbox key; live answers 401 to it.';
  return { message, remedies: [{ kind: 'environment', id: 'sandbox' }] };
}

function wrongSandboxKey(operation: BundledOperation, { key, environment }: Session): MissingPermission | undefined {
  const { defaultKey } = environment;
  const remedies: Remedy[] = defaultKey === '' ? [] : [{ kind: 'key', key: defaultKey }];
  if (key === '') return { message: 'No key: the sandbox answers 401.', remedies };
  if (isLiveKey(key)) {
    const message = 'This is a live key; the sandbox answers 401 to it, and it is better not sent there.';
    return { message, remedies: [...remedies, { kind: 'environment', id: 'live' }] };
  }
  const known = parseKey(key);
  if (known === undefined) return wrongText(key, remedies);
  const needed = operation.extensions['x-key-level'];
  if (!isLevel(needed) || rank[known.level] >= rank[needed]) return undefined;
  const scopes = scopesOf(operation) ?? [];
  return {
    message: `Your key has level ${known.level}; this needs ${[needed, ...scopes].join(' / ')}.`,
    remedies: [
      { kind: 'key', key: withLevel(key, needed) },
      { kind: 'sign-in', scopes },
    ],
  };
}

/** What is neither a key nor an access token; what a token opens, only the server knows. */
function wrongText(key: string, remedies: Remedy[]): MissingPermission | undefined {
  if (key.startsWith('at_')) return undefined;
  const message = key.startsWith('sk_')
    ? 'No sandbox key looks like this.'
    : 'This is no key: sandbox keys begin with sk_test_.';
  return { message, remedies };
}

function isLevel(value: unknown): value is KeyLevel {
  return typeof value === 'string' && Object.hasOwn(rank, value);
}

/** The sandbox key of the same workspace with another level: `sk_test_acme2026_read` → `sk_test_acme2026_write`. */
function withLevel(key: string, level: KeyLevel): string {
  return key.replace(/_(?:read|write)(?=_|$)/, `_${level}`);
}
