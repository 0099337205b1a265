import type { Scope } from '../generated/policies.ts';
import type { Client } from './clients.ts';
import type { Grant, TokenHashes } from './grant.ts';
import type { Grants } from './grants.ts';
import { OAuthError } from './oauth-error.ts';
import { newRefreshSecret } from './refresh-mark.ts';
import { newSecret, readToken, sha256, writeToken } from './secrets.ts';
import type { TokenKind } from './secrets.ts';
import { withGrants } from './server.ts';
import type { OAuthServer } from './server.ts';

/**
 * A code or token that a client shows, and the tokens it may get for it. Everything is hashed beforehand, because
 * hashing takes time and the decision on the grants is made in one go.
 */
export interface Presented {
  readonly client: Client;
  readonly handle: string;
  readonly secret: string;
  /** Of the secret. */
  readonly hash: string;
  /** Of the grant that it names; empty when there is none. */
  readonly markKey: string;
  /** The time in the grant's workspace, in milliseconds since the Unix epoch. */
  readonly now: number;
  readonly next: NewTokens;
}

/** A new pair of tokens, and what is stored of it. */
export interface NewTokens {
  readonly access: string;
  readonly refresh: string;
  readonly hashes: TokenHashes;
}

/** What a client gets. */
export interface Issued {
  readonly tokens: NewTokens;
  readonly scopes: readonly Scope[];
}

/** @throws OAuthError for a text that is no token of this kind */
export async function present(server: OAuthServer, client: Client, kind: TokenKind, text: string): Promise<Presented> {
  const token = readToken(kind, text);
  if (!token) throw invalidGrant('It was not given out by this server.');
  const { handle, secret } = token;
  const grant = await withGrants(server, (grants) => grants.get(handle));
  const markKey = grant?.markKey ?? '';
  const now = grant ? await server.now(grant.workspace) : 0;
  return { client, handle, secret, hash: await sha256(secret), markKey, now, next: await newTokens(handle, markKey) };
}

async function newTokens(handle: string, markKey: string): Promise<NewTokens> {
  const access = newSecret();
  const refresh = await newRefreshSecret(markKey);
  return {
    access: writeToken('access', { handle, secret: access }),
    refresh: writeToken('refresh', { handle, secret: refresh }),
    hashes: { access: await sha256(access), refresh: await sha256(refresh) },
  };
}

/** The grant that a token names, if it was given to the client that shows the token. */
export function ownGrant(grants: Grants, { client, handle }: Presented): Grant | undefined {
  const grant = grants.get(handle);
  return grant?.clientId === client.id ? grant : undefined;
}

/**
 * Decides on the grants.
 * @param decide returns a refusal instead of throwing it: what it changed is kept all the same
 * @throws OAuthError the refusal
 */
export async function decideOnGrants(
  server: OAuthServer,
  decide: (grants: Grants) => Issued | OAuthError,
): Promise<Issued> {
  const outcome = await withGrants(server, decide);
  if (outcome instanceof OAuthError) throw outcome;
  return outcome;
}

export function invalidGrant(reason: string): OAuthError {
  return new OAuthError('invalid_grant', reason);
}
