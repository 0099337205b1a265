import { ApiError } from '../http/api-error.ts';
import { isLiveKey, parseKey } from '../keys.ts';
import type { Credential, TokenCredential } from '../keys.ts';

/** Looks up an OAuth access token. */
export type FindToken = (token: string) => Promise<TokenCredential | undefined>;

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };
const INVALID_TOKEN = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };

/** Who sends a request; undefined where its key or token is missing or opens nothing. Only an access token takes time to look up. */
export async function identify({ headers }: Request, findToken: FindToken): Promise<Credential | undefined> {
  const secret = secretOf(headers);
  if (secret === undefined) return undefined;
  return parseKey(secret) ?? (isKey(secret) ? undefined : findToken(secret));
}

/**
 * The caller, where there is one.
 * @throws ApiError 401 that says what is wrong with the Authorization header
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export function requireCaller(caller: Credential | undefined, { headers }: Request): Credential {
  if (caller) return caller;
  const secret = secretOf(headers);
  if (secret === undefined) throw new ApiError('missing_api_key', { headers: CHALLENGE });
  if (isLiveKey(secret)) throw new ApiError('live_key_in_sandbox', { headers: INVALID_TOKEN });
  throw invalidCredential(isKey(secret) ? 'invalid_api_key' : 'invalid_access_token');
}

/** The key or token of a request, whatever it is. */
export function secretOf(headers: Headers): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get('Authorization')?.trim() ?? '')?.[1];
}

function isKey(secret: string): boolean {
  return secret.startsWith('sk_');
}

/** The 401 for a key or token that does not work. */
export function invalidCredential(code: 'invalid_api_key' | 'invalid_access_token'): ApiError {
  return new ApiError(code, { headers: INVALID_TOKEN });
}
