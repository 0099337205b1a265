import { oauth } from '../generated/policies.ts';
import type { Scope } from '../generated/policies.ts';
import { isEqual } from './secrets.ts';

/** A secret as it is stored: never itself, and with its end. */
export interface StoredSecret {
  /** SHA-256 in base64url. */
  readonly hash: string;
  /** When it stops working, in milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

export interface StoredAccessToken extends StoredSecret {
  readonly scopes: readonly Scope[];
}

/** What a user has allowed a client to do, and what was given out for it. */
export interface Grant {
  /** Part of the code and of every token that comes from it. */
  readonly handle: string;
  readonly workspace: string;
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  readonly redirectUri: string;
  /** The client's PKCE challenge. */
  readonly challenge: string;
  readonly code: StoredSecret;
  /** When, by the machine's clock. */
  readonly madeAt?: number;
  /** Marks the refresh tokens of this grant, see `refresh-mark.ts`. */
  readonly markKey: string;
  /** Those that may still work, oldest first. */
  readonly accessTokens: readonly StoredAccessToken[];
  /** The one that works; absent until the code was used. */
  readonly refreshToken?: StoredSecret;
}

/** The hashes of a new pair of tokens. */
export interface TokenHashes {
  readonly access: string;
  readonly refresh: string;
}

/** How many access tokens of one grant work at a time; a client that refreshes more often loses the oldest. */
export const MAX_ACCESS_TOKENS = 20;

const SECOND = 1_000;
const DAY = 86_400_000;

/** When a code given out at `now` stops working. */
export function codeEnd(now: number): number {
  return now + oauth.code_seconds * SECOND;
}

/** The grant with a fresh pair of tokens. Its code, or the refresh token before, works no longer. */
export function withTokens(grant: Grant, hashes: TokenHashes, scopes: readonly Scope[], now: number): Grant {
  const access = { hash: hashes.access, endsAt: now + oauth.access_token_seconds * SECOND, scopes };
  const others = grant.accessTokens.filter(({ endsAt }) => endsAt > now).slice(1 - MAX_ACCESS_TOKENS);
  return {
    ...grant,
    accessTokens: [...others, access],
    refreshToken: { hash: hashes.refresh, endsAt: now + oauth.refresh_idle_days * DAY },
  };
}

/** True for a grant that nothing works of any more. */
export function hasEnded({ code, accessTokens, refreshToken }: Grant, now: number): boolean {
  if (!refreshToken) return code.endsAt <= now;
  return [refreshToken, ...accessTokens].every(({ endsAt }) => endsAt <= now);
}

/** The access token of this hash, while it works. */
export function findAccessToken(grant: Grant, hash: string, now: number): StoredAccessToken | undefined {
  return grant.accessTokens.find((token) => matches(token, hash) && token.endsAt > now);
}

/** The grant without the access token of this hash. */
export function withoutAccessToken(grant: Grant, hash: string): Grant {
  return { ...grant, accessTokens: grant.accessTokens.filter((token) => !matches(token, hash)) };
}

export function matches({ hash }: StoredSecret, given: string): boolean {
  return isEqual(hash, given);
}
