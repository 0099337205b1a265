import { SITE } from '../site-address.ts';

/** Where the sandbox's clients may be sent back to: the documentation site, here and in public. */
export const REDIRECT_URIS: readonly string[] = [
  'http://localhost:4321/oauth/callback/',
  'http://127.0.0.1:4321/oauth/callback/',
  'http://[::1]:4321/oauth/callback/',
  `${SITE}/oauth/callback/`,
];

/** An http address on this machine: what stands before the port, the port, and what follows. */
const LOOPBACK = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::(\d{1,5}))?(\/.*)$/;

/**
 * True for a registered address. Addresses compare as they are written, character by character; only the port of a
 * loopback address is free, because an app on the user's machine takes whichever it gets.
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  if (registered.includes(uri)) return true;
  const given = withoutPort(uri);
  return given !== undefined && registered.some((known) => withoutPort(known) === given);
}

function withoutPort(uri: string): string | undefined {
  const [, host, port = '80', rest] = LOOPBACK.exec(uri) ?? [];
  if (host === undefined || rest === undefined) return undefined;
  return Number(port) > 0 && Number(port) <= 65_535 ? `${host}${rest}` : undefined;
}

/** Adds the parameters of an answer to a redirect address. */
export function withParameters(uri: string, parameters: Readonly<Record<string, string>>): string {
  return `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams(parameters).toString()}`;
}
