import { Random } from './random.ts';

/** The prefixes of the API's identifiers. */
export type IdPrefix = 'con' | 'conv' | 'msg' | 'vis' | 'ses' | 'pv' | 'bot' | 'op' | 'wh' | 'evt' | 'dlv';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const COUNTER_DIGITS = 5;
const RANDOM_DIGITS = 8;
const MADE_HERE = /_k([0-9a-z]{5})[0-9a-z]{8}$/;

/**
 * The id of the `counter`-th record made in a workspace. It depends on the seed, the workspace and the
 * counter only, so the same requests give the same ids everywhere; later ids sort after earlier ones.
 */
export function recordId(prefix: IdPrefix, seed: number, workspace: string, counter: number): string {
  const random = new Random(`${seed}/${workspace}/${counter}`);
  let text = '';
  for (let digit = 0; digit < RANDOM_DIGITS; digit += 1) text += ALPHABET[random.between(0, 31)];
  return `${prefix}_k${digits(counter)}${text}`;
}

/** The counter inside an id that `recordId` made, else 0. */
export function counterOf(id: string): number {
  const found = MADE_HERE.exec(id)?.[1];
  if (!found) return 0;
  return [...found].reduce((sum, digit) => sum * 32 + Math.max(0, ALPHABET.indexOf(digit)), 0);
}

/** Names requests: `req_…`, one stream a sandbox. */
export function requestIds(salt: string): () => string {
  const random = new Random(salt);
  return () => {
    let text = 'req_';
    for (let digit = 0; digit < 12; digit += 1) text += ALPHABET[Math.floor(random.next() * 32)];
    return text;
  };
}

function digits(counter: number): string {
  let text = '';
  for (let rest = counter; text.length < COUNTER_DIGITS; rest = Math.floor(rest / 32)) {
    text = `${ALPHABET[rest % 32]}${text}`;
  }
  return text;
}
