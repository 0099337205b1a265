import { utf8 } from '../signature-doctor/bytes.ts';
import { expectedSignature, headerNames, holds } from '../signature-doctor/schemes.ts';
import type { Scheme } from '../signature-doctor/schemes.ts';

/** What a receiver gets of a delivery. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whether each of the two signatures is the one that the secret gives. */
export interface Verdict {
  /** `X-Orbinto-Signature`, over the body. */
  readonly own: boolean;
  /** `webhook-signature` of Standard Webhooks, over id, time and body. */
  readonly standard: boolean;
}

/**
 * Makes both signatures of a delivery again, from what arrived and the secret, and compares.
 * @param secret `whsec_…`
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export async function verifyDelivery({ headers, body }: Received, secret: string): Promise<Verdict> {
  const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const valueOf = (name: string): string => given.get(name.toLowerCase()) ?? '';
  const signed = {
    body: utf8(body),
    id: valueOf(headerNames.id),
    timestamp: valueOf(headerNames.timestamp),
    secret,
  };
  const isRight = async (scheme: Scheme): Promise<boolean> =>
    holds(scheme, valueOf(headerNames[scheme]), await expectedSignature(scheme, signed));
  return { own: await isRight('plain'), standard: await isRight('standard') };
}

export function isVerified({ own, standard }: Verdict): boolean {
  return own && standard;
}
