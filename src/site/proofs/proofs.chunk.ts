/** What the proofs' buttons load. */
import { openPrivate, sandboxCode } from '../private-sandbox.ts';
import { likeTheRealThing } from './like-the-real-thing.ts';
import { groundOf } from './proof.ts';
import type { Proof, ProofLine } from './proof.ts';
import { retried } from './retried.ts';
import { signed } from './signed.ts';

const proofs: Readonly<Record<string, Proof>> = { signed, retried, real: likeTheRealThing };

/** Of a workspace whose key comes with each plan. */
const KEY = 'sk_test_landingproofs';

export function prepare(): void {
  sandboxCode.preload();
}

/**
 * Runs a proof on a sandbox of its own: the reader's records and clock stay as they are.
 * @throws Error where the sandbox refuses
 */
export async function prove(name: string): Promise<readonly ProofLine[]> {
  const proof = proofs[name];
  if (!proof) throw new Error(`There is no proof "${name}".`);
  const { fetch } = await openPrivate();
  return proof(groundOf(fetch, KEY));
}
