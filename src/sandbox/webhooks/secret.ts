import type { Random } from '../random.ts';

const BYTES = 32;

/** Draws the secret of a webhook. @param before the secret that it takes the place of */
export type DrawSecret = (webhookId: string, before?: string) => string;

/** A new webhook secret: `whsec_` and 32 random bytes in base64. */
export function createSecret(): string {
  return secretOf(crypto.getRandomValues(new Uint8Array(BYTES)));
}

/** One that anybody can draw again, which keeps nothing secret: for a replay. */
export function secretFrom(random: Random): string {
  return secretOf(Uint8Array.from({ length: BYTES }, () => random.between(0, 255)));
}

function secretOf(bytes: Uint8Array): string {
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
