import { ApiError } from '../http/api-error.ts';
import { isLiveKey, parseKey } from '../keys.ts';
import type { Credential, KeyCredential, TokenCredential } from '../keys.ts';

/** Looks up an OAuth access token. */
export type FindToken = (token: string) => Promise<TokenCredential | undefined>;

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };
const INVALID_TOKEN = { 'WWW-Authenticate': 'Bearer error="invalid_token"' };

/** The key that was read last: it is sent with one request after the other. */
let latest: { readonly header: string; readonly key: KeyCredential } | undefined;

/**
 * Who sends this Authorization header, or the 401 that answers it. Only an access token takes time to look up.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
export function authenticate(
  header: string | null,
  findToken: FindToken,
): Credential | ApiError | Promise<Credential | ApiError> {
  if (latest && latest.header === header) return latest.key;
  const secret = header === null ? undefined : /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (secret === undefined) return new ApiError('missing_api_key', { headers: CHALLENGE });
  const key = parseKey(secret);
  if (key && header !== null) {
    latest = { header, key };
    return key;
  }
  if (isLiveKey(secret)) return new ApiError('live_key_in_sandbox', { headers: INVALID_TOKEN });
  if (secret.startsWith('sk_')) return invalidCredential('invalid_api_key');
  return findToken(secret).then(
    (token) => token ?? invalidCredential('invalid_access_token'),
    () => new ApiError('internal_error'),
  );
}

/** The 401 for a key or token that does not work. */
export function invalidCredential(code: 'invalid_api_key' | 'invalid_access_token'): ApiError {
  return new ApiError(code, { headers: INVALID_TOKEN });
}
