/** What a delivery is signed with. */
interface Signing {
  /** `whsec_…` */
  readonly secret: string;
  /** `evt_…`, the same in every attempt. */
  readonly eventId: string;
  readonly body: string;
  /** Unix time of the attempt, in seconds. */
  readonly timestamp: number;
}

const PREFIX = 'whsec_';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/**
 * The headers that let a receiver verify a delivery: `X-Orbinto-Signature`, keyed with the secret as it is written, and those
 * of Standard Webhooks, keyed with the bytes it stands for.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function signatureHeaders(signing: Signing): Promise<Record<string, string>> {
  const { secret, eventId, body, timestamp } = signing;
  const content = `${eventId}.${timestamp}.${body}`;
  const [own, standard] = await Promise.all([
    hmac(new TextEncoder().encode(secret), body),
    hmac(bytesOf(atob(secret.slice(PREFIX.length))), content),
  ]);
  return {
    'X-Orbinto-Signature': [...own].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    'webhook-id': eventId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${btoa(String.fromCharCode(...standard))}`,
  };
}

async function hmac(key: BufferSource, text: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', key, HMAC, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign(HMAC.name, imported, new TextEncoder().encode(text)));
}

/** A text of one character a byte, as `atob` gives it. */
function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
