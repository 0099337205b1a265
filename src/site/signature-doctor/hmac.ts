import type { Bytes } from './bytes.ts';

export type Hash = 'SHA-256' | 'SHA-1' | 'SHA-512';

/** Signs contents with one key, which is imported once. */
export async function hmacWith(key: Bytes, hash: Hash = 'SHA-256'): Promise<(content: Bytes) => Promise<Bytes>> {
  // An empty key is none to Web Crypto; one zero byte is the same to HMAC, which pads keys with zeros.
  const raw = key.length === 0 ? new Uint8Array(1) : key;
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash }, false, ['sign']);
  return async (content) => new Uint8Array(await crypto.subtle.sign('HMAC', imported, content));
}

export async function hmac(key: Bytes, content: Bytes): Promise<Bytes> {
  return (await hmacWith(key))(content);
}
