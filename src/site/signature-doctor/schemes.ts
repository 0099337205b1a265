/** The two signatures of a delivery: what each is made of. */
import { base64, hex, join, utf8 } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { decodedKey } from './forms/secret-forms.ts';
import { hmac } from './hmac.ts';

/** `plain`: X-Orbinto-Signature. `standard`: webhook-signature, of Standard Webhooks. */
export type Scheme = 'plain' | 'standard';

export const headerNames = {
  plain: 'X-Orbinto-Signature',
  id: 'webhook-id',
  timestamp: 'webhook-timestamp',
  standard: 'webhook-signature',
} as const;

/** What a signature is made of. */
export interface Signed {
  readonly body: Bytes;
  readonly id: string;
  /** As the header has it. */
  readonly timestamp: string;
  /** `whsec_…` */
  readonly secret: string;
}

/** The bytes that are signed. */
export function contentOf(scheme: Scheme, { body, id, timestamp }: Omit<Signed, 'secret'>): Bytes {
  return scheme === 'plain' ? body : join(utf8(`${id}.${timestamp}.`), body);
}

/** The value that the header must have. */
export async function expectedSignature(scheme: Scheme, signed: Signed): Promise<string> {
  const key = scheme === 'plain' ? utf8(signed.secret) : decodedKey(signed.secret);
  const bytes = await hmac(key, contentOf(scheme, signed));
  return scheme === 'plain' ? hex(bytes) : `v1,${base64(bytes)}`;
}

/** Whether the value of a header holds this signature: `webhook-signature` may have several, with spaces between. */
export function holds(scheme: Scheme, value: string, expected: string): boolean {
  return (scheme === 'plain' ? [value] : value.split(' ')).includes(expected);
}
