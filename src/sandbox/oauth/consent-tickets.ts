import { onDemand } from '../on-demand.ts';
import { base64Url, randomText } from './secrets.ts';

const MINUTES = 60_000;
/** How long a consent page may stay open. */
const LIFETIME = 30 * MINUTES;

const ALGORITHM: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };

/** Makes each page's ticket another one, so that one can be used up. */
const NONCE_BYTES = 16;
/** When it was issued, the nonce, and the signature of both and the request. */
const TICKET = /^((\d{1,15})\.[\w-]{22})\.([\w-]{43})$/;

/**
 * Tie a decision to the consent page that it was made on: nothing but that page, which no other site can read, has a
 * ticket for its request. So a form that some other page sends approves nothing.
 */
export class ConsentTickets {
  readonly #secret: () => Promise<CryptoKey>;
  /** Those that were used and would still be valid, with the time when they were issued; oldest use first. */
  readonly #used = new Map<string, number>();

  /** @param key signs them: pages that are open outlive the process where it does */
  constructor(key: () => Promise<CryptoKey> = newTicketKey) {
    this.#secret = onDemand(key);
  }

  /** @param request the encoded parameters of the authorization request; @param now milliseconds since the epoch */
  async issue(request: string, now: number): Promise<string> {
    const own = `${now}.${randomText(NONCE_BYTES)}`;
    const signature = await crypto.subtle.sign('HMAC', await this.#secret(), encode(`${own} ${request}`));
    return `${own}.${base64Url(new Uint8Array(signature))}`;
  }

  async isValid(ticket: string, request: string, now: number): Promise<boolean> {
    const [, own = '', time = '', signature = ''] = TICKET.exec(ticket) ?? [];
    if (signature === '' || Math.abs(now - Number(time)) > LIFETIME) return false;
    return crypto.subtle.verify('HMAC', await this.#secret(), decode(signature), encode(`${own} ${request}`));
  }

  /** Uses a valid ticket up. @returns false where it was used before: one page, one decision */
  use(ticket: string, now: number): boolean {
    for (const [used, at] of this.#used) if (Math.abs(now - at) > LIFETIME) this.#used.delete(used);
    if (this.#used.has(ticket)) return false;
    this.#used.set(ticket, Number(ticket.split('.', 1)[0]));
    return true;
  }
}

function newTicketKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

/** The key that a kept secret of 32 bytes makes. */
export function ticketKeyOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, ALGORITHM, false, ['sign', 'verify']);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function decode(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
