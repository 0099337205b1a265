import { useEffect, useState } from 'preact/hooks';
import { utf8 } from '../signature-doctor/bytes.ts';
import { checkSignatures } from '../signature-doctor/check-signatures.ts';
import type { SignatureCheck } from '../signature-doctor/check-signatures.ts';
import { diagnose } from '../signature-doctor/diagnose.ts';
import type { Diagnosis } from '../signature-doctor/diagnosis.ts';

/** A delivery as somebody received it. */
export interface Received {
  readonly body: string;
  /** One a line. */
  readonly headers: string;
  /** The one that the receiver has comes first. */
  readonly secrets: readonly string[];
  /** Unix time in seconds. */
  readonly receivedAt: number;
}

export interface Verdict {
  readonly diagnosis: Diagnosis;
  readonly checks: readonly SignatureCheck[];
}

/** The doctor's verdict on a delivery; the one before while a new one is made. */
export function useVerdict({ body, headers, secrets, receivedAt }: Received): Verdict | undefined {
  const [verdict, setVerdict] = useState<Verdict>();
  const [secret = '', ...others] = secrets;
  useEffect(() => {
    let isOver = false;
    const pasted = { body: utf8(body), headers, secret, otherSecrets: others.join('\n'), receivedAt };
    void Promise.all([diagnose(pasted), checkSignatures(pasted.body, headers, secret)]).then(([diagnosis, checks]) => {
      if (!isOver) setVerdict({ diagnosis, checks });
    });
    return () => {
      isOver = true;
    };
  }, [body, headers, secrets.join(), receivedAt]);
  return verdict;
}
