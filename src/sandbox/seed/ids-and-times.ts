import { timestamp } from '../clock.ts';
import type { IdPrefix } from '../ids.ts';
import { hash, Random } from '../random.ts';

/** The id of the `index`-th seeded record of a kind: six letters and digits, each different. */
export function seededId(prefix: IdPrefix, seed: number, index: number): string {
  // Multiplying by an odd number, modulo a power of two, never gives one result twice.
  const spread = (Math.imul(index, 0x9e3779b1) + hash(`${seed}/${prefix}`)) & 0xffffff;
  return `${prefix}_${(index % 36).toString(36)}${spread.toString(36).padStart(5, '0')}`;
}

/** `count` times before `start`, newest first, about `gap` seconds apart. */
export function timesBefore(seed: number, what: string, start: string, count: number, gap: number): string[] {
  const random = new Random(`${seed}/times/${what}`);
  let time = Date.parse(start);
  return Array.from({ length: count }, () => {
    time -= Math.round(gap * (0.2 + 1.6 * random.next())) * 1000;
    return timestamp(time);
  });
}

/** A time `seconds` after another. */
export function later(time: string, seconds: number): string {
  return timestamp(Date.parse(time) + seconds * 1000);
}
