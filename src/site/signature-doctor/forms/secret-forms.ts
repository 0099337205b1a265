import { readBase64, readBase64Loosely, utf8 } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';
import type { Form } from './body-forms.ts';

const PREFIX = 'whsec_';
const SHAPE = /^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;

/** True for `whsec_` and base64 with its padding. */
export function isSecret(text: string): boolean {
  return SHAPE.test(text);
}

/** The secret as it was pasted and, where that is none, what it may have been. */
export function secretForms(text: string): Form<string>[] {
  if (isSecret(text)) return [{ mistake: undefined, value: text }];
  const bare = text.trim();
  // Base64 whose first = is its padding is no assignment.
  const unquoted = bare.replace(/^(?:export\s+)?[A-Za-z_]\w*\s*[=:]\s*(?=[^\s=])/, '').replace(/^(["'`])(.*)\1$/, '$2');
  const rest = unquoted.replace(/^(?:whsec_)+/, '');
  const padded = `${PREFIX}${pad(unescaped(rest))}`;
  const guesses: Form<string>[] = [
    { mistake: 'secret-whitespace', value: bare },
    { mistake: 'secret-quoted', value: unquoted },
    { mistake: 'secret-prefix', value: `${PREFIX}${rest}` },
    { mistake: 'secret-encoding', value: padded },
  ];
  const [found] = guesses.filter(({ value }) => isSecret(value));
  return found ? [found] : [];
}

function unescaped(text: string): string {
  const decoded = text.replaceAll(/%2B/gi, '+').replaceAll(/%2F/gi, '/').replaceAll(/%3D/gi, '=');
  return decoded.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/');
}

function pad(text: string): string {
  const bare = text.replace(/=+$/, '');
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
}

/** The bytes that the secret of `webhook-signature` stands for. */
export function decodedKey(secret: string): Bytes {
  return readBase64(secret.slice(PREFIX.length)) ?? new Uint8Array();
}

/** What may be used as the key in place of the right one, by scheme. */
export function keyForms(secret: string, scheme: 'plain' | 'standard'): Form<Bytes>[] {
  const written = utf8(secret);
  const withoutPrefix = utf8(secret.slice(PREFIX.length));
  const decoded = decodedKey(secret);
  if (scheme === 'plain') {
    return [
      { mistake: undefined, value: written },
      { mistake: 'secret-prefix', value: withoutPrefix },
      { mistake: 'secret-decoded', value: decoded },
    ];
  }
  // A forgiving decoder takes the _ for a character of base64url and goes on.
  const withPrefix = readBase64Loosely(secret);
  return [
    { mistake: undefined, value: decoded },
    { mistake: 'secret-not-decoded', value: written },
    { mistake: 'secret-not-decoded', value: withoutPrefix },
    ...(withPrefix ? [{ mistake: 'prefix-decoded', value: withPrefix } as const] : []),
  ];
}
