import { toBase64 } from './base64.ts';

const encoder = new TextEncoder();

/** The secret as it is shown, and the key in it. */
export interface WebhookKey {
  text: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Undefined for what is no secret of a webhook. */
export function keyOf(secret: unknown): WebhookKey | undefined {
  if (typeof secret !== 'string' || !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)) return undefined;
  try {
    const decoded = atob(secret.slice(6).replaceAll('=', ''));
    return { text: secret, bytes: Uint8Array.from(decoded, (character) => character.charCodeAt(0)) };
  } catch {
    return undefined;
  }
}

/** `v1,…`: of id, time and body together, with the key that the secret holds. */
export async function standardSignature(
  key: WebhookKey,
  id: string,
  timestamp: string,
  body: Uint8Array,
): Promise<string> {
  const head = encoder.encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return `v1,${toBase64(await hmac(key.bytes, content))}`;
}

/** Hexadecimal digits: of the body alone, with the whole secret as key. */
export async function plainSignature({ text }: WebhookKey, body: Uint8Array): Promise<string> {
  const bytes = await hmac(encoder.encode(text), new Uint8Array(body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function hmac(key: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { subtle } = crypto;
  const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', imported, content));
}

/** Takes as long for any texts of the same length. */
export function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
}
