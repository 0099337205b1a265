import { Random } from './random.ts';

/** The prefixes of the API's identifiers. */
export type IdPrefix = 'con' | 'conv' | 'msg' | 'vis' | 'ses' | 'pv' | 'bot' | 'op' | 'wh' | 'evt' | 'dlv';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** Every two digits, by their number: an id is put together from half as many pieces. */
const PAIRS = [...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => `${first}${second}`));
const RANDOM_PAIRS = 4;
const REQUEST_PAIRS = 6;
const DIGITS = 5;
/** As many ids can be told apart by their counter. */
export const MAX_COUNTER: number = 32 ** 10 - 1;
const MADE_HERE = /_k([0-9a-hjkmnp-tv-z]{5,10})[0-9a-hjkmnp-tv-z]{8}$/;

/**
 * The id of the `counter`-th record made in a workspace. It depends on the seed, the workspace and the
 * counter only, so the same requests give the same ids everywhere; later ids sort after earlier ones.
 */
export function recordId(prefix: IdPrefix, seed: number, workspace: string, counter: number): string {
  const random = new Random(`${seed}/${workspace}/${counter}`);
  return `${prefix}_k${digits(counter)}${pairs(random, RANDOM_PAIRS)}`;
}

/** The counter inside an id that `recordId` made, else 0. */
export function counterOf(id: string): number {
  const found = MADE_HERE.exec(id)?.[1];
  if (!found) return 0;
  return [...found].reduce((sum, digit) => sum * 32 + ALPHABET.indexOf(digit), 0);
}

/** Names requests: `req_…`, one stream a sandbox. */
export function requestIds(salt: string): () => string {
  const random = new Random(salt);
  return () => `req_${pairs(random, REQUEST_PAIRS)}`;
}

/** Random digits, two at a time. */
function pairs(random: Random, count: number): string {
  let text = '';
  for (let pair = 0; pair < count; pair += 1) text += PAIRS[random.between(0, 31) * 32 + random.between(0, 31)];
  return text;
}

/** A name for a workspace that is made for a while. Nobody can guess it: it has 130 bits of the platform's secure generator. */
export function temporaryName(): string {
  const digits = crypto.getRandomValues(new Uint8Array(26));
  return `temporary${Array.from(digits, (byte) => ALPHABET[byte % 32]).join('')}`;
}

/** The digits of a number, five at least: more come into use once these are used up. */
function digits(counter: number): string {
  const upper = Math.floor(counter / 1024);
  const last = `${PAIRS[upper % 1024]}${PAIRS[counter % 1024]}`;
  let text = last;
  for (let rest = Math.floor(upper / 1024); rest > 0 || text.length < DIGITS; rest = Math.floor(rest / 32)) {
    text = `${ALPHABET[rest % 32]}${text}`;
  }
  return text;
}
