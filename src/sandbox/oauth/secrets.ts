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
/** The handle in base64url, then the rest. */
const PARTS = /^([\w-]{22})([\w-]{43,65})$/;

export function newHandle(): string {
  return randomText(HANDLE_BYTES);
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
  const [, handle, secret] = PARTS.exec(text.slice(PREFIXES[kind].length)) ?? [];
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
