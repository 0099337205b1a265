/** What a token is for: an authorization code, access, or refresh. */
export type TokenKind = 'code' | 'access' | 'refresh';

/** A token taken apart. The handle names the grant it belongs to; the secret proves that its bearer holds it. */
export interface Token {
  readonly handle: string;
  readonly secret: string;
}

const PREFIXES: Readonly<Record<TokenKind, string>> = { code: 'ac_test_', access: 'at_test_', refresh: 'rt_test_' };
const HANDLE_BYTES = 16;
const SECRET_BYTES = 32;
/** How many characters of a handle say where its grant is kept, where they do. */
const PLACE = 43;
/** The handle in base64url, with the place in front or without, then the secret: a refresh token's has a mark at its end. */
const PARTS: Readonly<Record<TokenKind, RegExp>> = {
  code: /^([\w-]{22}|[\w-]{65})([\w-]{43})$/,
  access: /^([\w-]{22}|[\w-]{65})([\w-]{43})$/,
  refresh: /^([\w-]{22}|[\w-]{65})([\w-]{65})$/,
};

/** @param place where the grant is kept, in 43 characters of base64url; empty where there is one place for all */
export function newHandle(place = ''): string {
  return `${place}${randomText(HANDLE_BYTES)}`;
}

/** Where the grant of a token is kept; undefined where the token does not say. */
export function placeOf({ handle }: Token): string | undefined {
  return handle.length > PLACE ? handle.slice(0, PLACE) : undefined;
}

export function newSecret(): string {
  return randomText(SECRET_BYTES);
}

export function writeToken(kind: TokenKind, { handle, secret }: Token): string {
  return `${PREFIXES[kind]}${handle}${secret}`;
}

/** Takes a token apart; undefined for any other text. */
export function readToken(kind: TokenKind, text: string): Token | undefined {
  if (!text.startsWith(PREFIXES[kind])) return undefined;
  const [, handle, secret] = PARTS[kind].exec(text.slice(PREFIXES[kind].length)) ?? [];
  return handle && secret ? { handle, secret } : undefined;
}

/** The SHA-256 of a text, in base64url. */
export async function sha256(text: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

/** Compares two hashes in a time that does not depend on where they differ. */
export function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return difference === 0;
}

/** @see https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Text that nobody can guess, from the platform's secure generator. */
export function randomText(bytes: number): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}
