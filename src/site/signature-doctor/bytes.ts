/** Bytes and the texts that stand for them. */

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** As UTF-8. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** @returns undefined for what is no UTF-8; a byte order mark stays */
export function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Reads either alphabet, with or without padding. @returns undefined for what is none */
export function readBase64(text: string): Bytes | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

/** As forgiving decoders read it: a character too many at the end is left out. */
export function readBase64Loosely(text: string): Bytes | undefined {
  const bare = text.replace(/=+$/, '');
  return readBase64(bare.length % 4 === 1 ? bare.slice(0, -1) : bare);
}

/** Of an odd number of digits the last is left out. */
export function readHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function join(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether `bytes` begins with all of `beginning`. Both were shown to the reader already: no secret hangs on the time it takes. */
export function beginsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.length <= bytes.length && beginning.every((byte, at) => byte === bytes[at]);
}

export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && beginsWith(a, b);
}
