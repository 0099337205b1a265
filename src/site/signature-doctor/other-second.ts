import type { Bytes } from './bytes.ts';
import { areEqual } from './bytes.ts';
import { decodedKey } from './forms/secret-forms.ts';
import { hmacWith } from './hmac.ts';
import { contentOf } from './schemes.ts';
import type { Signed } from './schemes.ts';

/** Seconds around the one that is told, and whole hours, as a wrong time zone makes them. */
const NEAR = 600;
const HOURS = 14;

/** The second that a delivery is signed for, where it is another than its header says; undefined where it is none around. */
export async function otherSecond(signature: Bytes, signed: Signed): Promise<number | undefined> {
  const told = Number(signed.timestamp);
  if (!Number.isSafeInteger(told)) return undefined;
  const sign = await hmacWith(decodedKey(signed.secret));
  const near = Array.from({ length: NEAR }, (_, index) => index + 1);
  const hours = Array.from({ length: HOURS }, (_, index) => (index + 1) * 3600);
  for (const distance of [...near, ...hours].flatMap((seconds) => [seconds, -seconds])) {
    const timestamp = String(told + distance);
    if (areEqual(await sign(contentOf('standard', { ...signed, timestamp })), signature)) return told + distance;
  }
  return undefined;
}
