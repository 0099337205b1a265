import { ticketKeyOf } from '../oauth/consent-tickets.ts';
import type { ObjectFile } from './object-file.ts';

const NAME = 'ticket_secret';
const BYTES = 32;

/** What an object signs its pages of consent with: those that are open work on after it was put away. @param seed of its file */
export function keptTicketKey(file: ObjectFile, seed: number): Promise<CryptoKey> {
  file.open(seed);
  const kept = file.setting(NAME);
  if (kept !== undefined) return ticketKeyOf(Uint8Array.from(JSON.parse(kept) as number[]));
  const secret = crypto.getRandomValues(new Uint8Array(BYTES));
  file.set(NAME, JSON.stringify([...secret]));
  return ticketKeyOf(secret);
}
