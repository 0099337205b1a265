import { base64Url } from './secrets.ts';

const MINUTES = 60_000;
/** How long a consent page may stay open. */
const LIFETIME = 30 * MINUTES;

/**
 * Tie a decision to the consent page that it was made on: nothing but that page, which no other site can read, has a
 * ticket for its request. So a form that some other page sends approves nothing.
 */
export class ConsentTickets {
  #key: Promise<CryptoKey> | undefined;

  /** @param request the encoded parameters of the authorization request; @param now milliseconds since the epoch */
  async issue(request: string, now: number): Promise<string> {
    const signature = await crypto.subtle.sign('HMAC', await this.#secret(), encode(`${now} ${request}`));
    return `${now}.${base64Url(new Uint8Array(signature))}`;
  }

  async isValid(ticket: string, request: string, now: number): Promise<boolean> {
    const [, time = '', signature = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(ticket) ?? [];
    if (signature === '' || Math.abs(now - Number(time)) > LIFETIME) return false;
    return crypto.subtle.verify('HMAC', await this.#secret(), decode(signature), encode(`${time} ${request}`));
  }

  #secret(): Promise<CryptoKey> {
    this.#key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
    return this.#key;
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
